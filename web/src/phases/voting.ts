// The part of the page with ballots and results.
export { Avstemning } from "./avstemning";
export { Resultat } from "./resultat";
export { Stemning } from "./stemning";

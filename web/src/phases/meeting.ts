// The part of the page in which people greet each other: at the start, and in the break.
export { BliKjent } from "./bli_kjent";
export { Pause } from "./pause";

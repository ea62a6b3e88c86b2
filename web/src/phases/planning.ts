// The part of the page in which a table says what, who and when.
export { Tiltak } from "./tiltak";

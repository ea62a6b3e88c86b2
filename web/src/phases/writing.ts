// The part of the page in which people write and tables work.
export { Par } from "./par";
export { Runde } from "./runde";
export { Samtale } from "./samtale";
export { Stille } from "./stille";

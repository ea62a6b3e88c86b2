/** What only a meeting of young people needs: a part of its own, fetched when there is such a meeting. */
export { Handover } from "./handover";
export { Watch } from "./watch";
export { Young } from "./young";

// The part of the page for when the whole room listens.
export { Plenum } from "./plenum";
export { Sammenslaing } from "./sammenslaing";

// The part of the page that shows conversation cards.
export { Samtale } from "./samtale";
export { VelgKort } from "./velg_kort";

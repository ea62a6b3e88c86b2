// The part of the page in which a table draws a card.
export { VelgKort } from "./velg_kort";

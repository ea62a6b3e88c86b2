// The part of the page with which an evening ends.
export { Thanks } from "../participant/thanks";
export { Ansvarlig } from "./ansvarlig";
export { Avrunding } from "./avrunding";

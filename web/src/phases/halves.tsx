import type { Meeting } from "../state/meeting";
import { beside } from "./index";

/** Halves is what was begun and not shared, in a step with its own place for it: over the empty field, which would be taken to have lost it, and under the ballot, which people came for. */
export function Halves({ m }: { m: Meeting }) {
	const part = beside.got.value;
	return part ? <part.Begun m={m} /> : null;
}

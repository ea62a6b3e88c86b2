import { useEffect } from "preact/hooks";
import type { Meeting } from "../state/meeting";
import { beside } from "./together";

/** Places is who is at the table without a phone, and whether they share this one. It comes by itself, as what is said between two phones does. */
export function Places({ m, ask }: { m: Meeting; ask?: boolean }) {
	useEffect(() => void beside.fetch(), []);
	const got = beside.got.value;
	return got ? (
		<>
			<got.SharedBox m={m} {...(ask ? { ask } : {})} />
			<got.PlacesBox m={m} />
		</>
	) : null;
}

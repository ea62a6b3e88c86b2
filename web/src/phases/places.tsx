import { useEffect } from "preact/hooks";
import type { Meeting } from "../state/meeting";
import { atTable } from "./together";

/** Places is who is at the table without a phone, and whether they share this one. It comes by itself, as what is said between two phones does. */
export function Places({ m, ask }: { m: Meeting; ask?: boolean }) {
	useEffect(() => void atTable.fetch(), []);
	const got = atTable.got.value;
	return got ? (
		<>
			<got.SharedBox m={m} {...(ask ? { ask } : {})} />
			<got.PlacesBox m={m} />
		</>
	) : null;
}

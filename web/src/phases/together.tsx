import { useEffect, useState } from "preact/hooks";
import { Part } from "../participant/part";
import type { Meeting } from "../state/meeting";

/** What is said between two phones comes by itself: a meeting starts as well without. */
export const atTable = new Part("pairing", () => import("./pairing"));

/** Together is for those who came together: an interpreter and whoever needs one, two friends; and what each of them has said of themselves. */
export function Together({ m }: { m: Meeting }) {
	const [open, set] = useState(false);
	useEffect(() => void atTable.fetch(), []);
	const got = atTable.got.value;
	return got ? (
		<>
			<got.TogetherBox m={m} open={open} set={set} />
			<got.HereAs m={m} />
		</>
	) : null;
}

/** Need is the way to say what one needs to be able to take part. It stands by itself: somebody who needs it must not have to look for it. */
export function Need({ m }: { m: Meeting }) {
	useEffect(() => void atTable.fetch(), []);
	const got = atTable.got.value;
	return got ? <got.NeedBox m={m} id="need" /> : null;
}

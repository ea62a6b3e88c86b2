import { useEffect } from "preact/hooks";
import { Part } from "../participant/part";

const part = new Part("asking", () => import("../nudge/asking"));

export interface Written {
	room: string;
	text: string;
	set: (text: string) => void;
	/** The language it is said to be in, where that can be said: empty is the meeting's. */
	lang?: string;
	speak?: (lang: string) => void;
}

/** Nudge looks at what is being written, on the phone and nowhere else, and may ask kindly about it. It comes in a part and never stands in the way. */
export function Nudge(of: Written) {
	useEffect(() => void part.fetch(), []);
	const got = part.got.value;
	return got ? (
		<>
			<got.Speaks {...of} />
			<got.Names {...of} />
		</>
	) : null;
}

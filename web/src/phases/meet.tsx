import { useEffect } from "preact/hooks";
import { Part } from "../participant/part";
import type { Meeting } from "../state/meeting";

/** What people can help each other with comes by itself, while they are greeting each other. */
const wall = new Part("wall", () => import("./wall"));

/** fetchParts brings it ahead, for tests. */
export const fetchParts = (): Promise<void> => wall.fetch();

/** Meet is for getting to know each other: the wall, and the book of those who want to be called. */
export function Meet({ m }: { m: Meeting }) {
	useEffect(() => void wall.fetch(), []);
	const got = wall.got.value;
	return got ? (
		<>
			<got.WallBox m={m} />
			<got.BookBox m={m} />
		</>
	) : null;
}

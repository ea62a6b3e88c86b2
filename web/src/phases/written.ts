import { notebook } from "../state/notebook";

// Which ideas were written on this phone. The server shows nobody who wrote what, and is not asked: the phone
// remembers it, and forgets it with the meeting.
const page = (room: string) => `written:${room}`;

export const written = (room: string): ReadonlySet<string> =>
	new Set((notebook.read(page(room)) ?? "").split(" ").filter(Boolean));

/** keepWritten notes an idea that the server has taken. */
export function keepWritten(room: string, id: string): void {
	const ids = new Set(written(room)).add(id);
	notebook.write(page(room), [...ids].join(" "));
}

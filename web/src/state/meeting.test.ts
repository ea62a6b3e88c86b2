// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Surface } from "../net/api";
import type { Meeting } from "./meeting";
import { openMeeting } from "./meeting";

/** A line whose other end is the test. */
class Line {
	static last: Line;
	readyState = 1;
	said: { t: string; id?: string }[] = [];
	onopen: (() => void) | null = null;
	onmessage: ((m: { data: string }) => void) | null = null;
	onclose: (() => void) | null = null;
	constructor() {
		Line.last = this;
	}
	send(text: string) {
		this.said.push(JSON.parse(text));
	}
	close() {}
	says(frame: object) {
		this.onmessage?.({ data: JSON.stringify(frame) });
	}
}

const idea = (id: string) => ({ [`ideas/${id}`]: { id, text: id, group: 1, place: "table", order: 1, step: "s" } });
const hi = (seq: number) => ({ t: "hi", v: 1, room: "r", epoch: "e", seq, now: 1, seat: "s1", role: "participant" });

let m: Meeting;
let seq = 5;
const patch = (id: string) => Line.last.says({ t: "patch", from: seq, to: ++seq, set: idea(id) });
const ids = () => [...m.store.all("ideas").keys()].join("");

const opens = (surface: Surface) => {
	seq = 5;
	m = openMeeting("r", surface);
	Line.last.onopen?.();
	Line.last.says(hi(5));
	Line.last.says({ t: "snap", epoch: "e", seq: 5, set: {} });
};

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal("WebSocket", Line);
	opens("p");
});
afterEach(() => {
	m.close();
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

test("a busy hall is shown four times a second", () => {
	for (const id of "abc") patch(id);
	expect(ids()).toBe("a");
	vi.advanceTimersByTime(250);
	expect(ids()).toBe("abc");
});

// A table sent its list just before the leader pressed, and the press was met by a warning that it had not.
test("whoever leads presses on what the panel knows", () => {
	m.close();
	opens("lead");
	for (const id of "abc") patch(id);
	expect(ids()).toBe("abc");
});

test("an answer is not shown before what it answers, and what is one's own is never off the screen between them", () => {
	const id = m.send("idea.post", { id: "mine", text: "mine", table: true });
	patch("a");
	patch("mine");
	expect(ids()).toBe("a");
	expect(m.outbox.pending("idea.post").length).toBe(1);
	Line.last.says({ t: "ack", id, seq });
	expect(ids()).toBe("amine");
	expect(m.outbox.pending("idea.post")).toEqual([]);
});

// A heartbeat says how far the line has come, and what was stored by then was let go of before its picture was filed.
test("a heartbeat lets go of nothing that is not shown", () => {
	const id = m.send("idea.post", { id: "mine", text: "mine", table: true });
	Line.last.says({ t: "ack", id, seq: 7 });
	patch("a");
	patch("mine");
	expect([ids(), m.outbox.pending("idea.post").length]).toEqual(["a", 1]);
	Line.last.says(hi(7));
	expect([ids(), m.outbox.pending("idea.post").length]).toEqual(["amine", 0]);
});

test("what is one's own is let go of when its picture is filed", () => {
	const id = m.send("idea.post", { id: "mine", text: "mine", table: true });
	Line.last.says({ t: "ack", id, seq: 7 });
	patch("a");
	patch("mine");
	expect(m.outbox.pending("idea.post").length).toBe(1);
	vi.advanceTimersByTime(250);
	expect([ids(), m.outbox.pending("idea.post").length]).toEqual(["amine", 0]);
});

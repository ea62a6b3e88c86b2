// @vitest-environment node
import { effect } from "@preact/signals";
import { afterEach, expect, test, vi } from "vitest";
import { Store } from "./store";

const idea = (id: string, place: string) => ({ id, text: id, group: 1, place, order: 1, step: "s" });
const snap = (set: Record<string, unknown>, seq = 5) => ({ t: "snap" as const, epoch: "e", seq, set });

test("a snapshot replaces what was there", () => {
	const s = new Store();
	expect(s.ready.value).toBe(false);
	s.snapped(snap({ "ideas/a": idea("a", "table"), timer: { ends: 1, left: 0, total: 1 } }));
	s.snapped(snap({ "ideas/b": idea("b", "table") }, 9));
	expect(s.dump()).toEqual({ "ideas/b": idea("b", "table") });
	expect(s.one("timer")).toBeUndefined();
	expect([s.seq.value, s.epoch.value, s.ready.value]).toEqual([9, "e", true]);
});

test("a patch deletes first and sets after, so a key may change layer within one", () => {
	const s = new Store();
	s.snapped(snap({ "ideas/a": idea("a", "private"), "ideas/b": idea("b", "table") }));
	const ok = s.patched({
		t: "patch",
		from: 5,
		to: 7,
		del: ["ideas/a", "ideas/b"],
		set: { "ideas/a": idea("a", "table") },
	});
	expect(ok).toBe(true);
	expect([...s.all("ideas").keys()]).toEqual(["a"]);
	expect(s.get("ideas", "a")?.place).toBe("table");
	expect(s.seq.value).toBe(7);
});

test("a patch that does not follow is not taken", () => {
	const s = new Store();
	s.snapped(snap({}));
	expect(s.patched({ t: "patch", from: 6, to: 7, set: { "ideas/a": idea("a", "table") } })).toBe(false);
	expect(s.all("ideas").size).toBe(0);
	expect(s.seq.value).toBe(5);
});

test("a screen is drawn again only for the kinds it reads, and once a patch", () => {
	const s = new Store();
	s.snapped(snap({ "ideas/a": idea("a", "table"), presence: { here: 1, unplaced: 0, groups: 1 } }));
	let ideas = 0;
	let presence = 0;
	const stop = [
		effect(() => {
			s.all("ideas");
			ideas++;
		}),
		effect(() => {
			s.one("presence");
			presence++;
		}),
	];
	s.patched({ t: "patch", from: 5, to: 6, set: { "ideas/b": idea("b", "table"), "ideas/c": idea("c", "table") } });
	s.patched({ t: "patch", from: 6, to: 7, del: ["ideas/b"] });
	expect([ideas, presence]).toEqual([3, 1]);
	for (const f of stop) f();
});

afterEach(() => void vi.useRealTimers());

/** busy is a store that rests between two patches, and how often whoever reads its ideas is drawn. */
function busy() {
	vi.useFakeTimers();
	const s = new Store(undefined, 250);
	s.snapped(snap({}));
	let drawn = -1;
	effect(() => {
		s.all("ideas");
		drawn++;
	});
	let at = 5;
	const tell = (id: string) =>
		s.patched({ t: "patch", from: at, to: ++at, set: { [`ideas/${id}`]: idea(id, "table") } });
	return { s, tell, drawn: () => drawn, ids: () => [...s.all("ideas").keys()].join("") };
}

// Fifty frames a second drew the board fifty times a second.
test("what comes right after something is filed together with what follows it", () => {
	const { s, tell, drawn, ids } = busy();
	tell("a");
	expect([ids(), drawn()]).toEqual(["a", 1]);
	for (const id of "bcde") expect(tell(id)).toBe(true);
	expect([ids(), drawn(), s.seq.value]).toEqual(["a", 1, 6]);
	vi.advanceTimersByTime(250);
	expect([ids(), drawn(), s.seq.value]).toEqual(["abcde", 2, 10]);
	tell("f");
	expect(drawn()).toBe(2);
	vi.advanceTimersByTime(500);
	tell("g");
	expect([ids(), drawn()]).toEqual(["abcdefg", 4]);
});

test("what waits is filed at once when asked, and not twice", () => {
	const { s, tell, drawn, ids } = busy();
	for (const id of "abc") tell(id);
	s.flush();
	expect([ids(), drawn()]).toEqual(["abc", 2]);
	vi.advanceTimersByTime(1000);
	expect(drawn()).toBe(2);
	tell("d");
	vi.advanceTimersByTime(200);
	tell("e");
	s.flush();
	vi.advanceTimersByTime(200);
	tell("f");
	vi.advanceTimersByTime(49);
	expect(ids()).toBe("abcde");
	vi.advanceTimersByTime(1);
	expect(ids()).toBe("abcdef");
});

test("one that follows what waits is taken, one that does not is missed, and what waited is told anew", () => {
	const { s, tell, ids } = busy();
	tell("a");
	tell("b");
	expect(s.patched({ t: "patch", from: 6, to: 9, set: {} })).toBe(false);
	vi.advanceTimersByTime(250);
	expect([ids(), s.seq.value]).toEqual(["a", 6]);
});

test("a new connection, and a whole picture, forget what waits", () => {
	const { s, tell, ids } = busy();
	tell("a");
	tell("b");
	s.gaveUp();
	vi.advanceTimersByTime(250);
	expect([ids(), s.seq.value]).toEqual(["a", 6]);
	s.patched({ t: "patch", from: 6, to: 7, set: { "ideas/x": idea("x", "table") } });
	s.patched({ t: "patch", from: 7, to: 8, set: { "ideas/y": idea("y", "table") } });
	s.snapped(snap({ "ideas/b": idea("b", "table") }, 20));
	vi.advanceTimersByTime(250);
	expect([ids(), s.seq.value]).toEqual(["b", 20]);
});

test("following patches ends where a newcomer begins", () => {
	const follower = new Store();
	follower.snapped(snap({}, 0));
	const truth = new Map<string, unknown>();
	let seed = 7;
	const dice = (n: number) => {
		seed = (seed * 1103515245 + 12345) % 2147483648;
		return seed % n;
	};
	for (let n = 0; n < 500; n++) {
		const key = dice(4) ? `ideas/i${dice(20)}` : "presence";
		const gone = dice(3) === 0 && truth.has(key);
		if (gone) truth.delete(key);
		else truth.set(key, { n });
		follower.patched({ t: "patch", from: n, to: n + 1, ...(gone ? { del: [key] } : { set: { [key]: { n } } }) });
	}
	const newcomer = new Store();
	newcomer.snapped(snap(Object.fromEntries(truth), 500));
	expect(follower.dump()).toEqual(newcomer.dump());
	expect(truth.size).toBeGreaterThan(5);
});

test("what comes while a large picture is fetched is laid on top of it, in order", () => {
	const s = new Store();
	s.awaits(5);
	expect(s.patched({ t: "patch", from: 5, to: 6, set: { "ideas/a": idea("a", "table") } })).toBe(true);
	expect(s.patched({ t: "patch", from: 6, to: 8, set: { "ideas/c": idea("c", "table") }, del: ["ideas/b"] })).toBe(
		true,
	);
	expect(s.ready.value).toBe(false);
	// The picture was made in between: it knows of the first and not of the second.
	expect(s.fetched(snap({ "ideas/a": idea("a", "table"), "ideas/b": idea("b", "table") }, 7))).toBe(true);
	expect([...s.all("ideas").keys()].sort()).toEqual(["a", "c"]);
	expect(s.seq.value).toBe(8);
	expect(s.patched({ t: "patch", from: 8, to: 9, set: {} })).toBe(true);
});

test("a picture newer than the line's own position does not part the two", () => {
	const s = new Store();
	s.awaits(5);
	s.fetched(snap({}, 7));
	expect(s.patched({ t: "patch", from: 5, to: 7, set: { "ideas/a": idea("a", "table") } })).toBe(true);
	expect(s.seq.value).toBe(7);
});

test("a picture that was asked for on another connection is not taken", () => {
	const s = new Store();
	s.snapped(snap({ "ideas/a": idea("a", "table") }));
	s.awaits(9);
	s.gaveUp();
	expect(s.fetched(snap({}, 9))).toBe(false);
	expect(s.all("ideas").size).toBe(1);
	expect(s.seq.value).toBe(5);
});

test("a picture older than what we have been told of is not taken", () => {
	const s = new Store();
	s.awaits(5);
	s.awaits(9);
	expect(s.fetched(snap({}, 7))).toBe(false);
	expect(s.waiting).toBe(true);
	expect(s.fetched(snap({}, 9))).toBe(true);
	expect(s.waiting).toBe(false);
});

// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ClientFrame } from "../gen/protocol";
import { type Command, Outbox } from "./outbox";
import type { Shelf } from "./shelf";

type Cmd = Extract<ClientFrame, { t: "cmd" }>;

/** A line that can be up or down, and a shelf that outlives the box. */
function phone(rows = new Map<string, Command>()) {
	const sent: Cmd[] = [];
	const line = { up: true };
	const shelf: Shelf = {
		load: async () => [...rows.values()].sort((a, b) => a.at - b.at),
		put: async (c) => rows.set(c.id, structuredClone(c)).has(c.id),
		drop: async (id) => void rows.delete(id),
	};
	const box = new Outbox((f) => {
		if (line.up && f.t === "cmd") sent.push(f);
		return line.up;
	});
	return { box, sent, line, shelf, rows, texts: () => sent.map((c) => (c.with as { text: string }).text) };
}

const post = (box: Outbox, text: string) => box.send("idea.post", { id: text, text });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("sending", () => {
	test("one at a time, in order, and never more than eight a second", async () => {
		const p = phone();
		for (let n = 0; n < 20; n++) post(p.box, `t${n}`);
		for (let ms = 0; ms < 1000; ms += 5) {
			for (const c of p.sent) p.box.acked(c.id, 1);
			await vi.advanceTimersByTimeAsync(5);
		}
		expect(p.sent.length).toBeGreaterThan(5);
		expect(p.sent.length).toBeLessThanOrEqual(8);
		expect(p.texts()).toEqual(Array.from({ length: p.sent.length }, (_, n) => `t${n}`));
	});

	test("what was not answered is sent again with the same id when the line is back", async () => {
		const p = phone();
		const id = post(p.box, "a");
		post(p.box, "b");
		expect(p.sent.map((c) => c.id)).toEqual([id]);
		p.box.opened();
		await vi.advanceTimersByTimeAsync(200);
		expect(p.sent.map((c) => c.id)).toEqual([id, id]);
		p.box.acked(id, 4);
		await vi.advanceTimersByTimeAsync(200);
		expect(p.texts()).toEqual(["a", "a", "b"]);
	});

	test("what is too long for the line is not sent, and does not hold up what waits behind it", async () => {
		const p = phone();
		p.line.up = false;
		const id = p.box.send("idea.post", { id: "x", text: `e${"\u0301".repeat(10_000)}` });
		post(p.box, "b");
		p.line.up = true;
		p.box.opened();
		await vi.advanceTimersByTimeAsync(200);
		expect(p.texts()).toEqual(["b"]);
		expect(p.box.refusals.value.map((r) => [r.id, r.code])).toEqual([[id, "too_long"]]);
	});

	test("while one is out, the next waits, and the one is not sent twice", async () => {
		const p = phone();
		post(p.box, "a");
		post(p.box, "b");
		await vi.advanceTimersByTimeAsync(5_000);
		expect(p.texts()).toEqual(["a"]);
	});

	test("silence on an open line sends again after a while", async () => {
		const p = phone();
		post(p.box, "a");
		await vi.advanceTimersByTimeAsync(9_900);
		expect(p.sent.length).toBe(1);
		await vi.advanceTimersByTimeAsync(200);
		expect(p.texts()).toEqual(["a", "a"]);
	});

	test("while the line is down everything waits", async () => {
		const p = phone();
		p.line.up = false;
		post(p.box, "a");
		post(p.box, "b");
		await vi.advanceTimersByTimeAsync(60_000);
		expect([p.sent.length, p.box.waiting.value.length]).toEqual([0, 2]);
		p.line.up = true;
		p.box.opened();
		await vi.advanceTimersByTimeAsync(200);
		expect(p.texts()).toEqual(["a"]);
	});
});

describe("answers", () => {
	test("stored stays on screen until the picture has come", () => {
		const p = phone();
		const id = post(p.box, "a");
		p.box.acked(id, 9);
		expect(p.box.waiting.value).toEqual([]);
		expect(p.box.pending("idea.post")).toMatchObject([{ id, stored: true }]);
		p.box.shown(8);
		expect(p.box.pending("idea.post")).toHaveLength(1);
		p.box.shown(9);
		expect(p.box.pending("idea.post")).toEqual([]);
	});

	test("unchanged is done", () => {
		const p = phone();
		const told: unknown[] = [];
		p.box.settled = (_, code) => told.push(code);
		p.box.refused(post(p.box, "a"), "unchanged");
		expect([p.box.waiting.value, p.box.refusals.value, told]).toEqual([[], [], [undefined]]);
	});

	test.each(["rate", "busy", "readonly"] as const)("%s is tried again, in order", async (code) => {
		const p = phone();
		const id = post(p.box, "a");
		post(p.box, "b");
		p.box.refused(id, code);
		expect(p.box.waiting.value).toHaveLength(2);
		await vi.advanceTimersByTimeAsync(900);
		expect(p.texts()).toEqual(["a"]);
		await vi.advanceTimersByTimeAsync(4_200);
		expect(p.texts().slice(0, 2)).toEqual(["a", "a"]);
		expect(p.box.refusals.value).toEqual([]);
	});

	test("closed keeps the text, also over a reload, until the person lets go of it", async () => {
		const first = phone();
		await first.box.shelve(first.shelf);
		const id = post(first.box, "for sent");
		first.box.refused(id, "closed");
		await vi.advanceTimersByTimeAsync(10);

		const second = phone(first.rows);
		await second.box.shelve(second.shelf);
		await vi.advanceTimersByTimeAsync(500);
		expect(second.sent).toEqual([]);
		expect(second.box.refusals.value).toMatchObject([{ id, code: "closed", with: { text: "for sent" } }]);
		second.box.seen(id);
		await vi.advanceTimersByTimeAsync(10);
		expect([second.box.refusals.value, second.rows.size]).toEqual([[], 0]);
	});

	test("the settler hears why", () => {
		const p = phone();
		const told: unknown[] = [];
		p.box.settled = (c, code) => told.push([c.do, code]);
		p.box.refused(p.box.send("idea.keep", { id: "x" }), "forbidden");
		expect(told).toEqual([["idea.keep", "forbidden"]]);
	});
});

describe("the shelf", () => {
	test("a dead page's commands are sent by the next, in the order they were written", async () => {
		const first = phone();
		first.line.up = false;
		await first.box.shelve(first.shelf);
		post(first.box, "a");
		post(first.box, "b");
		await vi.advanceTimersByTimeAsync(10);
		expect(first.rows.size).toBe(2);

		const second = phone(first.rows);
		await second.box.shelve(second.shelf);
		for (let n = 0; n < 4; n++) {
			await vi.advanceTimersByTimeAsync(130);
			for (const c of second.sent) second.box.acked(c.id, n);
		}
		expect(second.texts()).toEqual(["a", "b"]);
		expect(second.rows.size).toBe(0);
	});

	test("two tabs send the same command under the same id", async () => {
		const one = phone();
		await one.box.shelve(one.shelf);
		const id = post(one.box, "a");
		await vi.advanceTimersByTimeAsync(10);
		const two = phone(one.rows);
		await two.box.shelve(two.shelf);
		await vi.advanceTimersByTimeAsync(200);
		expect(two.sent.map((c) => c.id)).toEqual([id]);
	});
});

// The page was closed before the line was shut: the deletion that was asked for of one seat went on to the next.
describe("another seat than before", () => {
	async function comesBack(seat: string) {
		const first = phone();
		await first.box.shelve(first.shelf);
		first.box.opened("s1");
		first.line.up = false;
		first.box.send("seat.forget", {});
		post(first.box, "mine ord");
		await vi.advanceTimersByTimeAsync(10);
		expect(first.rows.size).toBe(2);
		const second = phone(first.rows);
		const told: unknown[] = [];
		second.box.settled = (c, code) => told.push([c.do, code]);
		second.line.up = false;
		await second.box.shelve(second.shelf);
		await vi.advanceTimersByTimeAsync(500);
		second.line.up = true;
		second.box.opened(seat);
		for (let n = 0; n < 4; n++) {
			await vi.advanceTimersByTimeAsync(500);
			for (const c of second.sent) second.box.acked(c.id, n);
		}
		return { ...second, told };
	}

	test("does nothing that the one before asked for, and loses no word", async () => {
		const p = await comesBack("s2");
		expect(p.sent).toEqual([]);
		expect(p.box.waiting.value).toEqual([]);
		expect(p.box.refusals.value).toMatchObject([
			{ do: "seat.forget", code: "other_seat" },
			{ do: "idea.post", with: { text: "mine ord" }, code: "other_seat" },
		]);
		expect(p.told).toEqual([
			["seat.forget", "other_seat"],
			["idea.post", "other_seat"],
		]);
		expect([...p.rows.values()].map((c) => [c.do, c.code])).toEqual([["idea.post", "other_seat"]]);
	});

	test("once it is known that the phone is somebody else's now, the words go too, and those found later", async () => {
		const p = await comesBack("s2");
		p.box.forgetOthers("s2");
		expect(p.box.refusals.value).toEqual([]);
		await vi.advanceTimersByTimeAsync(10);
		expect([...p.rows.values()]).toEqual([]);
		p.rows.set("x", { id: "x", do: "idea.post", with: { text: "også det" }, at: 1, seat: "s1", code: "other_seat" });
		post(p.box, "mitt");
		await p.box.reload();
		await vi.advanceTimersByTimeAsync(10);
		expect(p.box.refusals.value).toEqual([]);
		expect([...p.rows.values()].map((c) => c.seat)).toEqual(["s2"]);
	});

	test("the same seat goes on where it was", async () => {
		const p = await comesBack("s1");
		expect(p.sent.map((c) => c.do)).toEqual(["seat.forget", "idea.post"]);
		expect(p.box.refusals.value).toEqual([]);
	});
});

describe("two tabs without network", () => {
	/** two tabs of one phone, both cut off, both knowing what waits. */
	async function tabs() {
		const one = phone();
		one.line.up = false;
		await one.box.shelve(one.shelf);
		const two = phone(one.rows);
		two.line.up = false;
		await two.box.shelve(two.shelf);
		return { one, two };
	}
	const back = async (p: ReturnType<typeof phone>) => {
		p.line.up = true;
		p.box.opened();
		for (let n = 0; n < 9; n++) {
			await vi.advanceTimersByTimeAsync(130);
			for (const c of p.sent) p.box.acked(c.id, 1);
		}
	};

	test("what one has sent, the other does not send again", async () => {
		const { one, two } = await tabs();
		post(one.box, "a");
		await vi.advanceTimersByTimeAsync(10);
		await two.box.reload();
		post(two.box, "b");
		await vi.advanceTimersByTimeAsync(10);
		await back(two);
		await back(one);
		expect([two.texts(), one.texts(), one.box.waiting.value]).toEqual([["a", "b"], [], []]);
	});

	test("the newest tap on a ballot is the one meant, in whichever tab", async () => {
		const { one, two } = await tabs();
		const tap = (p: typeof one, choice: string[]) => p.box.send("ballot.cast", { vote: "v", choice }, "ballot:v");
		tap(one, ["old"]);
		await vi.advanceTimersByTimeAsync(10);
		await two.box.reload();
		tap(two, ["new"]);
		await vi.advanceTimersByTimeAsync(10);
		await back(two);
		await back(one);
		expect([...two.sent, ...one.sent].map((c) => (c.with as { choice: string[] }).choice)).toEqual([["new"]]);
	});

	test("a no that one of them was told stands in both", async () => {
		const { one, two } = await tabs();
		const id = post(one.box, "for sent");
		await vi.advanceTimersByTimeAsync(10);
		await two.box.reload();
		two.box.refused(id, "closed");
		await vi.advanceTimersByTimeAsync(10);
		await back(one);
		expect([one.sent, one.box.refusals.value.map((c) => c.id)]).toEqual([[], [id]]);
	});

	test("a shelf that was cleared away under us takes no words with it", async () => {
		const { one } = await tabs();
		one.shelf.load = async () => undefined;
		post(one.box, "a");
		one.rows.clear();
		await back(one);
		expect(one.texts()).toEqual(["a"]);
	});
});

test("the last tap on a ballot is the one meant; the one in flight is left to land", async () => {
	const p = phone();
	const tap = (choice: string[]) => p.box.send("ballot.cast", { vote: "v", choice }, "ballot:v");
	const first = tap(["a"]);
	tap(["a", "b"]);
	tap(["a", "b", "c"]);
	expect(p.box.waiting.value).toHaveLength(2);
	p.box.acked(first, 1);
	await vi.advanceTimersByTimeAsync(200);
	expect(p.sent.map((c) => (c.with as { choice: string[] }).choice)).toEqual([["a"], ["a", "b", "c"]]);
});

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ServerFrame } from "../gen/protocol";
import { Backoff } from "./backoff";
import { Socket } from "./socket";

/** A websocket whose other end is the test. */
class Wire {
	readyState = 0;
	sent: string[] = [];
	closed = false;
	onopen: (() => void) | null = null;
	onmessage: ((m: { data: string }) => void) | null = null;
	onclose: ((e: { code: number }) => void) | null = null;
	send(text: string) {
		this.sent.push(text);
	}
	close() {
		this.closed = true;
	}
	open() {
		this.readyState = 1;
		this.onopen?.();
	}
	says(frame: Partial<ServerFrame>) {
		this.onmessage?.({ data: JSON.stringify(frame) });
	}
	drops(code: number) {
		this.readyState = 3;
		this.onclose?.({ code });
	}
}

const hi = {
	t: "hi",
	v: 1,
	room: "r",
	epoch: "e",
	seq: 1,
	now: 1,
	seat: "s",
	role: "participant",
	build: "b",
} as const;

function line(probe: () => Promise<number | undefined> = async () => undefined) {
	const wires: Wire[] = [];
	const listening: Wire[] = [];
	const heard: ServerFrame[] = [];
	const socket = new Socket(
		{ hello: () => ({ t: "hi", since: 0, epoch: "", v: 1 }), frame: (f) => heard.push(f) },
		{
			open: () => {
				const w = new Wire();
				wires.push(w);
				return w;
			},
			listen: () => {
				const w = new Wire();
				listening.push(w);
				return w;
			},
			probe,
			random: () => 0.999,
		},
	);
	const last = () => wires.at(-1) as Wire;
	const up = () => {
		last().open();
		last().says(hi);
	};
	return { socket, wires, listening, heard, last, up };
}

let open: ReturnType<typeof line>[] = [];
const start = (...args: Parameters<typeof line>) => {
	const l = line(...args);
	open.push(l);
	return l;
};
beforeEach(() => vi.useFakeTimers());
afterEach(() => {
	for (const l of open) l.socket.close();
	open = [];
	vi.useRealTimers();
});

test("the first frame says where we are; the line is up when the answer comes", () => {
	const l = start();
	l.last().open();
	expect(JSON.parse(l.last().sent[0] as string)).toMatchObject({ t: "hi", since: 0 });
	expect(l.socket.state.value.is).toBe("connecting");
	expect(l.socket.send({ t: "eph", what: 1 })).toBe(false);
	l.last().says(hi);
	expect(l.socket.state.value.is).toBe("online");
	expect(l.socket.send({ t: "eph", what: 1 })).toBe(true);
});

describe("coming back", () => {
	test("4000 to 4099 come back, and so does a line that just died", async () => {
		for (const code of [1006, 1012, 4000, 4003, 4008, 4099]) {
			const l = start();
			l.up();
			l.last().drops(code);
			expect(l.socket.state.value.is).toBe("offline");
			await vi.advanceTimersByTimeAsync(600);
			expect(l.wires.length, String(code)).toBe(2);
		}
	});

	test("4100 to 4199 do not", async () => {
		for (const code of [4100, 4103, 4199]) {
			const l = start();
			l.up();
			l.last().drops(code);
			expect(l.socket.state.value).toEqual({ is: "ended", code });
			dispatchEvent(new Event("online"));
			await vi.advanceTimersByTimeAsync(60_000);
			expect(l.wires.length).toBe(1);
		}
	});

	test("far too many commands waits a good while", async () => {
		const l = start();
		l.up();
		l.last().drops(4029);
		await vi.advanceTimersByTimeAsync(14_900);
		expect(l.wires.length).toBe(1);
		await vi.advanceTimersByTimeAsync(700);
		expect(l.wires.length).toBe(2);
	});

	test("forty seconds of silence is a dead line", async () => {
		const l = start();
		l.up();
		await vi.advanceTimersByTimeAsync(39_000);
		l.last().says(hi);
		await vi.advanceTimersByTimeAsync(39_000);
		expect(l.wires.length).toBe(1);
		await vi.advanceTimersByTimeAsync(2_000);
		expect(l.wires.length).toBe(2);
		expect(l.wires[0]?.closed).toBe(true);
	});

	test("the network coming back, or the phone being woken, tries at once", async () => {
		const l = start();
		l.up();
		for (let n = 0; n < 6; n++) {
			l.last().drops(1006);
			dispatchEvent(new Event("online"));
		}
		expect(l.wires.length).toBe(7);
		l.last().drops(1006);
		document.dispatchEvent(new Event("visibilitychange"));
		expect(l.wires.length + l.listening.length).toBe(8);
	});

	test("a phone that slept through a heartbeat does not trust its line", () => {
		const l = start();
		l.up();
		document.dispatchEvent(new Event("visibilitychange"));
		expect(l.wires.length).toBe(1);
		vi.setSystemTime(Date.now() + 30_000);
		document.dispatchEvent(new Event("visibilitychange"));
		expect(l.wires.length).toBe(2);
	});

	test("a node that leaves spreads its people over the time it gives", async () => {
		const l = start();
		l.up();
		l.last().says({ t: "move", after: 4000 });
		await vi.advanceTimersByTimeAsync(3_900);
		expect(l.wires.length).toBe(1);
		await vi.advanceTimersByTimeAsync(200);
		expect(l.wires.length).toBe(2);
	});

	test("the door is asked when no line ever opens, and its no is final", async () => {
		const l = start(async () => 401);
		l.last().drops(1006);
		await vi.advanceTimersByTimeAsync(10);
		expect(l.socket.state.value).toEqual({ is: "ended", code: 401 });
	});

	test("a late word from a line we have left is not heard", () => {
		const l = start();
		l.up();
		const old = l.last();
		const take = old.onmessage;
		l.socket.again();
		take?.({ data: JSON.stringify({ t: "ack", id: "x", seq: 1 }) });
		expect(l.heard.map((f) => f.t)).toEqual(["hi"]);
	});
});

test("the wait doubles, is never more than fifteen seconds, and is thrown with the whole die", () => {
	const most = new Backoff(() => 1);
	expect(Array.from({ length: 8 }, () => most.next())).toEqual([500, 1000, 2000, 4000, 8000, 15000, 15000, 15000]);
	expect(new Backoff(() => 0).next()).toBe(0);
	most.reset();
	expect(most.next()).toBe(500);
});

test("the wait starts over only after thirty calm seconds", async () => {
	const l = start();
	l.up();
	for (let n = 0; n < 5; n++) {
		l.last().drops(1006);
		await vi.advanceTimersByTimeAsync(15_000);
		l.up();
	}
	const hasty = l.wires.length;
	l.last().drops(1006);
	await vi.advanceTimersByTimeAsync(600);
	expect(l.wires.length).toBe(hasty);
	await vi.advanceTimersByTimeAsync(15_000);
	l.up();
	await vi.advanceTimersByTimeAsync(30_500);
	const calm = l.wires.length;
	l.last().drops(1006);
	await vi.advanceTimersByTimeAsync(600);
	expect(l.wires.length).toBe(calm + 1);
});

describe("a network that lets no websocket through", () => {
	/** blocked is a line that has given up on websockets and listens. */
	const blocked = () => {
		const l = start();
		for (let n = 0; n < 3; n++) {
			l.last().drops(1006);
			vi.advanceTimersByTime(15_000);
		}
		return l;
	};

	test("after three that came to nothing the same frames go by plain http", () => {
		const l = start();
		for (let n = 0; n < 2; n++) {
			l.last().drops(1006);
			vi.advanceTimersByTime(15_000);
		}
		expect([l.wires.length, l.listening.length]).toEqual([3, 0]);
		l.last().drops(1006);
		vi.advanceTimersByTime(15_000);
		expect([l.wires.length, l.listening.length]).toEqual([3, 1]);
		l.listening[0]?.open();
		l.listening[0]?.says(hi);
		expect(l.socket.state.value).toEqual({ is: "online" });
		l.socket.send({ t: "eph", what: "typing" });
		expect(l.listening[0]?.sent.length).toBe(2);
	});

	test("one that was heard on counts as none", () => {
		const l = start();
		for (let n = 0; n < 5; n++) {
			l.up();
			l.last().drops(1006);
			vi.advanceTimersByTime(15_000);
		}
		expect(l.listening.length).toBe(0);
	});

	test("a websocket that gets through after all takes over, and one that does not is let be", () => {
		const l = blocked();
		l.listening[0]?.open();
		l.listening[0]?.says(hi);
		vi.advanceTimersByTime(10_000);
		expect(l.wires.length).toBe(4);
		l.last().drops(1006);
		expect(l.socket.state.value).toEqual({ is: "online" });
		for (let n = 0; n < 10; n++) {
			l.listening[0]?.says(hi);
			vi.advanceTimersByTime(30_000);
		}
		expect(l.wires.length).toBe(5);
		l.last().open();
		expect([l.wires.length, l.listening[0]?.closed]).toEqual([6, true]);
		l.up();
		expect(l.socket.state.value).toEqual({ is: "online" });
	});

	test("another network is met with a websocket", () => {
		const l = blocked();
		dispatchEvent(new Event("online"));
		expect([l.wires.length, l.listening.length]).toEqual([4, 1]);
	});
});

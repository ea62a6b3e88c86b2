import type { Page } from "playwright-core";

type Said = readonly [command: string, with_: Record<string, unknown>];

interface Heard {
	/** What was shown when it had been said. */
	set: Record<string, unknown>;
	/** The codes of what was refused. */
	refused: string[];
}

/**
 * errand says commands from somebody's machine without its screens: for what led up to a chapter, and not for what
 * it is about. It uses the cookie the machine has.
 */
export function errand(
	page: Page,
	room: string,
	surface: "p" | "lead",
	commands: readonly Said[] = [],
): Promise<Heard> {
	return page.evaluate(
		({ room, surface, commands }) =>
			new Promise<Heard>((done, failed) => {
				const heard: Heard = { set: {}, refused: [] };
				const line = new WebSocket(`ws://${location.host}/api/rooms/${room}/ws?surface=${surface}`);
				let left = commands.length;
				const begun = Date.now();
				const say = (n: number) => {
					const [what, with_] = commands[n] ?? [];
					line.send(JSON.stringify({ t: "cmd", id: `errand-${begun}-${n}`, do: what, with: with_ }));
				};
				line.onerror = () => failed(new Error("no line"));
				line.onopen = () => line.send(JSON.stringify({ t: "hi", v: 1, since: 0 }));
				line.onmessage = async ({ data }) => {
					const frame = JSON.parse(data);
					if (frame.t === "snap") {
						heard.set = frame.large
							? (await (await fetch(`/api/rooms/${room}/view?surface=${surface}`)).json()).set
							: frame.set;
						for (const n of commands.keys()) say(n);
					}
					if (frame.t === "refused") heard.refused.push(frame.code);
					if (frame.t === "ack" || frame.t === "refused") left--;
					if (frame.t !== "hi" && left === 0) {
						line.close(1000);
						done(heard);
					}
				};
			}),
		{ room, surface, commands },
	);
}

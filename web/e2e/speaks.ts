import type { Page } from "playwright-core";

/** speaks says commands on a line of its own, as another phone of the same person would, as fast as the meeting takes them. */
export const speaks = (
	page: Page,
	room: string,
	commands: { do: string; with: unknown }[],
	surface: "p" | "lead" = "p",
) =>
	page.evaluate(
		({ room, commands, surface, salt }) =>
			new Promise<void>((done, failed) => {
				const ws = new WebSocket(`ws://${location.host}/api/rooms/${room}/ws?surface=${surface}`);
				let at = 0;
				const next = () => {
					if (at === commands.length) return done(ws.close());
					ws.send(JSON.stringify({ t: "cmd", id: `spoken-${salt}-${at}`, ...commands[at] }));
				};
				ws.onopen = () => ws.send(JSON.stringify({ t: "hi", since: 0, epoch: "", v: 1 }));
				ws.onmessage = ({ data }) => {
					const frame = JSON.parse(data);
					if (frame.t === "snap") next();
					if (frame.t === "ack") {
						at++;
						next();
					}
					if (frame.t !== "refused") return;
					// Nothing tells when a pace is free again: one knocks once more, as a phone does.
					if (frame.code === "rate" || frame.code === "busy") setTimeout(next, 200);
					else failed(new Error(`${commands[at]?.do} was refused: ${frame.code}`));
				};
			}),
		{ room, commands, surface, salt: Math.random().toString(36).slice(2) },
	);

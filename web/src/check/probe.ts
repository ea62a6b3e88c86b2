/** What can be wrong in a hall. The first is seen by nobody having come through; the last three only people can see. */
export type Fault = "isolation" | "portal" | "socket" | "http" | "clock" | "mirror" | "small" | "mute";

export const allFault: readonly Fault[] = ["isolation", "portal", "socket", "http", "clock", "mirror", "small", "mute"];

const patience = 5000;
const drift = 60_000; // a clock so far off makes timers and cookies lie

/** probe finds out what a machine can find out by itself about the way to us. */
export async function probe(): Promise<Fault[]> {
	const faults: Fault[] = [];
	const now = await reached();
	if (now === undefined) faults.push("portal");
	else if (Math.abs(Date.now() - now) > drift) faults.push("clock");
	if (now !== undefined && !(await socket())) faults.push("socket");
	if (!isSecureContext) faults.push("http");
	return faults;
}

/** reached gives our clock, or nothing when somebody else answers in our place. */
async function reached(): Promise<number | undefined> {
	try {
		const answer = await fetch("/api/check", { cache: "no-store" });
		const said = (await answer.json()) as { ok?: unknown; now?: unknown };
		return said.ok === true && typeof said.now === "number" ? said.now : undefined;
	} catch {
		return undefined;
	}
}

function socket(): Promise<boolean> {
	return new Promise((tell) => {
		const timer = setTimeout(() => done(false), patience);
		const ws = new WebSocket(`${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}/api/check/ws`);
		const done = (ok: boolean) => {
			clearTimeout(timer);
			ws.close();
			tell(ok);
		};
		ws.onmessage = () => done(true);
		ws.onerror = () => done(false);
		ws.onclose = () => done(false);
	});
}

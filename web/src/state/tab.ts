import { newId } from "../net/ids";
import { notebook } from "./notebook";

// The tabs of a browser hear of what one of them writes down, on plain http
// too: one asks who is there, and the others write their names under the
// question. What has fallen asleep or died does not answer.
const question = "tabs";
const patience = 500;

let id = "";
let asked = "";
let calling: Promise<(tab: string) => boolean> | undefined;

/** tab is this tab's own name. It outlives a reload, and no other tab has it once we have asked around. */
export function tab(): string {
	if (!id) name(session() || newId(8));
	return id;
}

/** others asks which tabs there are beside this one. A name that was copied along with a tab is given up for a new one. */
export function others(): Promise<(tab: string) => boolean> {
	calling ??= call().finally(() => {
		calling = undefined;
	});
	return calling;
}

async function call(): Promise<(tab: string) => boolean> {
	asked = newId(8);
	const mine = `tab:${asked}:`;
	notebook.write(question, asked);
	await new Promise((done) => setTimeout(done, patience));
	const here = new Set<string>();
	for (const key of notebook.keys(mine)) {
		here.add(key.slice(mine.length));
		notebook.write(key, "");
	}
	if (here.has(tab())) name(newId(8));
	return (tab) => here.has(tab);
}

addEventListener("storage", (e) => {
	if (e.key === question && e.newValue && e.newValue !== asked) notebook.write(`tab:${e.newValue}:${tab()}`, "1");
});

function session(): string | null {
	try {
		return sessionStorage.getItem("tab");
	} catch {
		return null;
	}
}

function name(now: string): void {
	id = now;
	try {
		sessionStorage.setItem("tab", now);
	} catch {
		// A tab that cannot remember its name has another after a reload, and takes up what it left behind.
	}
}

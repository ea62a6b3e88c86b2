import { type Signal, signal } from "@preact/signals";

export type Route = { at: "door" } | { at: "plan" } | { at: "help" } | { at: "room"; room: string };

/** Where we are on the participant's page. */
export const route: Signal<Route> = signal(read());

function read(): Route {
	const room = /^\/rom\/([^/]+)/.exec(location.pathname)?.[1];
	if (room) return { at: "room", room };
	const asked = new URLSearchParams(location.search);
	return { at: asked.has("ny") ? "plan" : asked.has("hjelp") ? "help" : "door" };
}

/** go moves to another address of this page without fetching anything. */
export function go(address: string, instead = false): void {
	if (instead) history.replaceState(null, "", address);
	else history.pushState(null, "", address);
	route.value = read();
}

addEventListener("popstate", () => {
	route.value = read();
});

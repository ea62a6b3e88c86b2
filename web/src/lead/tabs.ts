import { type ReadonlySignal, signal } from "@preact/signals";

/** The tabs of the panel. The one that is open stands in the address, so that back goes back. */
export const tabs = ["run", "groups", "merge", "vote", "measures", "ready", "about"] as const;
export type Tab = (typeof tabs)[number];

const open = signal<Tab>(fromAddress());
addEventListener("hashchange", () => {
	open.value = fromAddress();
});

export const tab: ReadonlySignal<Tab> = open;

function fromAddress(): Tab {
	const said = location.hash.slice(1);
	return tabs.find((t) => t === said) ?? "run";
}

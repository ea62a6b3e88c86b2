import { type ReadonlySignal, signal } from "@preact/signals";
import type { PhaseKind } from "../gen/protocol";

/** The tabs of the panel. The one that is open stands in the address, so that back goes back. */
export const tabs = ["run", "groups", "merge", "vote", "measures", "ready", "about"] as const;
/** What is opened by a button of its own, beside the tabs. */
export const places = [...tabs, "see"] as const;
export type Tab = (typeof places)[number];

/** Which tab the work of a step is done on, when it is not the first. */
const desks: Partial<Record<PhaseKind, Tab>> = {
	sammenslaing: "merge",
	avstemning: "vote",
	resultat: "vote",
	ansvarlig: "measures",
};

export const deskOf = (kind: PhaseKind | undefined): Tab => (kind && desks[kind]) ?? "run";

/** openTab goes to a tab as a press on it does. */
export function openTab(name: Tab): void {
	if (tab.peek() !== name) location.hash = name;
}

const open = signal<Tab>(fromAddress());
addEventListener("hashchange", () => {
	open.value = fromAddress();
});

export const tab: ReadonlySignal<Tab> = open;

function fromAddress(): Tab {
	const said = location.hash.slice(1);
	return places.find((t) => t === said) ?? "run";
}

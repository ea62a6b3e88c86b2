import { type ReadonlySignal, signal } from "@preact/signals";

/** The pages of the follow-up year. The one that is open stands in the address, so that back goes back. */
export const pages = ["measures", "answer", "since", "dates", "grant", "check", "handover"] as const;
export type Page = (typeof pages)[number];

/** The same measures seen in three ways. */
export const ways = ["list", "board", "year"] as const;
export type Way = (typeof ways)[number];

export interface Where {
	page: Page;
	way: Way;
	/** A measure's id when one is open. */
	measure: string;
}

/** keyIn is the group's key if the address holds one. Pages begin with a slash, keys never do. */
export const keyIn = (hash: string): string => (/^#[0-9a-z]/i.test(hash) ? hash.slice(1) : "");

export const toPage = (page: Page): string => `#/${page}`;
export const toWay = (way: Way): string => `#/measures/${way}`;
export const toMeasure = (id: string): string => `#/measure/${id}`;

const open = signal<Where>(read(location.hash));
addEventListener("hashchange", () => {
	open.value = read(location.hash);
});
export const where: ReadonlySignal<Where> = open;

export function read(hash: string): Where {
	const [, first = "", second = ""] = hash.split("/");
	return {
		page: pages.find((p) => p === first) ?? "measures",
		way: ways.find((w) => w === second) ?? "list",
		measure: first === "measure" ? decodeURIComponent(second) : "",
	};
}

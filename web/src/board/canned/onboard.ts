import type { Pictures } from "../../gen/protocol";

/** leadOnly never reaches a projector: nothing of the lead's, nobody's seat. */
const leadOnly = [
	"tray",
	"pace",
	"script",
	"scripts",
	"desk",
	"acts",
	"seats",
	"progress",
	"offers",
	"seating",
	"suggestions",
	"goodbyes",
	"changes",
];

export function onBoard(set: Pictures): Pictures {
	const hidden =
		(set.step as { kind: string }).kind === "avstemning" || set["unveiled/v1"] ? [...leadOnly, "results"] : leadOnly;
	const up = `slides/${(set.showing as { slide: string }).slide}`;
	return Object.fromEntries(
		Object.entries(set).filter(
			([k]) => !hidden.includes(k.split("/")[0] as string) && (!k.startsWith("slides/") || k === up),
		),
	);
}

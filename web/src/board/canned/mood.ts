import type { MoodView } from "../../gen/protocol";
import { longest } from "./longest";

/** mood is three scales that everybody answers, and then how the answers lie: too few have answered the last. */
export const mood = (counted: boolean, long?: boolean): MoodView => ({
	step: "stemning",
	title: "Stemningen her",
	asks: long
		? [1, 2, 3].map((n) => longest(60 - n))
		: ["Her er det lett å finne på noe", "Her er det greit å være ny", "Her blir vi hørt"],
	also: [],
	status: counted ? "counted" : "open",
	cast: counted ? 0 : 19,
	of: 24,
	spread: counted ? [[1, 3, 6, 9, 4], [0, 2, 5, 11, 3], long ? [8, 7, 4, 2, 0] : []] : [],
});

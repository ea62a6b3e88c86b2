// Made by words.mjs from locales/nb.json. Do not edit.

export type Key =
	| "common.app"
	| "common.noscript"
	| "lang.dir"
	| "lang.name"
	| "lang.status";

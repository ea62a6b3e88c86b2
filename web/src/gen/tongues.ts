// Made by internal/tsgen from package room. Do not edit.

/** Languages a note can be said to be in, each by its own name; the last is any other. */
export const tongues = [
	["uk", "Українська"],
	["ar", "العربية"],
	["pl", "Polski"],
	["so", "Soomaali"],
	["ti", "ትግርኛ"],
	["en", "English"],
	["lt", "Lietuvių"],
	["fa", "فارسی"],
	["tr", "Türkçe"],
	["es", "Español"],
	["se", "Davvisámegiella"],
	["und", ""],
] as const;

// Dates and times of day, the way they are written here. Browsers have no data
// for nynorsk: asked for it they answer in English, so months are taken from
// bokmål, where they are the same words.

const known = (lang: string) => (lang === "nn" || lang === "se" ? "nb" : lang);

/** dayMonth writes 2021-01-29 as 29. januar. What is no date is shown as it stands. */
export function dayMonth(lang: string, iso: string): string {
	const day = new Date(`${iso}T12:00:00Z`);
	if (!iso || Number.isNaN(day.getTime())) return iso;
	return new Intl.DateTimeFormat(known(lang), { day: "numeric", month: "long", timeZone: "UTC" }).format(day);
}

/** clockTime writes a moment as 9.05 in the meeting's own time zone, 9:05 in English. */
export function clockTime(lang: string, ms: number, zone: string): string {
	const parts = new Intl.DateTimeFormat("en-GB", {
		hour: "numeric",
		minute: "2-digit",
		timeZone: zone || "Europe/Oslo",
	})
		.formatToParts(ms)
		.filter((p) => p.type === "hour" || p.type === "minute")
		.map((p) => p.value);
	return `${Number(parts[0])}${lang === "en" ? ":" : "."}${parts[1]}`;
}

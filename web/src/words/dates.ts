import { locale } from "./locale";
import { lang, t } from "./words";

const weekdaysNn = ["søndag", "måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag"];

/** listed sets words in a row, as “1, 2 og 3”. */
export function listed(words: string[]): string {
	return new Intl.ListFormat(locale(lang.value)).format(words);
}

/** day writes YYYY-MM-DD as “29. januar”, with the year when it is another than this one. */
export function day(date: string, today = new Date(), code = lang.value): string {
	const at = new Date(`${date}T12:00:00Z`);
	if (Number.isNaN(at.getTime())) return date;
	const year = at.getUTCFullYear() === today.getFullYear() ? {} : { year: "numeric" as const };
	return new Intl.DateTimeFormat(locale(code), {
		day: "numeric",
		month: "long",
		...year,
		timeZone: "UTC",
	}).format(at);
}

/** weekday is the name of the day of YYYY-MM-DD. */
export function weekday(date: string): string {
	const at = new Date(`${date}T12:00:00Z`);
	if (lang.value === "nn") return weekdaysNn[at.getUTCDay()] ?? "";
	return new Intl.DateTimeFormat(locale(lang.value), { weekday: "long", timeZone: "UTC" }).format(at);
}

/** byDay writes “Innen 29. januar”, or that it is not clarified. */
export function byDay(date: string): string {
	return date ? t("common.by", { date: day(date) }) : t("common.unclear");
}

/** month writes YYYY-MM as “januar 2021”. */
export function month(of: string): string {
	const at = new Date(`${of}-15T12:00:00Z`);
	return new Intl.DateTimeFormat(locale(lang.value), { month: "long", year: "numeric", timeZone: "UTC" }).format(at);
}

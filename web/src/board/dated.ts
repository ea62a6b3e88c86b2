import { day } from "../words/dates";
import { second } from "../words/second";

/** dated is a day as each of the hall's two languages writes it. */
export const dated = (date: string) => ({
	with: { date: day(date) },
	other: { date: day(date, undefined, second.value || undefined) },
});

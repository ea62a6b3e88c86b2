import type { Meeting } from "../state/meeting";
import type { Calendar } from "./calendar";

/** What every screen of the follow-up year is a function of. */
export interface Given {
	m: Meeting;
	cal: Calendar;
}

/** dated tells a date, or nothing yet. What was written in words before stays words. */
export const dated = (text: string): boolean => text === "" || /^\d{4}-\d\d-\d\d$/.test(text);

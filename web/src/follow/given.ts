import type { Meeting } from "../state/meeting";
import type { Calendar } from "./calendar";

/** What every screen of the follow-up year is a function of. */
export interface Given {
	m: Meeting;
	cal: Calendar;
}

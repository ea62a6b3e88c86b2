// A moment as machines write it, where the meeting is. What people read comes after: dates.ts and clock.ts.

const there = (zone: string) => (zone ? { timeZone: zone } : {});

/** dateIn is the date a moment falls on, YYYY-MM-DD. */
export const dateIn = (at: number, zone: string): string =>
	new Intl.DateTimeFormat("sv", { year: "numeric", month: "2-digit", day: "2-digit", ...there(zone) }).format(at);

// A clock costs more to make than everything it is asked, and a plan has two for each line.
const clocks: Record<string, Intl.DateTimeFormat> = {};

/** timeIn is the time of day it falls on, HH:MM. */
export const timeIn = (at: number, zone: string): string => {
	clocks[zone] ??= new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", ...there(zone) });
	return clocks[zone].format(at);
};

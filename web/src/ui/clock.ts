// What a countdown shows. The time comes from the server's clock; nothing here
// reads one.

export interface Countdown {
	ends: number; // unix milliseconds, 0 when it stands still
	left: number; // milliseconds left while it stands still
	total: number; // milliseconds; 0 when there is no countdown
}

/** leftOf is how many milliseconds are left; below zero is over time. */
export function leftOf(c: Countdown, now: number): number {
	return c.ends ? c.ends - now : c.left;
}

/** running tells a countdown from a clock that was never set. */
export const running = (c: Countdown | undefined): c is Countdown => !!c && c.total > 0;

/** minutes writes milliseconds as 3:42. A second that has begun counts, so that 0:00 means over. */
export function minutes(ms: number): string {
	const s = Math.max(0, Math.ceil(ms / 1000));
	return `${Math.floor(s / 60)}:${String(s % 60).padStart(2, "0")}`;
}

/** share is how much of the table is left, 0 to 100. */
export function share(c: Countdown, now: number): number {
	if (c.total <= 0) return 0;
	return Math.round(Math.min(1, Math.max(0, leftOf(c, now) / c.total)) * 100);
}

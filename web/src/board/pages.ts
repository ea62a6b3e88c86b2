import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

const turn = 12_000;

/** cut fills pages in order: as many things as fit, at least one, none split. */
export function cut<T>(things: readonly T[], size: (thing: T) => number, room: number): T[][] {
	const pages: T[][] = [[]];
	let used = 0;
	for (const thing of things) {
		const s = size(thing);
		if (used > 0 && used + s > room) {
			pages.push([]);
			used = 0;
		}
		(pages[pages.length - 1] as T[]).push(thing);
		used += s;
	}
	return pages;
}

/**
 * usePages shows one page at a time and turns it, since nobody at a projector has a mouse. It goes
 * to what was changed last, so that the hall sees what is being written, and stands still on request.
 */
export function usePages<T>(pages: readonly T[][], id: (thing: T) => string, still: boolean): [readonly T[], number] {
	const [at, go] = useState(0);
	const before = useRef(new Map<string, string>());
	const n = Math.min(at, pages.length - 1);

	useEffect(() => {
		const seen = new Map<string, string>();
		let news = -1;
		pages.forEach((page, p) => {
			for (const thing of page) {
				const now = JSON.stringify(thing);
				seen.set(id(thing), now);
				if (before.current.size && before.current.get(id(thing)) !== now) news = p;
			}
		});
		before.current = seen;
		if (news >= 0) go(news);
	});

	useEffect(() => {
		if (still || pages.length < 2) return;
		const timer = setTimeout(() => go((n + 1) % pages.length), turn);
		return () => clearTimeout(timer);
	}, [n, pages.length, still]);

	useEffect(() => {
		const key = (e: KeyboardEvent) => {
			const step = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[e.key];
			// From where it is now, not from where it was drawn last: two quick presses turn two pages.
			if (step) go((now) => (Math.min(now, pages.length - 1) + step + pages.length) % pages.length);
		};
		addEventListener("keydown", key);
		return () => removeEventListener("keydown", key);
	}, [n, pages.length]);

	return [pages[n] ?? [], n];
}

/**
 * useRows cuts rows into pages by how tall they really are. A row that has not been on screen is
 * guessed; when it has, it is known, and the pages are cut again if the guess was wrong.
 */
export function useRows<T>(
	rows: readonly T[],
	guess: (row: T) => number,
	body: RefObject<HTMLElement | null>,
	box: RefObject<HTMLElement | null>,
): T[][] {
	const known = useRef(new Map<string, number>());
	const [room, setRoom] = useState(Number.POSITIVE_INFINITY);
	const [, again] = useState(0);
	const key = (row: T) => JSON.stringify(row);
	const measure = () => {
		const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
		const head = body.current?.previousElementSibling?.getBoundingClientRect().height ?? 0;
		const free = ((box.current?.getBoundingClientRect().height ?? 0) - head) / rem;
		if (free <= 0) return; // not laid out yet
		let news = false;
		for (const el of (body.current?.children ?? []) as Iterable<HTMLElement>) {
			const row = rows[Number(el.dataset.row)];
			const tall = el.getBoundingClientRect().height / rem;
			if (row === undefined || Math.abs((known.current.get(key(row)) ?? 0) - tall) < 0.05) continue;
			known.current.set(key(row), tall);
			news = true;
		}
		if (Math.abs(free - room) > 0.1 || room === Number.POSITIVE_INFINITY) setRoom(free);
		else if (news) again((n) => n + 1);
	};
	useLayoutEffect(measure);
	// A board goes to full screen, a letter comes late, and the lines break elsewhere.
	useEffect(() => {
		const seen = new ResizeObserver(measure);
		for (const el of [box.current, body.current]) if (el) seen.observe(el);
		return () => seen.disconnect();
	});
	return cut(rows, (row) => known.current.get(key(row)) ?? guess(row), room);
}

import type { Page } from "playwright-core";

/** mirror writes a catalogue from right to left, in letters that nobody can mistake for ours. */
export function mirror(texts: Record<string, string>): Record<string, string> {
	const letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي";
	const other = (text: string) =>
		text.replace(/\{\w+(, plural,)?|\b(?:one|other) \{|\p{L}/gu, (c) =>
			c.length > 1 ? c : (letters[(c.codePointAt(0) ?? 0) % letters.length] ?? c),
		);
	const out = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, other(text)]));
	return { ...out, "lang.dir": "rtl", "lang.name": "اختبار", "lang.status": "utkast" };
}

/** turned has the plain pages, which the house writes whole, come from right to left in the same letters. */
export async function turned(page: Page): Promise<void> {
	await page.route(
		(url) => !/^\/(api\/.*|(rom|oppfolging)\/.*|.*\.\w+)?$/.test(url.pathname),
		async (route) => {
			const answer = await route.fetch({ maxRedirects: 0 });
			const text = await answer.text();
			const body = text
				.replace(' dir="ltr"', ' dir="rtl"')
				.replace(/>[^<]+(?=<)/g, (said) => mirror({ said: said.replace(/&\w+;|&#\d+;/g, " ") }).said ?? said);
			await route.fulfill({ response: answer, body });
		},
	);
}

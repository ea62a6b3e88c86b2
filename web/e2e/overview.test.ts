import { afterAll, beforeAll, describe, expect } from "vitest";
import { type Device, sees } from "./device";
import { errand } from "./errand";
import { Hall, ways } from "./hall";
import { look } from "./look";
import { story } from "./story";
import { t } from "./words";

/** A no is a status, and Chromium writes every such status on its console. */
const aNo = /status of 4\d\d/;

const dugnads = [
	{
		title: "Fritid for alle på Solbakken",
		measures: [
			["Egen koordinator for fritid", "Virksomhetsleder kultur", "2020-11-20", "i-gang", "Utlysningen ligger ute"],
			["Minibuss til kveldstreningene", "Avdelingsleder oppvekst", "2020-12-10", "star-fast", "Vi venter på svar"],
			["Åpen hall hver fredag", "Idrettsrådet", "2021-03-01", "pa-plass", ""],
		],
	},
	{
		title: "Trygg skolevei i Bekkelia",
		measures: [
			["Gatelys langs Bekkeveien", "Teknisk", "2020-12-01", "ikke-startet", ""],
			["Minibussen stopper ved skolen", "Avdelingsleder oppvekst", "2021-02-01", "i-gang", ""],
		],
	},
	{ title: "Ungdom og kveldsåpen kafé", measures: [] },
] as const;

describe("all the meetings together", () => {
	let hall: Hall;
	let kari: Device;
	let phone: Device;
	const chapter = story(() => hall);
	const heading = (name: string, d = kari) => d.page.getByRole("heading", { name, exact: true });
	const knock = async (d: Device, key: string) => {
		await d.page.getByLabel(t("p.plan.operator")).fill(key);
		await d.page.getByRole("button", { name: t("oversikt.open") }).click();
	};
	const key = () => /\/oversikt[^:]*: ([0-9A-Z-]{26,})/.exec(hall.house.log)?.[1] ?? "";

	beforeAll(async () => {
		hall = await Hall.open(ways[0], "2020-11-25T09:00:00+01:00");
	});
	afterAll(() => hall.close());

	chapter("the door: no key, a wrong key, and the one that was printed", async () => {
		kari = await hall.device("kari", "lead");
		phone = await hall.device("phone", "phone");
		for (const d of [kari, phone]) {
			d.allow(aNo);
			await d.page.goto("/oversikt");
			await sees(heading(t("oversikt.door"), d));
			await knock(d, "7GK2-MX4Q-9ZT0-VWRB-5NCD-HJ3E-8A");
			await sees(d.page.getByText(t("refused.wrong_key")));
			await look(d, `oversikt-door-${d.kind}`);
			await knock(d, key());
			await sees(d.page.getByText(t("oversikt.empty")));
			await look(d, `oversikt-empty-${d.kind}`);
		}
	});

	chapter("three dugnads are held, and one is to come", async () => {
		const lead = await hall.device("lead", "lead");
		await lead.page.goto("/");
		for (const [n, { title, measures }] of dugnads.entries()) {
			const room: string = await lead.page.evaluate(async (title) => {
				const answer = await fetch("/api/meetings", {
					method: "POST",
					headers: { "Content-Type": "application/json" },
					body: JSON.stringify({ title, lang: "nb", answerBy: "2020-12-15" }),
				});
				return (await answer.json()).room;
			}, title);
			if (n === 2) continue;
			const said = await errand(lead.page, room, "lead", [
				["agenda.next", {}],
				["meeting.end", {}],
				...measures.flatMap(([title, who, due, status, says], m) => {
					const id = `m${m}`;
					return [
						["measure.take", { id, title }],
						["measure.edit", { id, field: "responsible", text: who }],
						["measure.edit", { id, field: "due", text: due }],
						["status.set", { id, status, says }],
					] as [string, Record<string, unknown>][];
				}),
			]);
			expect(said.refused).toEqual([]);
		}
	});

	chapter("the operator sees them all, on a laptop and on a phone", async () => {
		for (const d of [kari, phone]) {
			await d.page.goto("/oversikt");
			await sees(heading(t("oversikt.title"), d));
			await sees(heading(t("oversikt.late_title"), d));
			await sees(
				d.page
					.getByRole("region", { name: t("oversikt.table"), exact: true })
					.getByRole("table")
					.getByRole("link", { name: dugnads[1].title }),
			);
			await sees(d.page.getByRole("link", { name: /minibuss.*i 2 dugnader/ }));
			await look(d, `oversikt-${d.kind}`);
		}
	});

	chapter("sixty days on nobody knows how it goes, and an answer is late", async () => {
		await hall.house.at("2021-02-10T09:00:00+01:00");
		await kari.page.goto("/oversikt");
		await knock(kari, key());
		await sees(heading(t("oversikt.title")));
		await sees(kari.page.getByText(t("plain.status_ukjent")).first());
		await sees(kari.page.getByRole("link", { name: /forsinket/ }).first());
		await look(kari, "oversikt-late");
	});

	chapter("a search finds the word in another form, and the way to the meeting", async () => {
		for (const d of [kari, phone]) {
			if (d === phone) await d.page.goto("/oversikt").then(() => knock(d, key()));
			await d.page.getByRole("searchbox").fill("minibussene");
			await d.page.getByRole("button", { name: t("oversikt.find"), exact: true }).click();
			await sees(heading(t("oversikt.hits", { n: 2 }), d));
			expect(await d.page.locator("mark").allTextContents()).toEqual(["Minibussen", "Minibuss"]);
			await look(d, `oversikt-search-${d.kind}`);
		}
		await kari.page.getByRole("link", { name: dugnads[0].title }).click();
		await sees(kari.page.getByText(t("follow.door.title")).first());
		await kari.page.goto("/oversikt?q=trikk");
		await sees(heading(t("oversikt.none")));
		await look(kari, "oversikt-none");
	});
});

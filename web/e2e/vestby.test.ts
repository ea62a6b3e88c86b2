import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import { type Device, sees } from "./device";
import { Hall, ways } from "./hall";
import { look } from "./look";
import { story } from "./story";
import { t } from "./words";

/** The acceptance story: the demo plays the evening and the year, and somebody opens the link on 1 October 2021. */
describe("Vestby, on day 310", () => {
	let hall: Hall;
	let said = "";
	let member: Device;
	let room = "";
	const chapter = story(() => hall);

	beforeAll(async () => {
		hall = await Hall.open(ways[0], "2020-11-25T09:00:00+01:00");
	});
	afterAll(() => hall.close());

	const page = () => member.page;
	const heading = (name: string) => page().getByRole("heading", { name, exact: true });
	const chip = (s: string) => page().locator(".totals li").filter({ hasText: s });

	chapter(
		"the demo plays the evening and the year, and every number is as expected",
		async () => {
			const { port, metrics } = hall.house;
			const with_ = ["-fast", "-check", "-url", `http://127.0.0.1:${port}`, "-clock", `http://127.0.0.1:${metrics}`];
			said = (await promisify(execFile)(inject("bin"), ["demo", ...with_], { timeout: 110_000 })).stdout;
			expect(said).toMatch(/^all \d\d numbers are as expected$/m);
		},
		120_000,
	);

	chapter("a member opens the link: day 310, one in place, six under way, one dropped", async () => {
		const link = /(\/oppfolging\/(\w+)#\w+)/.exec(said);
		room = link?.[2] ?? "";
		member = await hall.device("member", "lead");
		await page().goto(link?.[1] ?? "");
		await sees(heading(t("follow.day", { n: 310 })));
		for (const [status, n] of [
			["pa_plass", 1],
			["i_gang", 6],
			["lagt_bort", 1],
		] as const)
			await sees(chip(t(`plain.status_${status}`)).getByText(String(n), { exact: true }));
		await page().getByText(t("follow.evening"), { exact: true }).click();
		await sees(page().getByRole("table", { name: t("follow.evening.people", { n: 40 }) }));
		await sees(
			page()
				.getByRole("table", { name: t("follow.evening.votes", { n: 37 }) })
				.getByRole("cell", { name: "34", exact: true }),
		);
		await look(member, "vestby-310");
	});

	chapter("the co-ordinator came from six ideas of six tables, and they are all there", async () => {
		await page().getByRole("rowheader").getByRole("link", { name: "Egen koordinator for fritid", exact: true }).click();
		await sees(heading("Egen koordinator for fritid"));
		for (const idea of [
			"Én fast person i kommunen som lag og skole kan kontakte",
			"Ett telefonnummer der foreldre får hjelp til å finne noe",
			"Noen som følger opp dem som ikke er med på noe",
			"Koordinator som kobler kommune, lag og næringsliv",
			"Bindeledd som kjenner språk og familier som er nye",
			"Noen som vet hvor man kan låne og hjelper til med det",
		])
			await sees(page().getByText(idea, { exact: true }).first());
		await sees(page().getByText("Koordinatoren begynte i dag").first());
		await look(member, "vestby-koordinator");
	});

	chapter(
		"the year has a routine, numbers, milestones, a date, a card and the checklist, marked as an example",
		async () => {
			const measure = async (title: string) => {
				await page().goto(`/oppfolging/${room}#/measures`);
				await page().getByRole("rowheader").getByRole("link", { name: title, exact: true }).click();
				await sees(heading(title));
			};
			await measure("Rutiner for samarbeid og inkludering");
			await sees(
				page()
					.getByText(t("follow.parts.n", { n: 2, of: 7 }))
					.first(),
			);
			await sees(page().getByText("Eksempelskole 1").first());
			await look(member, "vestby-rutine");
			await measure("Aktivitetsoversikt");
			await sees(page().getByText("eksempeltall", { exact: false }).first());
			await look(member, "vestby-tall");
			await page().goto(`/oppfolging/${room}#/dates`);
			await sees(page().getByText("Søknadsfrist (eksempel)").first());
			await page().goto(`/oppfolging/${room}#/check`);
			await expect
				.poll(() =>
					page()
						.locator("input")
						.evaluateAll((all) => all.map((x) => (x as HTMLInputElement).value)),
				)
				.toContain("Koordinatoren svarer innen to dager");
			await look(member, "vestby-sjekkliste");
		},
	);

	chapter("the sheet, the minutes, siden sist and the public answer say the same", async () => {
		await page().goto(`/ett-ark/${room}?surface=follow`);
		await sees(page().getByText("Koordinatoren begynte i dag").first());
		await look(member, "vestby-ark");
		await page().goto(`/referat/${room}?surface=follow`);
		for (const words of ["Transport, minibuss", "Minibuss på omgang mellom tettstedene"])
			await sees(page().getByText(words).first());
		expect(await page().content()).not.toContain("Testesen");
		await look(member, "vestby-referat");
		await page().goto(`/oppfolging/${room}#/since`);
		await sees(page().getByRole("region", { name: t("follow.since.slide", { n: 1, of: 1 }) }));
		await look(member, "vestby-siden-sist");
		const anybody = await hall.device("anybody", "phone");
		await anybody.page.goto(`/svar/${room}`);
		await sees(anybody.page.getByText("Koordinatoren begynner 1. oktober", { exact: false }).first());
		await sees(anybody.page.getByText("Koordinator for fritid", { exact: true }));
		await sees(anybody.page.getByText(t("report.demo")));
		await anybody.page.getByText(t("svar.made_of", { n: 6 })).tap();
		await sees(anybody.page.getByText("Bindeledd som kjenner språk og familier som er nye"));
		await look(anybody, "vestby-svar");
		await anybody.page.goto(`/svar/${room}?lang=en`);
		await sees(anybody.page.getByText("The coordinator starts on 1 October", { exact: false }).first());
		await look(anybody, "vestby-svar-en");
	});
});

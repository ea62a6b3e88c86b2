import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import type { Commands } from "../src/gen/protocol";
import { type Device, sees } from "./device";
import { Hall } from "./hall";
import { look } from "./look";
import { story } from "./story";
import { speak, t } from "./words";

/** A day so many days from now, where the meeting is. */
const day = (days: number) =>
	new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Oslo" }).format(new Date(Date.now() + days * 86_400_000));

/** post asks the house something, as the device that holds the cookies. */
async function post<T>(device: Device, path: string, data: unknown): Promise<T> {
	const r = await device.context.request.post(path, { data, headers: { "Content-Type": "application/json" } });
	expect(r.status(), path).toBe(200);
	return (await r.json()) as T;
}

/** does sends a command over a line of its own, and waits for the answer. */
async function does<K extends keyof Commands>(page: Page, room: string, what: K, fields: Commands[K]): Promise<void> {
	const no = await page.evaluate(
		([room, what, fields]) =>
			new Promise<string>((done) => {
				const line = new WebSocket(`ws://${location.host}/api/rooms/${room}/ws?surface=lead`);
				const id = `e2e-${Math.random().toString(36).slice(2, 14)}`;
				line.onopen = () => line.send(JSON.stringify({ t: "hi", v: 1, since: 0, epoch: "" }));
				line.onmessage = (m) => {
					const f = JSON.parse(m.data);
					if (f.t === "snap") line.send(JSON.stringify({ t: "cmd", id, do: what, with: fields }));
					if ((f.t === "ack" || f.t === "refused") && f.id === id) {
						line.close();
						done(f.code ?? "");
					}
				};
			}),
		[room, what, fields] as const,
	);
	expect(no, what).toBe("");
}

describe("the pages without a seat", () => {
	let hall: Hall;
	let lead: Device;
	let stranger: Device;
	let room: string;
	let link: string;
	const chapter = story(() => hall);
	const act = <K extends keyof Commands>(what: K, fields: Commands[K]) => does(lead.page, room, what, fields);

	beforeAll(async () => {
		hall = await Hall.open();
	});
	afterAll(() => hall.close());

	chapter("a dugnad is over", async () => {
		lead = await hall.device("lead", "lead");
		stranger = await hall.device("stranger", "phone");
		await lead.page.goto("/");
		({ room } = await post<{ room: string }>(lead, "/api/meetings", {
			title: "Fritid for alle barn",
			lang: "nb",
			answerBy: day(12),
		}));
		await act("meeting.end", {});
		for (const [n, title] of [
			"Egen koordinator for fritid",
			"Rutiner for samarbeid og inkludering",
			"Gratis ferieaktiviteter laget med unge",
			"Transport, minibuss",
		].entries())
			await act("measure.take", { id: `m${n}`, title });
		await act("measure.edit", { id: "m0", field: "responsible", text: "Helse og livsmestring", seen: 0 });
		await act("measure.edit", { id: "m0", field: "first", text: "Søknad til Bufdir", seen: 0 });
		await act("measure.edit", { id: "m0", field: "due", text: "2026-12-11", seen: 0 });
	});

	chapter("the answer page counts down, and says itself that it is late", async () => {
		await stranger.page.goto(`/svar/${room}`);
		await sees(stranger.page.getByRole("heading", { name: t("svar.title") }));
		await sees(stranger.page.getByText(t("svar.left", { n: 12 })));
		await look(stranger, "svar-left");
		await act("answer.promise", { date: day(-6) });
		await stranger.page.reload();
		await sees(stranger.page.getByText(t("svar.late", { n: 6 })));
		await look(stranger, "svar-late");
	});

	chapter("the answer has come, and been corrected", async () => {
		await act("answer.promise", { date: day(0) });
		const says = (part: string, text: string) => act("answer.write", { lang: "nb", part, text, seen: 0 });
		await says("does", "Kommunen søker om en koordinator for fritid.");
		await act("answer.publish", {});
		await says("does", "Kommunen har fått en egen koordinator for fritid. Seks andre forslag er i gang.");
		await says("not", "Det blir ingen minibuss nå. Fylket lager først en ny bussrute.");
		await says("next", "Dere får vite mer før jul. Ny dugnad blir i november.");
		await act("answer.publish", {});
		await act("contact.set", {
			who: "Koordinator for fritid",
			phone: "00 00 00 00",
			mail: "",
			hours: "Hverdager 9–15. Svarer innen to dager.",
			seen: 0,
		});
		await act("status.set", { id: "m0", status: "pa-plass", says: "", help: false, seen: 0 });
		await act("status.set", { id: "m1", status: "i-gang", says: "", help: false, seen: 0 });
		await act("status.set", { id: "m2", status: "star-fast", says: "", help: false, seen: 0 });
		await act("status.set", { id: "m3", status: "lagt-bort", says: "Fylket bestemte først", help: false, seen: 0 });
		await stranger.page.reload();
		await sees(stranger.page.getByText("Kommunen har fått en egen koordinator"));
		await sees(stranger.page.getByRole("link", { name: t("svar.call", { phone: "00 00 00 00" }) }));
		await look(stranger, "svar");
		expect(await stranger.page.getByText("Fylket bestemte først").count()).toBe(0);
		expect(await stranger.page.locator('script:not([src="/mine.js"])').count()).toBe(0);
		await stranger.page.getByRole("link", { name: "Nynorsk" }).tap();
		await sees(stranger.page.getByRole("heading", { name: speak("nn")("svar.title") }));
	});

	chapter("one tap says how it is, without a seat and without a script", async () => {
		({ url: link } = await post<{ url: string }>(lead, `/api/rooms/${room}/taps/m0`, {}));
		const line = await stranger.context.newCDPSession(stranger.page);
		await line.send("Emulation.setScriptExecutionDisabled", { value: true });
		await stranger.page.goto(new URL(link).pathname);
		await sees(stranger.page.getByRole("heading", { name: "Egen koordinator for fritid" }));
		await line.send("Emulation.setScriptExecutionDisabled", { value: false });
		await look(stranger, "tap");
		await line.send("Emulation.setScriptExecutionDisabled", { value: true });
		await stranger.page.getByText(t("tap.first_says")).tap();
		await stranger.page.getByLabel(t("tap.says")).fill("Vi mangler noen som kan svare på telefonen");
		await stranger.page.getByRole("button", { name: t("tap.hjelp") }).tap();
		await sees(stranger.page.getByText(t("tap.thanks")));
		await line.send("Emulation.setScriptExecutionDisabled", { value: false });
		await look(stranger, "tap-thanks");
		const receipt = stranger.page.locator(".receipt");
		await sees(receipt.getByText("Vi mangler noen som kan svare på telefonen"));
		await sees(receipt.getByText(t("tap.hjelp_next")));
		await line.send("Emulation.setScriptExecutionDisabled", { value: true });
		await receipt.getByRole("button", { name: t("tap.undo") }).tap();
		await sees(stranger.page.getByText(t("tap.undo_done")));
		expect(await stranger.page.getByText("Vi mangler noen").count()).toBe(0);
		await line.send("Emulation.setScriptExecutionDisabled", { value: false });
		await look(stranger, "tap-back");
	});

	chapter("whoever answers for more than one has a place of their own: in by the link, one tap, done", async () => {
		await act("measure.edit", { id: "m1", field: "responsible", text: "Helse og livsmestring", seen: 0 });
		const own = await post<{ url: string }>(lead, `/api/rooms/${room}/owners`, { role: "Helse og livsmestring" });
		const { page } = stranger;
		await page.goto(new URL(own.url).pathname);
		await sees(page.getByRole("heading", { name: t("own.title", { who: "Helse og livsmestring" }) }));
		expect(await page.getByText("Transport, minibuss").count()).toBe(0);
		await look(stranger, "own");
		const card = page.locator("section", { hasText: "Rutiner for samarbeid" });
		await card.getByRole("button", { name: t("tap.pa_plass") }).tap();
		await sees(card.getByText(t("tap.thanks")));
		await sees(card.locator(".receipt + dl").getByText(t("plain.status_pa_plass")));
		await page.goto("/inn");
		await sees(page.getByText(t("mail.enter_off")));
		await look(stranger, "inn");
	});

	chapter("a link that is dead says so", async () => {
		await act("tap.make", { measure: "m0", hash: "" });
		stranger.allow(/status of 410/);
		await stranger.page.goto(new URL(link).pathname);
		await sees(stranger.page.getByRole("heading", { name: t("refused.withdrawn").split(".")[0] }));
		await look(stranger, "tap-dead");
	});

	chapter("and everything was calm", () => hall.calm());
});

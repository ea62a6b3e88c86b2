import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { type Device, gone, sees } from "./device";
import { Hall } from "./hall";
import { look } from "./look";
import { Panel } from "./panel";
import { story } from "./story";
import { t } from "./words";

const said = "Vi rakk ikke bussen hjem";
const captions = {
	name: "turen.vtt",
	mimeType: "text/vtt",
	buffer: Buffer.from(`WEBVTT\n\n00:00.000 --> 00:30.000\n${said}\n`),
};

/** A film lies on the machine at the projector and goes nowhere: a real one, with sound, chosen and played as in a hall. */
describe("a film", () => {
	let hall: Hall;
	let lead: Panel;
	let board: Device;
	let film: { name: string; mimeType: string; buffer: Buffer };
	const out: Buffer[] = []; // everything the machine at the projector has sent
	const chapter = story(() => hall);

	beforeAll(async () => {
		hall = await Hall.open();
		lead = new Panel(await hall.device("lead", "lead"));
		film = { name: "turen.webm", mimeType: "video/webm", buffer: await shot(lead.device.page, hall.base) };
	});
	afterAll(() => hall.close());

	const video = () => board.page.locator("video");
	const at = () => video().evaluate((v: HTMLVideoElement) => v.currentTime);
	const choose = async (label: string, file: typeof film) => board.page.getByLabel(label).setInputFiles(file);
	const asked = t("board.film_choose", { film: "turen.webm" });
	const press = (name: string) => lead.device.page.getByRole("button", { name, exact: true }).click();

	chapter("is named in the panel, with words for what it shows", async () => {
		const { page } = lead.device;
		await lead.plan({ title: "Fritid for alle barn" });
		await lead.enter();
		await lead.showBoard();
		board = await hall.device("board", "board");
		board.context.on("request", (r) => out.push(Buffer.from(r.url()), r.postDataBuffer() ?? Buffer.of()));
		board.page.on("websocket", (ws) => ws.on("framesent", (f) => out.push(Buffer.from(f.payload))));
		await board.page.goto(lead.boardLink);
		await lead.tab("run");
		await page
			.getByRole("button", { name: /Ankomst/ })
			.first()
			.click();
		await press(t("lead.step.insert"));
		await page.getByLabel(t("lead.step.kind")).selectOption("info");
		await press(t("lead.step.insert_yes"));
		await lead.next();
		await press(t("lead.slides.add"));
		await page.getByLabel(t("lead.slide.kind_film")).check();
		await page.getByLabel(t("lead.slide.title"), { exact: true }).fill("Turen vi tok");
		await page.getByLabel(t("lead.slide.film"), { exact: true }).fill("turen.webm");
		await page.getByLabel(t("lead.slide.alt_film"), { exact: true }).fill("Fire barn på båttur");
		await look(lead.device, "film-lysark");
		await press(t("lead.slide.save"));
		await gone(page.getByRole("dialog"));
	});

	chapter("is asked for on the board; what is no film, and what is no captions, is said", async () => {
		await lead.next();
		await sees(board.page.getByLabel(asked));
		await look(board, "film-velg");
		await choose(asked, { ...film, buffer: Buffer.from("dette er ingen film") });
		expect(await video().count()).toBe(0); // nothing is played without captions
		await choose(t("board.film_captions"), captions);
		await sees(board.page.getByText(t("board.film_broken")));
		await look(board, "film-feil");
		await choose(t("board.film_chosen", { film: film.name }), film);
		await sees(video());
	});

	chapter("is not played with a file for captions that holds none", async () => {
		await board.page.reload();
		await choose(asked, film);
		await choose(t("board.film_captions"), {
			...captions,
			buffer: Buffer.from(`1\n00:00:00,000 --> 00:00:30,000\n${said}\n`),
		});
		await sees(board.page.getByText(t("board.captions_broken")));
		await choose(t("board.film_chosen", { film: captions.name }), captions);
		await sees(video());
		await gone(board.page.getByText(t("board.captions_broken")));
		expect(await at()).toBe(0); // it waits for whoever leads
	});

	chapter("plays with its captions when whoever leads starts it, and stands still when it is stopped", async () => {
		await press(t("lead.film.start"));
		const allow = board.page.getByRole("button", { name: t("board.film_press") });
		await expect.poll(async () => (await allow.isVisible()) || (await at()) > 0).toBe(true);
		console.info(`the browser ${(await allow.isVisible()) ? "wants a press" : "plays at once"}`);
		if (await allow.isVisible()) {
			await look(board, "film-trykk");
			await allow.click();
		}
		await expect.poll(at).toBeGreaterThan(0.5);
		await gone(allow);
		expect(await video().evaluate((v: HTMLVideoElement) => v.videoWidth)).toBe(320);
		const shown = () =>
			video().evaluate((v: HTMLVideoElement) =>
				[...v.textTracks]
					.flatMap((t) => (t.mode === "showing" ? [...(t.activeCues ?? [])] : []))
					.map((c) => (c as VTTCue).text),
			);
		await expect.poll(shown).toEqual([said]);
		await look(board, "film-gaar");
		await press(t("lead.film.stop"));
		await expect.poll(() => video().evaluate((v: HTMLVideoElement) => v.paused)).toBe(true);
		await look(lead.device, "film-panel");
	});

	chapter("goes nowhere", async () => {
		const sent = Buffer.concat(out);
		expect(out.length).toBeGreaterThan(5);
		for (const part of [
			film.buffer.subarray(0, 64),
			film.buffer.subarray(-64),
			Buffer.from(said),
			Buffer.from("WEBVTT"),
		])
			expect(sent.includes(part)).toBe(false);
		expect(sent.length).toBeLessThan(film.buffer.length);
	});

	chapter("is asked for again when the page at the projector has been loaded anew", async () => {
		await board.page.reload();
		await sees(board.page.getByLabel(asked));
		await sees(board.page.getByText(t("board.film_stays")));
		await choose(asked, film);
		await choose(t("board.film_captions"), captions);
		await press(t("lead.film.start"));
		await sees(video());
	});
});

/** shot is three seconds of a real film with sound, made by the browser itself. */
async function shot(page: Page, base: string): Promise<Buffer> {
	await page.goto(`${base}/healthz`);
	await page.mouse.click(5, 5); // sound is not made before somebody has touched the page
	const bytes = await page.evaluate(async () => {
		const canvas = document.createElement("canvas");
		[canvas.width, canvas.height] = [320, 180];
		const pen = canvas.getContext("2d");
		const sound = new AudioContext();
		const heard = sound.createMediaStreamDestination();
		const tone = sound.createOscillator();
		tone.connect(heard);
		tone.start();
		const film = new MediaStream([...canvas.captureStream(15).getTracks(), ...heard.stream.getTracks()]);
		const recorder = new MediaRecorder(film, { mimeType: "video/webm" });
		const parts: Blob[] = [];
		recorder.ondataavailable = (e) => parts.push(e.data);
		const whole = new Promise((done) => {
			recorder.onstop = done;
		});
		recorder.start();
		const began = performance.now();
		await new Promise<void>((done) => {
			const draw = () => {
				const so = performance.now() - began;
				if (pen) {
					pen.fillStyle = `hsl(${so / 10}, 70%, 40%)`;
					pen.fillRect(0, 0, 320, 180);
				}
				if (so < 3000) requestAnimationFrame(draw);
				else done();
			};
			draw();
		});
		recorder.stop();
		await whole;
		return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
	});
	return Buffer.from(bytes);
}

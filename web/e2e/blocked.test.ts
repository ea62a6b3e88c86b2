import { afterAll, beforeAll, describe, expect } from "vitest";
import { noNetwork, sees } from "./device";
import { type Evening, gather } from "./evening";
import { Hall } from "./hall";
import { Phone } from "./phone";
import { story } from "./story";
import { t } from "./words";

/** A network that lets no websocket through: the browser's every try comes to nothing. */
const shutOut = () => {
	const Real = WebSocket;
	class Shut extends Real {
		constructor(url: string | URL) {
			super(new URL("/healthz", String(url).replace(/^http/, "ws")));
		}
	}
	Object.defineProperty(globalThis, "WebSocket", { value: Shut });
};

describe("an evening on a network that lets no websocket through", () => {
	let hall: Hall;
	let e: Evening;
	let cora: Phone;
	const chapter = story(() => hall);

	beforeAll(async () => {
		hall = await Hall.open();
	});
	afterAll(() => hall.close());

	chapter("the others sit down, and one comes in without a socket, as anybody does", async () => {
		e = await gather(hall);
		cora = new Phone(await hall.device("cora", "phone"));
		cora.device.allow(noNetwork);
		await cora.page.addInitScript(shutOut);
		await cora.scan(e.lead.code);
		await cora.button(t("p.as.skip")).tap();
		await sees(cora.page.getByRole("heading", { level: 1, name: t("p.lobby.group", { n: 1 }) }));
		await sees(cora.text(t("common.online")));
	});

	chapter("she writes, is heard once, and sees what the others lay on the table", async () => {
		const { anna, lead } = e;
		await lead.next();
		for (const note of ["Sykkelbuss", "Varm mat"]) {
			await cora.write(note);
			await cora.received(note);
		}
		await anna.write("Felles buss");
		await anna.received("Felles buss");
		await lead.notes(3);
		await lead.next();
		await anna.share("Felles buss");
		await sees(cora.list("Felles buss"));
		await cora.share("Sykkelbuss");
		await sees(anna.list("Sykkelbuss"));
		expect(e.board.told("Varm mat")).toBe(false);
	});

	chapter("a drop and a reload are as with a socket", async () => {
		await cora.device.context.setOffline(true);
		await sees(cora.text(t("p.offline.lead")));
		await cora.page.getByText(t("p.note.new"), { exact: true }).first().tap();
		await cora.write("Skrevet uten nett");
		await cora.device.context.setOffline(false);
		await cora.received("Skrevet uten nett");
		await cora.page.reload();
		await cora.received("Skrevet uten nett");
		expect(await cora.slip("Skrevet uten nett").count()).toBe(1);
	});

	chapter("a page that is loaded anew in a quiet meeting is online at once", async () => {
		await cora.page.reload({ waitUntil: "commit" });
		// She goes on from the newest there is, so that there is nothing to tell her.
		const first = await cora.page.waitForRequest(/\/listen\?.*since=[1-9]/);
		const asked = Date.now();
		await first.response();
		expect(Date.now() - asked).toBeLessThan(5_000);
		await sees(cora.text(t("common.online")));
	});

	chapter("she votes, and the result comes to her when it comes to all", async () => {
		const { anna, berit, lead, board } = e;
		await anna.send(2);
		await lead.next();
		await lead.next();
		await lead.open();
		await cora.choose("Sykkelbuss");
		await anna.choose("Felles buss");
		await berit.choose("Sykkelbuss");
		await sees(board.page.getByText(`3 ${t("board.voted", { of: 3 })}`));
		expect(cora.device.told('"marks"')).toBe(false);
		await lead.shut();
		await lead.next();
		await sees(cora.slip("Sykkelbuss").getByText(`2 ${t("p.result.votes", { n: 2 })}`));
		await lead.next();
		await lead.end();
		await sees(cora.heading(t("p.thanks.title")));
	});
});

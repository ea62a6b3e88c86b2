import { afterAll, beforeAll, describe, expect } from "vitest";
import { gone, noNetwork, sees } from "./device";
import { type Evening, gather } from "./evening";
import { Hall } from "./hall";
import { Panel } from "./panel";
import { Phone } from "./phone";
import { story } from "./story";
import { t } from "./words";

/** A no is a status, and Chromium writes every such status on its console. */
const aNo = /status of 4\d\d|HTTP Authentication failed|Unexpected response code: 4\d\d/;

describe("when the meeting says no", () => {
	let hall: Hall;
	let e: Evening;
	let dag: Phone;
	const chapter = story(() => hall);

	beforeAll(async () => {
		hall = await Hall.open();
	});
	afterAll(() => hall.close());

	chapter("people gather", async () => {
		e = await gather(hall);
	});

	chapter("a wrong code is met with what to do, and is mended in place", async () => {
		dag = new Phone(await hall.device("dag", "phone"));
		dag.device.allow(aNo);
		await dag.type("zzzz");
		await dag.button(t("p.join.go")).tap();
		await sees(dag.text("Koden har åtte tegn. Sjekk koden på tavla."));
		await dag.type("zzzzzzzz");
		await sees(dag.text(t("refused.unknown_code")));
		expect(await dag.page.getByLabel(t("p.join.code"), { exact: true }).inputValue()).toBe("ZZZZ-ZZZZ");
	});

	chapter("a locked meeting says so, lets nobody new in, and disturbs nobody inside", async () => {
		await e.lead.lock(true);
		await sees(e.board.page.getByText(t("board.locked")));
		await dag.page.getByLabel(t("p.join.code"), { exact: true }).fill(e.lead.code);
		await sees(dag.text("Møtet tar ikke imot flere nå. Snakk med ordstyreren."));
		await sees(e.anna.text(t("common.online")));
		await e.lead.lock(false);
		await gone(e.board.page.getByText(t("board.locked")));
		await dag.button(t("p.join.go")).tap();
		await dag.button(t("p.as.skip")).tap();
		await sees(dag.page.getByRole("heading", { level: 1, name: t("p.lobby.group", { n: 1 }) }));
	});

	chapter("who deletes what is known of them comes in again as somebody new, and stays", async () => {
		await dag.button(t("p.size")).tap();
		await dag.button(t("p.forget_me.title")).tap();
		await dag.button(t("common.delete")).tap();
		await sees(dag.heading(t("p.end.own")));
		await dag.type(e.lead.code);
		await dag.button(t("p.as.skip")).tap();
		const table = dag.page.getByRole("heading", { level: 1, name: t("p.lobby.group", { n: 1 }) });
		await sees(table);
		await dag.page.reload();
		await sees(table);
		await sees(dag.text(t("common.online")));
	});

	chapter("too much on one note is said in numbers, and nothing is lost", async () => {
		const { anna, berit, lead } = e;
		await lead.next();
		for (const note of ["Felles buss", "Leksehjelp"]) {
			await berit.write(note);
			await berit.received(note);
		}
		const long = "Å".repeat(283);
		await anna.field.fill(long);
		await anna.button(t("p.note.add")).tap();
		await sees(anna.page.getByRole("alert").getByText("Teksten er 3 tegn for lang."));
		expect(await anna.field.inputValue()).toBe(long);
		await anna.write(long.slice(3));
		await anna.received(long.slice(3));
	});

	chapter("what comes too late for its step stays with the one who wrote it", async () => {
		const { anna, berit, lead } = e;
		await lead.next();
		await berit.share("Felles buss");
		await berit.share("Leksehjelp");
		anna.device.allow(noNetwork);
		await anna.device.context.setOffline(true);
		await sees(anna.text(t("p.offline.lead")));
		await anna.page.getByText(t("p.note.new"), { exact: true }).first().tap();
		await anna.write("For sen lapp");
		await lead.next();
		await anna.device.context.setOffline(false);
		await sees(anna.heading(t("p.unsent.title")));
		await sees(anna.slip("For sen lapp").getByText("Dette er ikke åpent nå."));
		await anna.page.reload();
		await anna
			.slip("For sen lapp")
			.getByRole("button", { name: t("p.unsent.table") })
			.tap();
		await gone(anna.heading(t("p.unsent.title")));
		await sees(anna.list("For sen lapp"));
		await anna.send(3);
	});

	chapter("a vote that closes under one's thumb says that the last tap came too late", async () => {
		const { anna, berit, lead } = e;
		await lead.next();
		await lead.open();
		await anna.choose("Felles buss");
		await berit.choose("Leksehjelp");
		await anna.device.context.setOffline(true);
		await sees(anna.text(t("p.offline.lead")));
		await anna.option("Leksehjelp").tap();
		await sees(anna.text(t("p.vote.sending")));
		await lead.shut();
		await anna.device.context.setOffline(false);
		await sees(anna.heading(t("p.vote.closed")));
		await sees(anna.page.getByRole("main").getByText(t("p.vote.late.kept")));
		await anna.page.reload();
		await sees(anna.page.getByRole("main").getByText(t("p.vote.late.kept")));
		await lead.next();
		await sees(anna.slip("Felles buss").getByText(t("p.result.mine")));
		expect(await anna.slip("Leksehjelp").getByText(t("p.result.mine")).count()).toBe(0);
	});

	chapter("who is shown out is told so, on every page, and nobody else is", async () => {
		const { lead } = e;
		await lead.remove(4);
		await sees(dag.heading("Du er ikke med lenger"));
		await sees(e.anna.text(t("common.online")));
		await dag.page.reload();
		await sees(dag.heading("Du er ikke med lenger"));
		expect(await dag.text(t("common.online")).count()).toBe(0);
	});

	chapter("a stranger with the address, and no key, sees nothing", async () => {
		const eva = await hall.device("eva", "lead");
		eva.allow(aNo);
		await eva.page.goto(`/tavle/${e.lead.room}#wrong-key-of-twenty-six-ch`);
		await sees(eva.page.getByRole("heading", { name: t("board.no_key") }));
		await eva.page.goto(`/rom/${e.lead.room}`);
		const answer = eva.page.getByRole("link", { name: t("p.end.answer") });
		await sees(eva.page.getByRole("heading", { name: t("p.end.lost") }));
		await sees(answer);
		// Where no meeting is there is no answer either; the page of answers says the same.
		const asked = eva.page.waitForResponse((r) => new URL(r.url()).pathname.startsWith("/svar/"));
		await eva.page.goto("/rom/0000000000000000");
		expect((await asked).status()).toBe(404);
		await sees(eva.page.getByRole("heading", { name: t("p.end.lost") }));
		expect(await answer.count()).toBe(0);
		await eva.page.goto(`/led/${e.lead.room}`);
		await sees(eva.page.getByRole("heading", { name: t("lead.door.title") }));
		await eva.page.getByRole("textbox").fill("A".repeat(26));
		await eva.page.getByRole("button", { name: t("lead.door.go") }).click();
		await sees(eva.page.getByText("Nøkkelen passer ikke. Sjekk at alle tegnene er med."));
		expect(eva.told("Felles buss")).toBe(false);
	});

	chapter("the key, as it was copied by hand, leads the meeting from another machine", async () => {
		const other = new Panel(await hall.device("other", "lead"));
		other.device.allow(aNo);
		await other.unlock(e.lead.room, e.lead.key.toLowerCase());
		await other.next();
		for (const p of [e.anna, e.berit]) await sees(p.heading("Ansvarlig, første steg, frist"));
	});

	chapter("a meeting that is deleted is gone for everybody, at once", async () => {
		const { anna, berit, board, lead } = e;
		for (const d of hall.devices) d.allow(aNo);
		await lead.delete();
		for (const p of [anna, berit]) await sees(p.heading(t("p.end.deleted")));
		await sees(board.page.getByRole("heading", { name: t("board.deleted") }));
		await dag.type(lead.code);
		await sees(dag.text(t("refused.unknown_code")));
	});
});

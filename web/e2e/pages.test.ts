import { afterAll, beforeAll, describe } from "vitest";
import { sees } from "./device";
import { type Evening, gather } from "./evening";
import { Hall } from "./hall";
import { look } from "./look";
import { Phone } from "./phone";
import { story } from "./story";
import { t } from "./words";

/** A no is a status, and Chromium writes every such status on its console. */
const aNo = /status of 4\d\d/;

describe("the pages beside the thread", () => {
	let hall: Hall;
	let e: Evening;
	const chapter = story(() => hall);

	beforeAll(async () => {
		hall = await Hall.open();
	});
	afterAll(() => hall.close());

	chapter("people gather", async () => {
		e = await gather(hall);
	});

	chapter("the first page, with and without a wrong code, and with a meeting to go back to", async () => {
		const dag = new Phone(await hall.device("dag", "phone"));
		dag.device.allow(aNo);
		await dag.page.goto("/");
		await sees(dag.heading(t("p.join.title")));
		await look(dag.device, "p-door");
		await dag.type("zzzzzzzz");
		await sees(dag.text(t("refused.unknown_code")));
		await look(dag.device, "p-door-wrong");
		await dag.scan(e.lead.code);
		await sees(dag.heading(t("p.as.title")));
		await look(dag.device, "p-present");
		await dag.page.goto("/");
		await sees(dag.heading(t("p.mine.title")));
		await look(dag.device, "p-door-mine");
		await dag.page.getByRole("link", { name: t("p.plan.title") }).tap();
		await dag.button(t("p.plan.go")).tap();
		await sees(dag.text(t("p.plan.name_missing")));
		await look(dag.device, "p-plan");
	});

	chapter("what opens over a screen", async () => {
		const { anna } = e;
		await anna.button(t("p.hand")).tap();
		const ask = anna.page.getByRole("dialog", { name: t("p.hand.title") });
		await sees(ask);
		await look(anna.device, "p-hand");
		await ask.getByRole("button", { name: t("p.hand.help"), exact: true }).tap();
		await sees(e.lead.device.page.getByText(t("lead.groups.hand")));
		await look(e.lead.device, "lead-hand");
		await anna.button(t("p.size")).tap();
		await sees(anna.page.getByRole("dialog", { name: t("p.size.title") }));
		await look(anna.device, "p-size");
	});

	chapter("the doors of the panel and the board, to a stranger", async () => {
		const eva = await hall.device("eva", "lead");
		eva.allow(aNo);
		await eva.page.goto(`/led/${e.lead.room}`);
		await sees(eva.page.getByRole("heading", { name: t("lead.door.title") }));
		await eva.page.getByRole("button", { name: t("lead.door.go") }).click();
		await look(eva, "lead-door");
		const wall = await hall.device("wall", "board");
		wall.allow(aNo);
		await wall.page.goto(`/tavle/${e.lead.room}#wrong-key-of-twenty-six-ch`);
		await sees(wall.page.getByRole("heading", { name: t("board.no_key") }));
		await look(wall, "board-shut");
	});
});

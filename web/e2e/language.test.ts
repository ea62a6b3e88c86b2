import { afterAll, beforeAll, describe, expect } from "vitest";
import { sees } from "./device";
import { Hall } from "./hall";
import { Panel } from "./panel";
import { Phone } from "./phone";
import { story } from "./story";
import { speak } from "./words";

const nn = speak("nn");
const en = speak("en");

describe("each in their own language", () => {
	let hall: Hall;
	let lead: Panel;
	const chapter = story(() => hall);

	beforeAll(async () => {
		hall = await Hall.open();
	});
	afterAll(() => hall.close());

	// Browsers know no dates in nynorsk: left to themselves they write “March 6”.
	chapter("a phone in nynorsk says nynorsk, dates too, and so does the board", async () => {
		const next = new Date().getFullYear() + 1;
		lead = new Panel(await hall.device("lead", "lead"));
		await lead.plan({
			title: "Fritid for alle",
			spoken: "Nynorsk",
			decides: "Kommunestyret",
			answerBy: `${next}-03-06`,
		});
		await lead.enter();
		await lead.showBoard();
		const kari = new Phone(await hall.device("kari", "phone", "nn-NO"));
		await kari.scan(lead.code);
		await kari.button(nn("p.as.skip")).tap();
		await sees(kari.heading(nn("p.lobby.title")));
		await sees(kari.text(`Innan 6. mars ${next}`));
		expect(await kari.page.evaluate(() => document.documentElement.lang)).toBe("nn");
		const board = await hall.device("board", "board");
		await board.page.goto(lead.boardLink);
		await sees(board.page.getByRole("heading", { name: nn("board.join_title") }));
		await sees(board.page.getByText(`6. mars ${next}`));
		expect(await board.page.evaluate(() => document.documentElement.lang)).toBe("nn");
	});

	chapter("whoever cannot read the page finds their language on it, and it stays", async () => {
		const alex = new Phone(await hall.device("alex", "phone"));
		await alex.page.goto("/");
		await alex.page.getByRole("combobox").selectOption("English");
		await sees(alex.heading(en("p.join.title")));
		await alex.page.getByLabel(en("p.join.code"), { exact: true }).pressSequentially(lead.code);
		await sees(alex.heading(en("p.as.title")));
		await alex.page.reload();
		await sees(alex.heading(en("p.as.title")));
		expect(await alex.page.evaluate(() => document.documentElement.lang)).toBe("en");
	});
});

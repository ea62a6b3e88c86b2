import { afterAll, beforeAll, describe, expect } from "vitest";
import { type Device, sees } from "./device";
import { Hall } from "./hall";
import { look } from "./look";
import { Panel } from "./panel";
import { story } from "./story";
import { t } from "./words";

interface Line {
	id: string;
	title: string;
}

interface Made {
	room: string;
	code: string;
	board: string;
}

/** walked is the template in which every kind of step is looked at closely. */
const walked = "kommune-150";

describe("every meeting one can choose, from arrival to the last step", () => {
	let hall: Hall;
	let lead: Panel;
	let board: Device;
	let phone: Device;
	let lines: Line[] = [];
	const chapter = story(() => hall);

	beforeAll(async () => {
		hall = await Hall.open();
		lead = new Panel(await hall.device("lead", "lead"));
		board = await hall.device("board", "board");
		phone = await hall.device("anna", "phone");
		await lead.device.page.goto("/");
		lines = await lead.device.page.evaluate(async () => (await fetch("/api/templates?lang=nb")).json());
	});
	afterAll(() => hall.close());

	/** open makes a meeting of a template and brings the three screens into it. */
	const open = async (template: string) => {
		await lead.device.page.goto("/");
		const made: Made = await lead.device.page.evaluate(async (template) => {
			const answer = await fetch("/api/meetings", {
				method: "POST",
				headers: { "Content-Type": "application/json" },
				body: JSON.stringify({ title: "Fritid for alle barn", lang: "nb", template }),
			});
			return answer.json();
		}, template);
		await lead.device.page.goto(`/led/${made.room}`);
		const young = template === "ung-90";
		if (young) made.board = await leadYoung(made.room);
		await board.page.goto(`/tavle/${made.room}#${made.board}`);
		await sees(board.page.getByRole("heading", { name: t("board.join_title") }));
		await phone.page.goto("about:blank");
		await phone.page.goto(`/#${made.code}`);
		if (young) return sees(board.page.getByText(t("board.here", { n: 1 })));
		await sees(phone.page.getByRole("heading", { name: t("p.as.title") }));
		await expect
			.poll(async () => {
				await phone.page
					.getByRole("button", { name: t("p.as.skip"), exact: true })
					.tap({ timeout: 500 })
					.catch(() => {});
				return phone.page.getByRole("heading", { name: t("p.as.title") }).count();
			})
			.toBe(0);
		await sees(board.page.getByText(t("board.here", { n: 1 })));
	};

	/** on goes through what is left of the slides of a step, and then on to the next. */
	const on = async () => {
		while (/Lysark \d/.test((await lead.onward().textContent()) ?? "")) await lead.next();
		await lead.next();
	};

	/** leadYoung takes the leading as one of the young, and opens their board: the one from before is dead. */
	const leadYoung = async (room: string): Promise<string> => {
		await lead.button(t("lead.young.self_go")).click();
		await sees(lead.button(t("lead.show_board")));
		return lead.device.page.evaluate(async (room) => {
			const json = { headers: { "Content-Type": "application/json" }, body: "{}" };
			const answer = await fetch(`/api/rooms/${room}/links/board?surface=lead`, { method: "POST", ...json });
			return (await answer.json()).key;
		}, room);
	};

	/** step is where the panel says that the room is: part n of m. */
	const step = async (): Promise<{ n: number; of: number }> => {
		const said = (await board.page.locator("header").first().textContent()) ?? "";
		const found = /(\d+)\D+(\d+)\s*$/.exec(said);
		return { n: Number(found?.[1] ?? 0), of: Number(found?.[2] ?? 0) };
	};

	chapter("there are twelve", () => {
		expect(lines.map((l) => l.id)).toContain(walked);
		expect(lines).toHaveLength(12);
	});

	chapter(
		`${walked} is looked at on every surface, in every step`,
		async () => {
			await open(walked);
			await lead.groups();
			for (let n = 1; ; n++) {
				await lead.tab("run");
				await on();
				await expect.poll(async () => (await step()).n).toBe(n);
				// The panel differs little from step to step: it is looked at in every fourth.
				for (const d of n % 4 === 1 ? [board, phone, lead.device] : [board, phone])
					await look(d, `${walked}-${String(n).padStart(2, "0")}-${d.name}`);
				if ((await step()).of === n) return;
			}
		},
		180_000,
	);

	chapter(
		"the others are walked to the end",
		async () => {
			for (const { id } of lines.filter((l) => l.id !== walked)) {
				await open(id);
				for (let n = 1; ; n++) {
					await on();
					await expect.poll(async () => (await step()).n, { message: `${id}, step ${n}` }).toBe(n);
					await sees(phone.page.locator("h1"));
					await board.shoot(`${id}-${String(n).padStart(2, "0")}-board`);
					if ((await step()).of === n) break;
				}
			}
		},
		180_000,
	);
});

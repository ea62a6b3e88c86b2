import { afterAll, beforeAll, describe, expect } from "vitest";
import { gone, sees } from "./device";
import { type Evening, gather } from "./evening";
import { Hall } from "./hall";
import { look } from "./look";
import { story } from "./story";
import { t } from "./words";

describe("somebody is named", () => {
	let hall: Hall;
	let e: Evening;
	const chapter = story(() => hall);
	const asked: string[] = [];
	const asks = (key: "p.nudge.name" | "p.nudge.number") =>
		e.anna.page.locator("#note").getByText(t(key), { exact: true });

	beforeAll(async () => {
		hall = await Hall.open();
	});
	afterAll(() => hall.close());

	chapter("what the phone needs for it has come before anything is written", async () => {
		e = await gather(hall);
		await e.lead.next();
		await sees(e.anna.field);
		await e.anna.page.waitForFunction(() =>
			performance.getEntriesByType("resource").some((r) => r.name.includes("participant.asking-")),
		);
		e.anna.page.on("request", (r) => asked.push(r.url()));
	});

	chapter("it asks kindly, and takes the name away at one tap", async () => {
		const { anna } = e;
		await anna.field.pressSequentially("Ola får ikke være med");
		await sees(asks("p.nudge.name"));
		await look(anna.device, "p-nudge");
		await anna.button(t("p.nudge.remove")).tap();
		await gone(asks("p.nudge.name"));
		expect(await anna.field.inputValue()).toBe("Noen får ikke være med");
		expect(await anna.field.evaluate((f) => f === document.activeElement)).toBe(true);
		await anna.field.fill("Ring 41 23 45 67");
		await sees(asks("p.nudge.number"));
		await anna.button(t("p.nudge.remove_number")).tap();
		expect(await anna.field.inputValue()).toBe("Ring …");
	});

	chapter("letters of her own are seen on the phone alone, and one tap says which language they are", async () => {
		const { anna } = e;
		await anna.field.fill("نحتاج إلى حافلة بعد التدريب");
		await anna.button("العربية").tap();
		await look(anna.device, "p-script");
		const lang = anna.page.locator("#note-lang");
		expect(await lang.inputValue()).toBe("ar");
		expect(asked).toEqual([]);
		await anna.field.fill("");
		await lang.selectOption("");
	});

	chapter("it is told that it is wrong, remembers, and never stands in the way", async () => {
		const { anna } = e;
		await anna.field.fill("Vi låner Tor sin hall, sier Nora");
		await sees(asks("p.nudge.name"));
		await anna.button(t("p.nudge.not")).tap();
		await sees(asks("p.nudge.name"));
		await anna.button(t("p.nudge.not")).tap();
		await gone(asks("p.nudge.name"));
		expect(asked).toEqual([]);
		await anna.field.fill("Emma vil danse");
		await sees(asks("p.nudge.name"));
		await anna.write("Emma vil danse, og Nora også");
		await anna.received("Emma vil danse, og Nora også");
	});
});

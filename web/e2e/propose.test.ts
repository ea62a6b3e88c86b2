import { afterAll, beforeAll, describe, expect } from "vitest";
import { sees } from "./device";
import { Hall } from "./hall";
import { look } from "./look";
import { story } from "./story";
import { t } from "./words";

describe("which meeting to choose", () => {
	let hall: Hall;
	const chapter = story(() => hall);
	beforeAll(async () => {
		hall = await Hall.open();
	});
	afterAll(() => hall.close());

	for (const kind of ["phone", "lead"] as const) {
		chapter(`on a ${kind}, somebody who knows how many and how long is told, and has it chosen`, async () => {
			const device = await hall.device(`plans-${kind}`, kind);
			const { page } = device;
			if (kind === "phone") await page.setViewportSize({ width: 360, height: 640 });
			await page.goto("/");
			await page.getByRole("link", { name: t("p.plan.title") }).click();
			const template = page.getByLabel(t("p.plan.template"), { exact: true });
			await page.getByLabel(t("p.propose.people"), { exact: true }).fill("30");
			await page.getByLabel(t("p.propose.minutes"), { exact: true }).fill("45");
			await sees(page.getByText(t("propose.short", { people: 30, least: 60 })));
			// It is seen, and not behind the button at the foot.
			const foot = await page.getByRole("button", { name: t("p.plan.go"), exact: true }).boundingBox();
			await expect
				.poll(async () => {
					const said = await page.getByText(t("propose.short", { people: 30, least: 60 })).boundingBox();
					return said && foot && said.y + said.height < foot.y;
				})
				.toBe(true);
			await look(device, `propose-${kind}-short`);
			await page.getByLabel(t("p.propose.minutes"), { exact: true }).fill("120");
			await page.getByRole("button", { name: t("p.propose.startskudd"), exact: true }).click();
			await sees(page.getByText(t("propose.groups", { groups: 6, size: 5 })));
			await sees(page.getByRole("button", { name: t("p.propose.used"), exact: true }));
			expect(await template.inputValue()).toBe("kommune-120");
			await look(device, `propose-${kind}`);
			await template.selectOption("ung-90"); // it is only advice
			await sees(page.getByRole("button", { name: t("p.propose.use"), exact: true }));
		});
	}
});

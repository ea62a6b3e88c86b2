import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Device, sees } from "./device";
import { Hall } from "./hall";
import { t } from "./words";

describe("the first page, for somebody who has not been here", () => {
	let hall: Hall;
	let device: Device;
	beforeAll(async () => {
		hall = await Hall.open();
		device = await hall.device("nykommer", "lead");
		await device.page.goto("/");
		await sees(device.page.getByRole("heading", { level: 1 }));
	});
	afterAll(() => hall.close());

	test.each([
		[360, 740],
		[768, 1024],
		[1024, 768],
		[1280, 720],
	])("at %i by %i the code, the help and the way to plan are in the picture", async (width, height) => {
		const { page } = device;
		await page.setViewportSize({ width, height });
		await device.shoot(`forside-${width}`);
		for (const what of [
			page.getByLabel(t("p.join.code")),
			page.getByRole("button", { name: t("p.join.go") }),
			page.getByRole("link", { name: t("p.help.door") }),
			page.getByRole("link", { name: t("p.plan.title") }),
		]) {
			const box = await what.boundingBox();
			expect((box?.y ?? height) + (box?.height ?? 0), String(what)).toBeLessThanOrEqual(height);
		}
	});
});

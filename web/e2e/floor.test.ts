import { afterAll, beforeAll, expect, test } from "vitest";
import { gone, sees } from "./device";
import { Hall } from "./hall";
import { t } from "./words";

let hall: Hall;
beforeAll(async () => {
	hall = await Hall.open();
});
afterAll(() => hall.close());

test("a browser that can run none of it is told to write on paper, and one that can never sees it", async () => {
	const old = await hall.device("old", "phone");
	old.allow(/ERR_FAILED|preloaded/);
	await old.page.route("**/assets/*.js", (r) => r.abort());
	await old.page.goto("/");
	await sees(old.page.getByText(t("common.floor"), { exact: true }));
	await old.shoot("p-floor");
	const able = await hall.device("able", "phone");
	await able.page.goto("/");
	await sees(able.page.getByRole("heading", { name: t("p.join.title") }));
	await gone(able.page.getByText(t("common.floor"), { exact: true }));
	expect(hall.devices.flatMap((d) => d.trouble)).toEqual([]);
});

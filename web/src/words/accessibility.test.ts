// @vitest-environment node
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const root = new URL("../../../", import.meta.url);
const rows = readFileSync(new URL("docs/accessibility.md", root), "utf8")
	.split("\n")
	.filter((line) => line.startsWith("| ") && !line.startsWith("| what |"))
	.map((line) => line.split("|").map((cell) => cell.trim()))
	.map(([, what = "", shown = ""]) => ({ what, shown }));

test("there is a table", () => expect(rows.length).toBeGreaterThan(15));

test.each(rows)("$what: is shown, or said not to be", ({ shown }) => {
	if (shown === "*manual, not done*") return;
	const [, file = "", name = ""] = /^`(.+?)` “(.+)”$/.exec(shown) ?? [];
	expect(existsSync(new URL(file, root)), file).toBe(true);
	expect(readFileSync(new URL(file, root), "utf8")).toContain(name);
});

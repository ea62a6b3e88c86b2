// @vitest-environment node
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import type * as Kept from "./kept";

/** drawer is what a tab keeps by itself, as a browser has it. */
const drawer = new Map<string, string>();
vi.stubGlobal("sessionStorage", {
	getItem: (k: string) => drawer.get(k) ?? null,
	setItem: (k: string, v: string) => void drawer.set(k, v),
	removeItem: (k: string) => void drawer.delete(k),
});

const dir = mkdtempSync(join(tmpdir(), "kept-"));
afterAll(() => rmSync(dir, { recursive: true }));

/** of is this module in the file of another build, which the builder names by what is in it. */
function of(build: string): Promise<typeof Kept> {
	const file = join(dir, `page-${build}.ts`);
	copyFileSync(new URL("./kept.ts", import.meta.url), file);
	return import(/* @vite-ignore */ file);
}

test("what a page of another build has laid by is not shown: it may read other pictures", async () => {
	const old = await of("AAAAAAAA");
	const now = await of("BBBBBBBB");
	old.keepShown("r1", { seat: "s1", epoch: "e", seq: 3, set: {} });
	expect(old.shownLast("r1")?.seq).toBe(3);
	expect(old.shownLast("r2")).toBeUndefined();
	expect(now.shownLast("r1")).toBeUndefined();
	old.forgetShown("r1");
	expect(old.shownLast("r1")).toBeUndefined();
});

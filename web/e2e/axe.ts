import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { CDPSession, Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** A world is the session's that made it: as long as a page has the same one, axe lies ready in it, and warm. */
const lines = new WeakMap<Page, Promise<CDPSession>>();

/**
 * barriers lists what axe finds wrong on a page. It runs in a world of its own
 * beside the page's, through the debugger, so that the page's policy stands
 * and the page never meets it. Of a page that has been gone over once, another colour scheme can change the colours alone.
 */
export async function barriers(page: Page, only?: "colours"): Promise<string[]> {
	const line = await (lines.get(page) ?? lines.set(page, page.context().newCDPSession(page)).get(page));
	if (!line) throw new Error("no line to the page");
	const { frameTree } = await line.send("Page.getFrameTree");
	const { executionContextId: contextId } = await line.send("Page.createIsolatedWorld", {
		frameId: frameTree.frame.id,
		worldName: "axe",
	});
	const evaluate = (expression: string) =>
		line.send("Runtime.evaluate", { contextId, awaitPromise: true, returnByValue: true, expression });
	if (!(await evaluate("typeof axe === 'object'")).result.value) await evaluate(source);
	const which = only ? { type: "rule", values: ["color-contrast"] } : { type: "tag", values: tags };
	const answer =
		await evaluate(`axe.run(document, {resultTypes: ["violations"], runOnly: ${JSON.stringify(which)}}).then(r =>
		r.violations.flatMap(v => v.nodes.map(n => v.id + ": " + n.html.slice(0, 200) + " " + n.failureSummary)))`);
	if (answer.exceptionDetails) throw new Error(`axe: ${JSON.stringify(answer.exceptionDetails)}`);
	return answer.result.value as string[];
}

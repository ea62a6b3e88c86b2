import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * barriers lists what axe finds wrong on a page. It runs in a world of its own
 * beside the page's, through the debugger, so that the page's policy stands
 * and the page never meets it. Of a page that has been gone over once, another colour scheme can change the colours alone.
 */
export async function barriers(page: Page, only?: "colours"): Promise<string[]> {
	const line = await page.context().newCDPSession(page);
	try {
		const { frameTree } = await line.send("Page.getFrameTree");
		const { executionContextId: contextId } = await line.send("Page.createIsolatedWorld", {
			frameId: frameTree.frame.id,
			worldName: "axe",
		});
		await line.send("Runtime.evaluate", { contextId, expression: source });
		const which = only ? { type: "rule", values: ["color-contrast"] } : { type: "tag", values: tags };
		const answer = await line.send("Runtime.evaluate", {
			contextId,
			awaitPromise: true,
			returnByValue: true,
			expression: `axe.run(document, {resultTypes: ["violations"], runOnly: ${JSON.stringify(which)}}).then(r =>
				r.violations.flatMap(v => v.nodes.map(n => v.id + ": " + n.html.slice(0, 200) + " " + n.failureSummary)))`,
		});
		if (answer.exceptionDetails) throw new Error(`axe: ${JSON.stringify(answer.exceptionDetails)}`);
		return answer.result.value as string[];
	} finally {
		await line.detach();
	}
}

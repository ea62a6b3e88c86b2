import { expect, test } from "vitest";
import nb from "../../locales/nb.json";
import { canned } from "./canned";
import { press, show, text } from "./stage";

// Asked for without network it waited unsaid, and took with it what was written afterwards.
test("whoever asks to be forgotten without network is told that nothing is deleted, and nothing waits", () => {
	const m = show(canned.stille, { link: { is: "offline" } });
	press(nb["p.size"]);
	press(nb["p.forget_me.title"]);
	press(nb["common.delete"]);
	expect(text()).toContain(nb["p.forget_me.offline"]);
	expect(m.outbox.waiting.value).toEqual([]);
	expect(Object.keys(localStorage).filter((key) => key.startsWith("asked:"))).toEqual([]);
});

test("with network it is done at once", () => {
	const m = show(canned.stille);
	press(nb["p.size"]);
	press(nb["p.forget_me.title"]);
	press(nb["common.delete"]);
	expect(m.sent.map((c) => c.do)).toEqual(["seat.forget"]);
});

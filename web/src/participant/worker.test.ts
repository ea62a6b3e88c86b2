// @vitest-environment node
import { afterEach, expect, test, vi } from "vitest";
import { keepPage } from "./worker";

interface Rules {
	createScriptURL(address: string): string;
}

/** browser is what a page may find there: whether the address is secure, and what registering comes to. */
function browser(isSecureContext: boolean, register = vi.fn(() => Promise.resolve())) {
	let rules: Rules | undefined;
	vi.stubGlobal("isSecureContext", isSecureContext);
	vi.stubGlobal("navigator", { serviceWorker: { register } });
	vi.stubGlobal("trustedTypes", {
		createPolicy: (name: string, r: Rules) => {
			expect(name).toBe("dugnad"); // the one that our own policy of content lets be made
			rules = r;
			return { createScriptURL: (a: string) => `trusted ${r.createScriptURL(a)}` };
		},
	});
	return { register, rules: () => rules };
}

afterEach(() => vi.unstubAllGlobals());

test("the page is kept by one script of ours, and by no other", () => {
	const b = browser(true);
	keepPage();
	expect(b.register.mock.calls).toEqual([["trusted /sw.js"]]);
	for (const other of ["/assets/sw.js", "//evil.example/sw.js", "/sw.js?x", ""])
		expect(() => b.rules()?.createScriptURL(other), other).toThrow(TypeError);
});

test("on plain http nothing is registered, and a browser that will not is not complained of", async () => {
	const plain = browser(false);
	keepPage();
	expect(plain.register).not.toHaveBeenCalled();
	const unheard = vi.fn();
	process.on("unhandledRejection", unheard);
	const shy = browser(
		true,
		vi.fn(() => Promise.reject(new DOMException("private", "SecurityError"))),
	);
	keepPage();
	await new Promise((done) => setImmediate(done)); // a turn of the loop, in which nobody caught it would be told
	process.off("unhandledRejection", unheard);
	expect(shy.register).toHaveBeenCalledOnce();
	expect(unheard).not.toHaveBeenCalled();
});

import { defineConfig } from "vitest/config";

const long = ["templates", "heights", "stream", "sjekk", "merge", "practice", "led", "keyboard", "thumb"];

/** The screens in a real browser. Every file opens houses of its own, so three can run beside each other: half of a walk is waiting.
 * The longest walks are for FULL=1: on two cores they take the suite past ten minutes. */
export default defineConfig({
	cacheDir: "../node_modules/.vite-e2e",
	test: {
		root: new URL(".", import.meta.url).pathname,
		include: ["*.test.ts"],
		exclude: process.env.FULL === "1" ? [] : long.map((name) => `${name}.test.ts`),
		globalSetup: "./binary.ts",
		// As long as a locator waits (device.ts): the default is a second, which a busy machine does not keep.
		expect: { poll: { timeout: 20_000 } },
		testTimeout: 60_000,
		hookTimeout: 60_000,
		maxWorkers: 3,
	},
});

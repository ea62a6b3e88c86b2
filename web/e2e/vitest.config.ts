import { defineConfig } from "vitest/config";

/** The screens in a real browser. Every file opens houses of its own, so three can run beside each other: they wait more than they work. */
export default defineConfig({
	cacheDir: "../node_modules/.vite-e2e",
	test: {
		root: new URL(".", import.meta.url).pathname,
		include: ["*.test.ts"],
		globalSetup: "./binary.ts",
		testTimeout: 60_000,
		hookTimeout: 60_000,
		maxWorkers: 3,
	},
});

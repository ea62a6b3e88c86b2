import { defineConfig } from "vitest/config";

/** Times of a phone, each beside a bare page in the same run. Nothing else runs meanwhile. */
export default defineConfig({
	cacheDir: "../node_modules/.vite-bench",
	test: {
		root: new URL(".", import.meta.url).pathname,
		include: ["*.bench.ts"],
		globalSetup: "../e2e/binary.ts",
		testTimeout: 300_000,
		hookTimeout: 60_000,
		maxWorkers: 1,
	},
});

import { defineConfig } from "vitest/config";

/**
 * Rules run bare, screens with a page to stand on: a page costs half a second of work for each file. A rule that asks for one says so in its
 * first line. Threads, since a process for each file costs more than the tests in most of them.
 */
export default defineConfig({
	test: {
		pool: "threads",
		restoreMocks: true,
		projects: [
			{ extends: true, test: { name: "rules", environment: "node", include: ["src/**/*.test.ts"] } },
			{ extends: true, test: { name: "screens", environment: "happy-dom", include: ["src/**/*.test.tsx"] } },
		],
	},
});

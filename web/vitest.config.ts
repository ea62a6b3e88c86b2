import { defineConfig } from "vitest/config";

/**
 * Threads, since a process for each file costs more than the tests in most of them. A page costs half a second of work
 * for each file: one that needs none says so in its first line.
 */
export default defineConfig({
	test: { environment: "happy-dom", include: ["src/**/*.test.{ts,tsx}"], pool: "threads", restoreMocks: true },
});

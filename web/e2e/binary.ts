import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
	interface ProvidedContext {
		/** The program under test. */
		bin: string;
		/** Where pictures of what people saw are laid. */
		shots: string;
	}
}

/** The program comes from DUGNAD_BIN, or is built here once, with the front end that lies in web/dist. */
export default function setup({ provide }: TestProject): () => void {
	const shots = process.env.SHOTS ?? join(tmpdir(), "dugnad-shots");
	mkdirSync(shots, { recursive: true });
	provide("shots", shots);
	const own = mkdtempSync(join(tmpdir(), "dugnad-e2e-"));
	const bin = process.env.DUGNAD_BIN ?? join(own, "dugnad");
	if (!process.env.DUGNAD_BIN) {
		const root = new URL("../..", import.meta.url).pathname;
		execFileSync("go", ["build", "-o", bin, "./cmd/dugnad"], { cwd: root, stdio: "inherit" });
	}
	provide("bin", bin);
	return () => rmSync(own, { recursive: true, force: true });
}

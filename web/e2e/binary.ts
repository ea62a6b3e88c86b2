import { execFileSync } from "node:child_process";
import { createHash, X509Certificate } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
	interface ProvidedContext {
		/** The program under test. */
		bin: string;
		/** Where pictures of what people saw are laid. */
		shots: string;
		/** A certificate for the open internet, and the mark by which the browsers of these tests believe it. */
		tls: { cert: string; key: string; mark: string };
	}
}

/** Go brings what makes a certificate. */
function certificate(dir: string): { cert: string; key: string; mark: string } {
	const goroot = execFileSync("go", ["env", "GOROOT"], { encoding: "utf8" }).trim();
	const make = join(goroot, "src/crypto/tls/generate_cert.go");
	execFileSync("go", ["run", make, "-host", "dugnad.example.no", "-ecdsa-curve", "P256"], { cwd: dir, stdio: "pipe" });
	const [cert, key] = [join(dir, "cert.pem"), join(dir, "key.pem")];
	const { publicKey } = new X509Certificate(readFileSync(cert));
	const mark = createHash("sha256")
		.update(publicKey.export({ type: "spki", format: "der" }))
		.digest("base64");
	return { cert, key, mark };
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
	provide("tls", certificate(own));
	return () => rmSync(own, { recursive: true, force: true });
}

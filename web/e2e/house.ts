import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const patience = 20_000;

/** House is the program itself, started as anybody starts it: hall mode, SQLite in a folder of its own. */
export class House {
	readonly #data = mkdtempSync(join(tmpdir(), "dugnad-house-"));
	#child: ChildProcess | undefined;
	/** Everything it has printed, over all its lives. */
	log = "";

	private constructor(
		private readonly bin: string,
		readonly port: number,
		private readonly env: Record<string, string>,
		readonly metrics = 0,
	) {}

	/**
	 * open starts a house. A name makes phones be told to come by it; without one it finds the address itself. With a
	 * time it is a demo whose clock begins there and can be set forward. With a post office it sends letters.
	 */
	static async open(
		bin: string,
		name?: string,
		begins?: string,
		tls?: { cert: string; key: string },
		post?: string,
	): Promise<House> {
		const port = await freePort();
		const metrics = begins ? await freePort() : 0;
		const env: Record<string, string> = {};
		if (name) env.PUBLIC_URL = `http${tls ? "s" : ""}://${name}:${port}`;
		if (tls) Object.assign(env, { TLS_CERT: tls.cert, TLS_KEY: tls.key });
		if (begins) Object.assign(env, { METRICS_ADDR: `127.0.0.1:${metrics}`, DEMO_CLOCK: begins });
		if (post) {
			const from = "Dugnad <dugnad@kommunen.example>";
			Object.assign(env, { SMTP_URL: post, SMTP_FROM: from, PUBLIC_URL: env.PUBLIC_URL ?? `http://localhost:${port}` });
		}
		const house = new House(bin, port, env, metrics);
		await house.start();
		return house;
	}

	/** at sets the clock forward. */
	async at(time: string): Promise<void> {
		const said = await fetch(`http://127.0.0.1:${this.metrics}/clock`, {
			method: "PUT",
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify({ now: Date.parse(time) }),
		});
		if (!said.ok) throw new Error(`the clock: ${await said.text()}`);
	}

	/** pass sets it forward by so many seconds. */
	async pass(seconds: number): Promise<void> {
		const { now } = (await (await fetch(`http://127.0.0.1:${this.metrics}/clock`)).json()) as { now: number };
		await this.at(new Date(now + seconds * 1000).toISOString());
	}

	/** start serves on the same port and the same folder as before. */
	async start(): Promise<void> {
		const child = spawn(this.bin, ["serve"], {
			env: { PATH: process.env.PATH, ADDR: `:${this.port}`, DATA_DIR: this.#data, ...this.env },
			stdio: ["ignore", "pipe", "pipe"],
		});
		this.#child = child;
		// A test that is cut short must not leave the program behind.
		const reap = () => child.kill("SIGKILL");
		process.once("exit", reap);
		process.once("SIGTERM", leave);
		child.once("exit", () => process.off("exit", reap));
		await new Promise<void>((ready, failed) => {
			const timer = setTimeout(() => failed(new Error(`not ready in time:\n${this.log}`)), patience);
			const hear = (said: Buffer) => {
				this.log += said;
				if (!this.log.slice(before).includes("is ready")) return;
				clearTimeout(timer);
				ready();
			};
			const before = this.log.length;
			child.stdout.on("data", hear);
			child.stderr.on("data", hear);
			child.once("error", failed);
			child.once("exit", () => failed(new Error(`ended before it was ready:\n${this.log}`)));
		});
	}

	/** kill is a power cut: no warning, no goodbye. */
	async kill(): Promise<void> {
		await this.#end("SIGKILL");
	}

	async close(): Promise<void> {
		await this.#end("SIGTERM");
		rmSync(this.#data, { recursive: true, force: true });
	}

	async #end(signal: NodeJS.Signals): Promise<void> {
		const child = this.#child;
		this.#child = undefined;
		if (!child || child.exitCode !== null || child.signalCode !== null) return;
		const gone = once(child, "exit");
		child.kill(signal);
		const timer = setTimeout(() => child.kill("SIGKILL"), patience);
		await gone;
		clearTimeout(timer);
	}
}

/** leave lets the runner end us as it does with one that hangs, and still has us clear up. */
const leave = () => process.exit(143);

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, "127.0.0.1");
	await once(probe, "listening");
	const at = probe.address();
	if (at === null || typeof at === "string") throw new Error("no port");
	probe.close();
	await once(probe, "close");
	return at.port;
}

import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

/** Post is a post office on this machine: it takes every letter, and keeps what stands in it. */
export class Post {
	readonly #office = createServer((line) => this.#talk(line));
	readonly #letters: string[] = [];
	#come = () => {};

	static async open(): Promise<Post> {
		const post = new Post();
		post.#office.listen(0, "127.0.0.1");
		await once(post.#office, "listening");
		return post;
	}

	get url(): string {
		return `smtp://127.0.0.1:${(this.#office.address() as AddressInfo).port}?starttls=no`;
	}

	/** found waits for a letter that holds something, and gives that. */
	async found(what: RegExp): Promise<string> {
		for (;;) {
			const hit = this.#letters.map((text) => what.exec(text)?.[0]).find((text) => text);
			if (hit) return hit;
			await new Promise<void>((come) => {
				this.#come = come;
			});
		}
	}

	close(): void {
		this.#office.close();
	}

	#talk(line: Socket): void {
		let heard = "";
		let reading = false;
		line.on("error", () => {});
		line.write("220 here\r\n");
		line.on("data", (said) => {
			heard += said;
			for (;;) {
				const end = heard.indexOf(reading ? "\r\n.\r\n" : "\r\n");
				if (end < 0) return;
				const text = heard.slice(0, end);
				heard = heard.slice(end + (reading ? 5 : 2));
				if (reading) {
					this.#letters.push(text.replace(/=\r\n/g, "").replace(/=3D/g, "="));
					this.#come();
				}
				const data = !reading && /^data$/i.test(text);
				line.write(data ? "354 go on\r\n" : /^quit/i.test(text) ? "221 bye\r\n" : "250 yes\r\n");
				reading = data;
			}
		});
	}
}

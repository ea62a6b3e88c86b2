/** Channel is the browser's own BroadcastChannel, but what is said is heard at once: for tests of two windows. */
export class Channel {
	static open: Channel[] = [];
	heard: unknown[] = [];
	onmessage: ((e: { data: unknown }) => void) | null = null;
	constructor(readonly name: string) {
		Channel.open.push(this);
	}
	postMessage(data: unknown): void {
		for (const c of Channel.open) {
			if (c === this || c.name !== this.name) continue;
			c.heard.push(data);
			c.onmessage?.({ data });
		}
	}
	close(): void {
		Channel.open = Channel.open.filter((c) => c !== this);
	}
}

/** online waits a while, or until the network says it is back, or until whoever waits has left. No clock goes on after that. */
export function online(ms: number, left?: AbortSignal): Promise<void> {
	return new Promise((done) => {
		const go = () => {
			removeEventListener("online", go);
			left?.removeEventListener("abort", go);
			clearTimeout(timer);
			done();
		};
		const timer = setTimeout(go, ms);
		addEventListener("online", go);
		left?.addEventListener("abort", go);
	});
}

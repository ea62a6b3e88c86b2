/** online waits a while, or until the network says it is back. */
export function online(ms: number): Promise<void> {
	return new Promise((done) => {
		const go = () => {
			removeEventListener("online", go);
			clearTimeout(timer);
			done();
		};
		const timer = setTimeout(go, ms);
		addEventListener("online", go);
	});
}

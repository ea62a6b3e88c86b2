/**
 * keepPage has the browser keep the page itself, so that a reload without network comes back to the meeting. On plain http
 * there is no such thing, and nothing is said of it.
 */
export function keepPage(): void {
	if (!isSecureContext || !("serviceWorker" in navigator)) return;
	const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy("dugnad", {
		createScriptURL: (address) => {
			if (address !== "/sw.js") throw new TypeError(address);
			return address;
		},
	});
	void navigator.serviceWorker.register(policy ? policy.createScriptURL("/sw.js") : "/sw.js").catch(() => {
		// A browser that will not, as in a private window: the page works without.
	});
}

interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createScriptURL(address: string): string },
	): { createScriptURL(address: string): string };
}

// The phone's own copy of the page, where the browser allows one: a reload without network comes back to the meeting.
// What the server says about a meeting is never kept here. A new version waits until every tab has been closed: nobody
// gets another page in the middle of a sentence.
const name = "shell-VERSION";
const patience = 2500;

addEventListener("install", (e) => e.waitUntil(keepPage()));
addEventListener("activate", (e) => e.waitUntil(takeOver()));
addEventListener("fetch", (e) => {
	const { pathname, origin } = new URL(e.request.url);
	if (origin !== location.origin || e.request.method !== "GET") return;
	if (e.request.mode === "navigate") {
		if (pathname === "/" || pathname.startsWith("/rom/")) e.respondWith(page(e.request));
	} else if (pathname.startsWith("/assets/")) e.respondWith(asset(e.request));
});

/** keepPage lays by the page and every file it names, the texts in its own language. What is read in another is kept when it is fetched. */
async function keepPage() {
	const cache = await caches.open(name);
	const answer = await fetch("/", { cache: "no-store" });
	if (!answer.ok) throw new Error("no page");
	const html = await answer.clone().text();
	const [, lang] = html.match(/<html lang="(\w+)"/);
	const own = new RegExp(`\\.${lang}(\\.rest)?-[0-9a-f]{8}\\.json$`);
	const files = new Set(html.match(/\/assets\/[\w.-]+/g));
	await cache.addAll([...files].filter((f) => !f.endsWith(".json") || own.test(f)));
	await cache.put("/", answer);
}

async function takeOver() {
	for (const old of await caches.keys()) if (old !== name) await caches.delete(old);
	await clients.claim();
}

/** page is the one from the network, unless it does not come. */
async function page(request) {
	const cache = await caches.open(name);
	const kept = () => cache.match("/", { ignoreVary: true });
	const fresh = fetch(request);
	const late = new Promise((done) => setTimeout(done, patience)).then(kept);
	try {
		const answer = (await Promise.race([fresh, late])) ?? (await fresh);
		return answer.status < 500 ? answer : ((await kept()) ?? answer);
	} catch {
		return (await kept()) ?? Response.error();
	}
}

/** asset is kept for good: its name changes with what is in it. */
async function asset(request) {
	const cache = await caches.open(name);
	const kept = await cache.match(request, { ignoreVary: true });
	if (kept) return kept;
	const answer = await fetch(request);
	if (answer.ok) await cache.put(request, answer.clone());
	return answer;
}

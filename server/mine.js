// Marks on the answer page what was written on this phone. Everything is read
// here and nothing is sent: who wrote what, the server does not know.
(() => {
	const own = document.getElementById("mine");
	if (!own) return;
	const page = `mine:${own.dataset.room}`;
	let mine;
	try {
		mine = JSON.parse(localStorage.getItem(page));
	} catch {
		return; // a phone that keeps nothing remembers nothing
	}
	if (!Array.isArray(mine) || mine.length === 0) return;
	const roads = [...document.querySelectorAll("[data-ideas]")];
	const list = own.querySelector("ul");
	for (const { id, text } of mine) {
		const road = roads.find((r) => r.dataset.ideas.split(" ").includes(id));
		const kind = !road ? "none" : road.dataset.is;
		const line = own.querySelector(`template[data-for="${kind}"]`).content.cloneNode(true);
		line.querySelector(".said").textContent = text;
		const where = line.querySelector(".where");
		if (road && where) where.textContent = road.querySelector(".what-of").textContent;
		if (kind === "measure") line.querySelector("p:last-child").append(road.querySelector(".is").cloneNode(true));
		if (road) road.querySelector(".you").hidden = false;
		for (const idea of document.querySelectorAll("[data-idea]")) if (idea.dataset.idea === id) idea.className = "own";
		list.append(line);
	}
	const where = document.getElementById("mine-where");
	if (where) where.hidden = true;
	own.hidden = false;
	own.querySelector("button").addEventListener("click", () => {
		localStorage.removeItem(page);
		for (const you of document.querySelectorAll(".you")) you.hidden = true;
		for (const idea of document.querySelectorAll(".own")) idea.className = "";
		if (where) where.hidden = false;
		own.querySelector("h2").focus();
		list.remove();
		own.querySelector("button").remove();
		own.querySelector("[data-gone]").hidden = false;
	});
})();

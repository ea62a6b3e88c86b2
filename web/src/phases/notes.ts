import type { Draft, IdeaView, Place } from "../gen/protocol";
import type { Meeting } from "../state/meeting";

export interface Note {
	id: string;
	text: string;
	/** A language of its own; empty is the meeting's. */
	lang: string;
	/** The Norwegian line beneath it. */
	norsk: string;
	/** Whether nobody has said yet what it says. */
	unread: boolean;
	/** Whether the server has it as it stands here. */
	received: boolean;
	order: number;
	/** The step it was written in. */
	step: string;
	/** The card that lay on the table then. */
	card: string;
}

export interface Point extends Note {
	place: Extract<Place, "table" | "aside">;
	/** What the table thinks must come of it. */
	draft: Draft;
	/** What sort it is; empty is not said. */
	sign: string;
}

type Said = Pick<Note, "text" | "lang" | "norsk" | "unread" | "step" | "card">;

const said = (i: { text: string } & Partial<Said>): Said => ({
	text: i.text,
	lang: i.lang ?? "",
	norsk: i.norsk ?? "",
	unread: i.unread ?? false,
	step: i.step ?? "",
	card: i.card ?? "",
});

const nothing: Draft = { who: "", first: "", due: "" };
const last = Number.MAX_SAFE_INTEGER;

/** A point stays one and the same as long as nothing new is told of it, so that its row is not drawn again for the sake of others. */
const listed = new WeakMap<IdeaView, Point>();

function asPoint(i: IdeaView, place: Point["place"]): Point {
	const { id, order, draft, sign } = i;
	const point = listed.get(i) ?? { id, ...said(i), received: true, order, place, draft, sign };
	listed.set(i, point);
	return point;
}

/** What can be done to what is listed already. */
type Act =
	| "idea.edit"
	| "idea.translate"
	| "idea.speak"
	| "idea.hear"
	| "idea.keep"
	| "idea.aside"
	| "idea.plan"
	| "idea.sign";

/** What is on its way, laid over what is shown: the phone shows its owner's own act at once, and says that it is only saved. */
function overlay(m: Meeting) {
	const { outbox } = m;
	const touched = new Set<string>();
	const done = <K extends Act>(act: K) => {
		const all = outbox.pending(act);
		for (const c of all) touched.add(c.with.id);
		return all;
	};
	const texts = new Map(done("idea.edit").map((c) => [c.with.id, c]));
	const lines = new Map(done("idea.translate").map((c) => [c.with.id, c]));
	const tongues = new Map(done("idea.speak").map((c) => [c.with.id, c]));
	const heard = new Set(done("idea.hear").map((c) => c.with.id));
	return {
		/** What something is laid over; all else is as it is shown. */
		touched,
		posts: outbox.pending("idea.post"),
		shared: new Set(outbox.pending("idea.share").map((c) => c.with.id)),
		gone: new Set(outbox.pending("idea.withdraw").map((c) => c.with.id)),
		kept: new Map(
			[
				...done("idea.keep").map((c) => ({ ...c, to: "table" as const })),
				...done("idea.aside").map((c) => ({ ...c, to: "aside" as const })),
			].map((c) => [c.with.id, c]),
		),
		plans: done("idea.plan"),
		signs: done("idea.sign"),
		edited: (note: Note): Note => {
			const now = { ...note };
			const edit = texts.get(note.id);
			if (edit) Object.assign(now, { text: edit.with.text, received: now.received && edit.stored });
			const norsk = lines.get(note.id);
			if (norsk) Object.assign(now, { norsk: norsk.with.text, unread: false, received: now.received && norsk.stored });
			const lang = tongues.get(note.id);
			if (lang) Object.assign(now, { lang: lang.with.lang, received: now.received && lang.stored });
			if (heard.has(note.id)) now.unread = false;
			return now;
		},
	};
}

/** myNotes are the person's own private notes, the newest first. */
export function myNotes(m: Meeting): Note[] {
	const over = overlay(m);
	const notes = m.store
		.list("ideas", (i) => i.order)
		.filter((i) => i.place === "private")
		.map((i): Note => ({ id: i.id, ...said(i), received: true, order: i.order }));
	const have = m.store.all("ideas");
	const posts = over.posts
		.filter((c) => !c.with.table && !have.has(c.with.id))
		.map((c, n): Note => ({ id: c.with.id, ...said(c.with), received: c.stored, order: last - 1000 + n }));
	return [...notes, ...posts]
		.filter((n) => !over.gone.has(n.id) && !over.shared.has(n.id))
		.map(over.edited)
		.sort((a, b) => b.order - a.order);
}

/** points are the list of one's own table, in the order they came. */
export function points(m: Meeting): Point[] {
	const over = overlay(m);
	const all = m.store.all("ideas");
	const list: Point[] = [];
	for (const i of m.store.list("ideas", (x) => x.order)) {
		if (i.place === "table" || i.place === "aside") {
			list.push(asPoint(i, i.place));
		} else if (i.place === "private" && over.shared.has(i.id)) {
			list.push({
				id: i.id,
				...said(i),
				received: false,
				order: last - 2000,
				place: "table",
				draft: nothing,
				sign: "",
			});
		}
	}
	over.posts.forEach((c, n) => {
		if (all.has(c.with.id) || !(c.with.table || over.shared.has(c.with.id))) return;
		list.push({
			id: c.with.id,
			...said(c.with),
			received: c.stored,
			order: last - 1000 + n,
			place: "table",
			draft: nothing,
			sign: "",
		});
	});
	return list
		.map((p): Point => {
			if (!over.touched.has(p.id)) return p;
			const sorted = over.kept.get(p.id);
			const edited = { ...p, ...over.edited(p) };
			for (const plan of over.plans) {
				if (plan.with.id !== p.id) continue;
				const { id: _, ...draft } = plan.with;
				edited.draft = { ...edited.draft, ...draft };
				edited.received &&= plan.stored;
			}
			for (const c of over.signs) if (c.with.id === p.id) edited.sign = c.with.sign;
			return sorted ? { ...edited, place: sorted.to, received: edited.received && sorted.stored } : edited;
		})
		.sort((a, b) => a.order - b.order);
}

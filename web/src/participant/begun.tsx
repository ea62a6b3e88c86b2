import type { ComponentChildren } from "preact";
import type { StepView } from "../gen/protocol";
import { newId } from "../net/ids";
import { named, onScreen, otherQuestion, usual } from "../phases/half";
import { myNotes } from "../phases/notes";
import { shared } from "../phases/shared";
import { draft } from "../state/drafts";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Slip, type SlipState } from "../ui/slip";
import { t } from "../words/words";
import { toHeading } from "./screen";
import { wordsOf } from "./unsent";
import { say } from "./voice";

const inFields = /^(note|point)(-|$)/;

/** boxed tells whether a draft is of a box that opens out of a list, and the list is gone: as long as it is there, that is where it is met. */
function boxed(name: string, step: StepView | undefined): boolean {
	if (/^plan-.*-(what|who|first)$/.test(name)) return !step?.writes;
	if (/^(edit|norsk)-/.test(name)) return !step?.writes && !step?.lists;
	return name.startsWith("role-") && step?.kind !== "ansvarlig";
}

/**
 * Begun is what somebody has written and shared with nobody, when the screen has no place for it: half a note to
 * another question, or one that the meeting went on from. Which question it was written to stands over it, and it is
 * sent nowhere unless its writer says so. On a phone that has left the meeting it can be read and copied, until somebody comes in by it anew.
 */
export function Begun({ m, left, folded }: { m: Meeting; left?: boolean; folded?: boolean }) {
	const here = onScreen.value;
	const step = m.store.one("step");
	const writes = !left && !!step?.writes;
	const lists = !left && !!step?.lists;
	const group = m.store.get("groups", m.me.value?.group ?? 0);
	const open = lists && !!group && !group.sent;
	const halves = named(m.room).filter((name) => {
		return (
			(inFields.test(name) || boxed(name, left ? undefined : step)) &&
			!here.includes(name) &&
			draft(m.room, name).value.trim() !== ""
		);
	});
	const notes = left || here.includes("notes") ? [] : myNotes(m);
	const { waiting, refusals } = m.outbox;
	const unsent = left ? [...waiting.value, ...refusals.value].map(wordsOf).filter(Boolean) : [];
	const n = halves.length + notes.length + unsent.length;
	if (n === 0) return null;
	const half = (name: string) => {
		const text = draft(m.room, name);
		const [kind = "", at = ""] = inFields.test(name) ? [name.split("-")[0], name.slice(name.indexOf("-") + 1)] : [];
		const asks = otherQuestion(m, at)?.asks;
		const point = kind === "point";
		const onList = open && kind !== "" && (point || !writes);
		const own = writes && !point && !!asks;
		const field = kind && (here.find((f) => f.startsWith(`${kind}-`)) ?? here.find((f) => f.startsWith("note-")));
		const done = () => {
			text.value = "";
			toHeading();
		};
		const add = () => {
			const lang = usual();
			m.send("idea.post", {
				id: newId(),
				text: text.value,
				...(onList ? { table: true } : {}),
				...(asks ? { step: at } : {}),
				...(lang ? { lang } : {}),
			});
			done();
		};
		const use = (to: string) => {
			const there = draft(m.room, to);
			there.value = [there.value, text.value].filter(Boolean).join(" ");
			done();
			const it = document.querySelector<HTMLElement>(to.startsWith("note") ? "#note-text" : ".add input");
			it?.closest("details")?.setAttribute("open", "");
			it?.focus();
		};
		const drop = () => {
			const was = text.value;
			done();
			say(t("p.begun.gone"), () => {
				text.value = was;
			});
		};
		return (
			<Own key={name} text={text.value} asks={asks} is="saved">
				{own || onList ? (
					<Button small onClick={add}>
						{t(asks ? "p.begun.there" : "p.unsent.table")}
					</Button>
				) : null}
				{field ? (
					<Button small variant="paper" onClick={() => use(field)}>
						{t("p.begun.here")}
					</Button>
				) : null}
				{own || onList || field ? null : <Copy text={text.value} />}
				<Button small variant="tertiary" stop onClick={drop}>
					{t("common.delete")}
				</Button>
			</Own>
		);
	};
	const ask = left ? !folded : halves.length > 0 && (writes || lists) && !shared(m);
	return (
		<details class={`${ask ? "callout-box" : "sunk"} begun`} open={ask}>
			<summary>{t("p.begun", { n })}</summary>
			{left ? <p class="small">{t("p.begun.left")}</p> : null}
			<ul class="stack">
				{halves.map(half)}
				{notes.map((note) => (
					<Own
						key={note.id}
						text={note.text}
						lang={note.lang}
						asks={otherQuestion(m, note.step)?.asks}
						is={note.received ? "received" : "saved"}
					>
						{open ? (
							<Button small onClick={() => m.send("idea.share", { id: note.id })}>
								{t("p.table.share")}
							</Button>
						) : (
							<Copy text={note.text} />
						)}
					</Own>
				))}
				{unsent.map((text) => (
					<Own key={text} text={text} is="saved">
						<Copy text={text} />
					</Own>
				))}
			</ul>
		</details>
	);
}

interface OwnProps {
	text: string;
	lang?: string;
	/** The question it was written to, when it is another than now. */
	asks?: string | undefined;
	is: SlipState;
	children: ComponentChildren;
}

function Own({ text, lang, asks, is, children }: OwnProps) {
	return (
		<li class="stack-s">
			{asks ? <p class="small">{t("p.begun.to", { asks })}</p> : null}
			<Slip text={text} lang={lang} is={is} word={t(is === "saved" ? "p.note.saved" : "p.note.received")}>
				{children}
			</Slip>
		</li>
	);
}

/** Copy takes a text along. On plain http a page may not write to the clipboard: then it is marked, and the old way is tried. */
function Copy({ text }: { text: string }) {
	const copy = async (slip: Element | null) => {
		let done = false;
		try {
			await navigator.clipboard.writeText(text);
			done = true;
		} catch {
			const said = slip?.querySelector("p");
			if (said) getSelection()?.selectAllChildren(said);
			done = document.execCommand("copy");
		}
		say(t(done ? "p.begun.copied" : "p.begun.marked"));
	};
	return (
		<Button small variant="paper" onClick={(e) => void copy((e.currentTarget as Element).closest(".slip"))}>
			{t("p.begun.copy")}
		</Button>
	);
}

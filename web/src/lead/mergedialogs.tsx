import { useRef, useState } from "preact/hooks";
import { type IdeaView, limits } from "../gen/protocol";
import { newId } from "../net/ids";
import type { Meeting } from "../state/meeting";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { pen, trash } from "../ui/icons";
import { says } from "../ui/said";
import { length } from "../words/length";
import { t } from "../words/words";
import { Ask } from "./ask";
import { cut, found, type Near, type Pile } from "./piles";
import { undoing } from "./undo";
import { say } from "./voice";

/** Slå sammen med …: what is likely stands first, Enter takes it; a number, a search or a tap takes another. */
export function LayIdea({
	m,
	idea,
	from,
	piles,
	near,
	onLaid,
	onClose,
}: {
	m: Meeting;
	idea: IdeaView;
	from: Pile;
	piles: Pile[];
	near: ReadonlyMap<string, Near>;
	onLaid: () => void;
	onClose: () => void;
}) {
	return (
		<Dialog title={t("lead.merge.lay")} onClose={onClose}>
			<p dir="auto" class="quoted">
				{t("lead.quote", { text: says(idea) })}
			</p>
			<Pick
				piles={piles}
				not={from.id}
				near={near}
				onPick={(to) => {
					say(t("lead.merge.laid", { text: cut(says(idea)), title: to.title }), undoing(m, "idea.moved"));
					m.send("idea.move", { idea: idea.id, to: to.id });
					onLaid();
					onClose();
				}}
			/>
			<Close onClose={onClose} />
		</Dialog>
	);
}

/** A whole proposal: a new name, or laid with another. */
export function JoinPile({
	m,
	pile,
	piles,
	near,
	onClose,
}: {
	m: Meeting;
	pile: Pile;
	piles: Pile[];
	near: ReadonlyMap<string, Near>;
	onClose: () => void;
}) {
	const [naming, name] = useState(false);
	const [erasing, erase] = useState<IdeaView | undefined>(undefined);
	if (naming) return <NamePile m={m} pile={pile} onClose={onClose} />;
	if (erasing) return <RedactIdea m={m} idea={erasing} onClose={onClose} />;
	return (
		<Dialog title={pile.title} onClose={onClose}>
			<Button icon={pen} onClick={() => name(true)}>
				{t("lead.merge.name")}
			</Button>
			<h3>{t("lead.merge.join")}</h3>
			<Pick
				piles={piles}
				not={pile.id}
				near={near}
				onPick={(to) => {
					m.send("cluster.join", { from: pile.id, into: to.id });
					say(t("lead.merge.laid", { text: cut(pile.title), title: to.title }), undoing(m, "cluster.joined"));
					onClose();
				}}
			/>
			<h3>{t("lead.merge.redact_which", { n: pile.ideas.length })}</h3>
			<ul class="turns">
				{pile.ideas.map((i) => (
					<li key={i.id}>
						{i.group ? <Badge n={i.group} label={t("common.group", { n: i.group })} /> : null}
						<span dir="auto">{says(i)}</span>
						<span class="push" />
						<Button small variant="tertiary" stop icon={trash} onClick={() => erase(i)}>
							{t("lead.merge.redact")}
							<span class="vh"> {says(i)}</span>
						</Button>
					</li>
				))}
			</ul>
			<Close onClose={onClose} />
		</Dialog>
	);
}

interface PickProps {
	piles: Pile[];
	not: string;
	near: ReadonlyMap<string, Near>;
	onPick: (p: Pile) => void;
}

/** Search in titles, ideas and numbers; Enter takes the first. With nothing typed it takes only one that is likely. */
function Pick({ piles, not, near, onPick }: PickProps) {
	const [words, search] = useState("");
	const hits = found(piles, words, not, near);
	const first = hits[0] && (words.trim() || near.has(hits[0].id)) ? hits[0] : undefined;
	return (
		<form
			class="pick"
			onSubmit={(e) => {
				e.preventDefault();
				if (first) onPick(first);
			}}
		>
			<label class="ds-label" for="pick">
				{t("lead.merge.search")}
			</label>
			<input
				class="ds-input"
				id="pick"
				type="search"
				autocomplete="off"
				dir="auto"
				value={words}
				onInput={(e) => search(e.currentTarget.value)}
			/>
			<ul>
				{hits.map((p) => (
					<li key={p.id}>
						<button type="button" data-first={p === first ? "" : undefined} onClick={() => onPick(p)}>
							<span class="n">{p.n}</span>
							<span>
								<span dir="auto">{p.title}</span>
								<Why of={near.get(p.id)} />
							</span>
							{p === first ? <kbd>↵</kbd> : null}
						</button>
					</li>
				))}
			</ul>
			{hits.length === 0 ? <p class="muted">{t("lead.merge.no_hit")}</p> : null}
		</form>
	);
}

/** Why a proposal stands first: people said so, or the words are alike. They are not the same, and are not said alike. */
function Why({ of: near }: { of: Near | undefined }) {
	if (!near) return null;
	return <small class="muted">{t(near.why === "said" ? "lead.merge.near_said" : "lead.merge.near_words")}</small>;
}

/** A name for the ballot and the board, at most sixty characters. */
export function NamePile({ m, pile, onClose }: { m: Meeting; pile: Pile; onClose: () => void }) {
	return (
		<Write
			title={t("lead.merge.name")}
			label={t("lead.merge.name_label")}
			text={pile.title}
			max={limits.title}
			yes={t("common.save")}
			onYes={(title) => m.send("cluster.rename", { cluster: pile.id, title }, `name/${pile.id}`)}
			onClose={onClose}
		/>
	);
}

/** A proposal that somebody says aloud. */
export function AddIdea({ m, onClose }: { m: Meeting; onClose: () => void }) {
	return (
		<Write
			title={t("lead.merge.add")}
			label={t("lead.merge.add_label")}
			text=""
			max={limits.idea}
			yes={t("lead.merge.add_yes")}
			onYes={(text) => m.send("idea.post", { id: newId(), text })}
			onClose={onClose}
		/>
	);
}

interface WriteProps {
	title: string;
	label: string;
	text: string;
	max: number;
	yes: string;
	onYes: (text: string) => void;
	onClose: () => void;
}

/** Write is one text and a verb. What is too long or missing is said by the field; the button is never dead. */
export function Write({ title, label, text, max, yes, onYes, onClose }: WriteProps) {
	const [now, set] = useState(text);
	const [asked, ask] = useState(false);
	const field = useRef<HTMLTextAreaElement>(null);
	const over = length(now) - max;
	const wrong = over > 0 ? t("lead.over", { n: over }) : asked && !now.trim() ? t("refused.empty") : "";
	return (
		<Dialog title={title} onClose={onClose}>
			<form
				class="stack"
				onSubmit={(e) => {
					e.preventDefault();
					ask(true);
					if (over > 0 || !now.trim()) {
						field.current?.focus();
						return;
					}
					onYes(now.trim());
					onClose();
				}}
			>
				<div class="field">
					<label class="ds-label" for="write">
						{label}
					</label>
					<textarea
						class="ds-input"
						id="write"
						ref={field}
						rows={3}
						dir="auto"
						value={now}
						aria-invalid={wrong !== ""}
						aria-describedby={wrong ? "write-wrong" : undefined}
						onInput={(e) => set(e.currentTarget.value)}
						onKeyDown={(e) => {
							if (e.key !== "Enter" || e.shiftKey) return;
							e.preventDefault();
							e.currentTarget.form?.requestSubmit();
						}}
					/>
					{wrong ? (
						<p class="ds-validation-message" id="write-wrong" role="alert">
							{wrong}
						</p>
					) : null}
				</div>
				<div class="dialog-foot">
					<Button variant="paper" onClick={onClose}>
						{t("common.cancel")}
					</Button>
					<Button variant="primary" type="submit">
						{yes}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}

/** Redaction takes the words out of the story for good, so it asks first. */
export function RedactIdea({ m, idea, onClose }: { m: Meeting; idea: IdeaView; onClose: () => void }) {
	return (
		<Ask
			title={t("lead.merge.redact_title")}
			yes={t("lead.merge.redact_yes")}
			stop
			onYes={() => m.send("idea.redact", { id: idea.id })}
			onClose={onClose}
		>
			<p dir="auto" class="quoted">
				{t("lead.quote", { text: says(idea) })}
			</p>
			<p>{t("lead.merge.redact_why")}</p>
		</Ask>
	);
}

function Close({ onClose }: { onClose: () => void }) {
	return (
		<div class="dialog-foot">
			<Button variant="paper" onClick={onClose}>
				{t("common.cancel")}
			</Button>
		</div>
	);
}

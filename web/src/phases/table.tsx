import { useSignal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { allIdeaSign } from "../gen/protocol";
import { newId } from "../net/ids";
import { toTop } from "../participant/screen";
import type { Meeting } from "../state/meeting";
import { Button, IconButton } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Icon } from "../ui/icon";
import { check, more as dots, pen, plus } from "../ui/icons";
import { Sign, signIcons } from "../ui/sign";
import { Slip } from "../ui/slip";
import { t } from "../words/words";
import { Asked, earlier } from "./asked";
import { Edit } from "./edit";
import { asked, useHalf } from "./half";
import { Norsk, Unread, WriteNorsk } from "./norsk";
import { type Point, points } from "./notes";
import { Nudge } from "./nudge";
import { useSummary } from "./summary";
import { twice, wrongText } from "./writer";

/** mayWork is what the table has agreed on: with a note-taker it is the note-taker who sorts. The server has the last word. */
export function mayWork(m: Meeting): boolean {
	const me = m.me.value;
	const group = me?.group ? m.store.get("groups", me.group) : undefined;
	return !!me && !!group && !group.sent && (me.scribe || !group.scribe);
}

/** due tells whether the tables are to send now: a list that they go on with in a later step waits. */
export const due = (m: Meeting): boolean => m.store.one("step")?.sends ?? false;

/** TableList is what the table has in common: taken with, or laid aside and still readable. */
export function TableList({ m }: { m: Meeting }) {
	const list = points(m);
	const work = mayWork(m);
	const [open, edit] = useState<Point | undefined>();
	const [norsk, say] = useState<{ point: Point; aside: boolean } | undefined>();
	const kept = list.filter((p) => p.place === "table");
	useSummary(list.length, () => t("p.table.now", { n: list.length }));
	return (
		<section class="stack-s" aria-labelledby="table-list">
			<div class="row wrap">
				<h2 id="table-list">{t("p.table.list", { n: m.me.value?.group ?? 0 })}</h2>
				<span class="chip" data-tone="go">
					<Icon d={check} />
					{t("p.table.kept", { n: kept.length })}
				</span>
				{list.length > kept.length ? (
					<span class="chip">{t("p.table.asides", { n: list.length - kept.length })}</span>
				) : null}
			</div>
			{list.length === 0 ? <p class="muted">{t("p.table.empty")}</p> : null}
			<Asked m={m} list={list} row={(p) => <Row m={m} point={p} work={work} edit={edit} norsk={say} />} />
			{open ? <Edit m={m} title={t("p.table.edit")} note={open} listed done={() => edit(undefined)} /> : null}
			{norsk ? <Norsk m={m} note={norsk.point} aside={norsk.aside} done={() => say(undefined)} /> : null}
		</section>
	);
}

interface RowProps {
	m: Meeting;
	point: Point;
	work: boolean;
	edit: (point: Point) => void;
	norsk: (of: { point: Point; aside: boolean }) => void;
}

/** Row is drawn again only when its own point changes: what it keeps itself is a signal, which has that effect. */
function Row({ m, point, work, edit, norsk }: RowProps) {
	const { id, place, text, lang } = point;
	const unfolded = useSignal(false);
	const more = unfolded.value;
	const aside = place === "aside";
	const words = { text, lang, norsk: point.norsk };
	if (!work) {
		return (
			<Slip {...words} aside={aside} {...(aside ? { word: t("p.table.is_aside") } : {})}>
				<Unread note={point} />
				<First m={m} id={id} />
				{point.sign ? <Sign of={point.sign} /> : null}
			</Slip>
		);
	}
	return (
		<Slip {...words} aside={aside} {...(point.received ? {} : { is: "saved", word: t("p.note.saved") })}>
			<Unread note={point} />
			<First m={m} id={id} />
			<WriteNorsk note={point} open={() => norsk({ point, aside: false })} />
			{more && !aside ? null : <Sign of={point.sign} />}
			<span class="tools">
				<span class="sort">
					<Button
						small
						variant={aside ? "paper" : "primary"}
						{...(aside ? {} : { icon: check })}
						aria-pressed={!aside}
						onClick={() => aside && m.send("idea.keep", { id }, `sort:${id}`)}
					>
						{t("p.table.keep")}
					</Button>
					<Button
						small
						variant="paper"
						aria-pressed={aside}
						onClick={() => {
							if (point.unread) norsk({ point, aside: true });
							else if (!aside) m.send("idea.aside", { id }, `sort:${id}`);
						}}
					>
						{t("p.table.aside")}
					</Button>
				</span>
				<IconButton icon={pen} label={t("p.table.edit")} onClick={() => edit(point)} />
				{aside ? null : (
					<IconButton
						icon={dots}
						label={t("p.more")}
						aria-expanded={more}
						onClick={() => {
							unfolded.value = !more;
						}}
					/>
				)}
			</span>
			{more && !aside ? (
				<fieldset class="signs">
					<legend class="vh">{t("p.table.sign")}</legend>
					{allIdeaSign.map((sign) => (
						<button
							key={sign}
							type="button"
							class="chip"
							aria-pressed={point.sign === sign}
							onClick={() => m.send("idea.sign", { id, sign: point.sign === sign ? "" : sign }, `sign:${id}`)}
						>
							<Icon d={signIcons[sign]} />
							{t(`common.sign.${sign}`)}
						</button>
					))}
				</fieldset>
			) : null}
		</Slip>
	);
}

/** First is what stood there before somebody tidied it. */
function First({ m, id }: { m: Meeting; id: string }) {
	const first = m.store.get("wordings", id)?.first;
	return first ? (
		<span class="first">
			{t("p.first")} «<bdi>{first}</bdi>»
		</span>
	) : null;
}

/** AddPoint writes a point straight onto the list. */
export function AddPoint({ m }: { m: Meeting }) {
	const text = useHalf(m, "point");
	const lang = useSignal("");
	const wrong = useSignal("");
	const field = useRef<HTMLInputElement>(null);
	const added = useRef(-twice);
	return (
		<form
			class="add"
			noValidate
			onSubmit={(e) => {
				e.preventDefault();
				if (!text.value && e.timeStamp - added.current < twice) return;
				wrong.value = wrongText(text.value, t("p.table.point"));
				if (!wrong.value) {
					m.send("idea.post", {
						id: newId(),
						text: text.value,
						table: true,
						...asked(m),
						...(lang.value ? { lang: lang.value } : {}),
					});
					text.value = "";
					lang.value = "";
					added.current = e.timeStamp;
				}
				field.current?.focus();
				// The point that was added stands above it, and pushes it down.
				requestAnimationFrame(() => field.current?.scrollIntoView({ block: "nearest" }));
			}}
		>
			<input
				class="ds-input"
				ref={field}
				dir="auto"
				value={text.value}
				placeholder={t("p.table.new")}
				aria-label={t("p.table.new")}
				aria-describedby="point-wrong"
				aria-invalid={wrong.value !== ""}
				onInput={(e) => {
					text.value = e.currentTarget.value;
					wrong.value = "";
				}}
			/>
			<Button variant="paper" type="submit" icon={plus}>
				{t("p.table.add")}
			</Button>
			<p class="ds-validation-message" id="point-wrong" role="alert" hidden={!wrong.value}>
				{wrong.value}
			</p>
			<Nudge
				room={m.room}
				text={text.value}
				lang={lang.value}
				speak={(to) => {
					lang.value = to;
				}}
				set={(now) => {
					text.value = now;
					field.current?.focus();
				}}
			/>
		</form>
	);
}

/** SendList sends what is taken with to everybody, once lists are due. It asks first. Whoever is not the note-taker is not urged to. What was written to an earlier question goes along only if the table wants it to. */
export function SendList({ m }: { m: Meeting }) {
	const [asking, ask] = useState(false);
	const sent = useRef(false);
	// Whoever sent it is shown that it is sent, and that stands at the top.
	useEffect(() => () => void (sent.current && toTop()), []);
	const list = points(m).filter((p) => p.place === "table");
	const n = list.length;
	// What nobody has said the meaning of is not laid aside.
	const old = earlier(m, list).filter((p) => !p.unread);
	const sending = m.outbox.pending("group.send").length > 0;
	if (!due(m)) return <p class="small muted">{t("p.table.later")}</p>;
	if (n === 0 && !asking) return <p class="small muted">{t("p.table.send_none")}</p>;
	const send = (aside: readonly Point[]) => {
		for (const { id } of aside) m.send("idea.aside", { id }, `sort:${id}`);
		m.send("group.send", {}, "send");
		sent.current = true;
		ask(false);
	};
	const choose = old.length > 0 && old.length < n;
	return (
		<>
			<Button variant={m.me.value?.scribe ? "primary" : "secondary"} full aria-busy={sending} onClick={() => ask(true)}>
				{t("p.table.send", { n })}
			</Button>
			{asking ? (
				<Dialog
					title={t("p.table.sure")}
					onClose={() => ask(false)}
					foot={
						<>
							{choose ? (
								<Button variant="primary" onClick={() => send(old)}>
									{t("p.table.send_new", { n: n - old.length })}
								</Button>
							) : null}
							<Button variant={choose ? "paper" : "primary"} onClick={() => send([])}>
								{t("p.table.send", { n })}
							</Button>
							<Button variant="paper" onClick={() => ask(false)}>
								{t("common.cancel")}
							</Button>
						</>
					}
				>
					<div class="stack">
						<p>{t("p.table.sure_body", { n })}</p>
						{choose ? <p class="callout-box">{t("p.table.sure_old", { n: old.length })}</p> : null}
					</div>
				</Dialog>
			) : null}
		</>
	);
}

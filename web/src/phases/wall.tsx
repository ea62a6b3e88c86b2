import { useState } from "preact/hooks";
import { type Commands, limits, type PosterView } from "../gen/protocol";
import { newId } from "../net/ids";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Icon } from "../ui/icon";
import { check, phone, plus } from "../ui/icons";
import { Slip } from "../ui/slip";
import { t } from "../words/words";
import { Nudge } from "./nudge";
import { wrongText } from "./writer";

const sorts = ["can", "need"] as const;
type Sort = (typeof sorts)[number];

/** WallBox is what we can help each other with: everybody's posters, and one's own to hang up and take down. */
export function WallBox({ m }: { m: Meeting }) {
	const [hanging, hang] = useState<Sort | undefined>();
	const mine = m.me.value?.posters ?? [];
	const all = m.store.list("posters", (p) => p.order);
	const waiting = mine.filter((id) => !m.store.get("posters", id)).length;
	return (
		<section class="box stack-s" aria-labelledby="wall">
			<h2 id="wall">{t("p.wall.title")}</h2>
			<p class="muted">{t("p.wall.why")}</p>
			{sorts.map((sort) => (
				<Button key={sort} full icon={plus} onClick={() => hang(sort)}>
					{t(`p.wall.${sort}`)}
				</Button>
			))}
			{sorts.map((sort) => {
				const posters = all.filter((p) => p.sort === sort);
				return posters.length ? (
					<section key={sort} class="stack-s" aria-labelledby={`wall-${sort}`}>
						<h3 id={`wall-${sort}`}>{t(`p.wall.${sort}`)}</h3>
						<ul class="stack-s">
							{posters.map((p) => (
								<li key={p.id}>
									<Poster m={m} of={p} mine={mine.includes(p.id)} />
								</li>
							))}
						</ul>
					</section>
				) : null;
			})}
			{waiting ? <p class="small">{t("p.wall.waits")}</p> : null}
			{hanging ? <Hanging m={m} sort={hanging} done={() => hang(undefined)} /> : null}
		</section>
	);
}

function Poster({ m, of: p, mine }: { m: Meeting; of: PosterView; mine: boolean }) {
	return (
		<Slip text={p.text} word={p.from}>
			{mine ? (
				<Button small variant="tertiary" stop onClick={() => m.send("poster.take", { id: p.id })}>
					{t("p.wall.take")}
					<span class="vh"> {p.text}</span>
				</Button>
			) : null}
		</Slip>
	);
}

function Hanging({ m, sort, done }: { m: Meeting; sort: Sort; done: () => void }) {
	const [text, write] = useState("");
	const [from, say] = useState("");
	const [wrong, tell] = useState("");
	const hang = () => {
		const no = wrongText(text, t("p.wall.empty"), limits.poster);
		if (no) return tell(no);
		m.send("poster.hang", { id: newId(), sort, text, from });
		done();
	};
	return (
		<Dialog title={t(`p.wall.${sort}`)} onClose={done} foot={<Foot save={hang} word={t("p.wall.hang")} done={done} />}>
			<div class="choices">
				<div class="field">
					<label class="ds-label" for="poster">
						{t("p.wall.what")}
					</label>
					<textarea
						class="ds-input short"
						id="poster"
						rows={3}
						dir="auto"
						value={text}
						aria-describedby="poster-wrong"
						aria-invalid={wrong !== ""}
						onInput={(e) => {
							write(e.currentTarget.value);
							tell("");
						}}
					/>
					<p class="ds-validation-message" id="poster-wrong" role="alert" hidden={!wrong}>
						{wrong}
					</p>
				</div>
				<Nudge room={m.room} text={text} set={write} />
				<Line id="from" label={t("p.wall.from")} value={from} set={say} />
			</div>
		</Dialog>
	);
}

/** BookBox is the way into the contact book, and out again with one press. */
export function BookBox({ m }: { m: Meeting }) {
	const [open, set] = useState(false);
	const inIt = m.me.value?.book ?? false;
	const book = m.store.one("book");
	const n = book?.n ?? 0;
	if (book?.gone) return null;
	return (
		<section class="box stack-s" aria-labelledby="book">
			<h2 id="book">{t("p.book.title")}</h2>
			{inIt ? (
				<p class="state" data-is="received">
					<Icon d={check} />
					{t("p.book.is")}
				</p>
			) : (
				<p class="muted">{t("p.book.why")}</p>
			)}
			{inIt ? (
				<Button full variant="tertiary" onClick={() => m.send("book.leave", {}, "book")}>
					{t("p.book.leave")}
				</Button>
			) : (
				<Button full icon={phone} onClick={() => set(true)}>
					{t("p.book.join")}
				</Button>
			)}
			{n ? (
				<p>
					<a href={`/kontaktbok/${m.room}`}>{t("p.book.read", { n })}</a>
				</p>
			) : null}
			{open ? <Joining m={m} done={() => set(false)} /> : null}
		</section>
	);
}

const blank: Commands["book.join"] = { who: "", org: "", phone: "", mail: "" };

function Joining({ m, done }: { m: Meeting; done: () => void }) {
	const [now, set] = useState(blank);
	const [wrong, tell] = useState("");
	const write = (field: keyof typeof blank) => (text: string) => {
		set({ ...now, [field]: text });
		tell("");
	};
	const save = () => {
		if (!now.who.trim()) return tell(t("p.book.who_missing"));
		if (!now.phone.trim() && !now.mail.trim()) return tell(t("p.book.how_missing"));
		m.send("book.join", now, "book");
		done();
	};
	return (
		<Dialog title={t("p.book.join")} onClose={done} foot={<Foot save={save} word={t("p.book.save")} done={done} />}>
			<div class="choices">
				<p>{t("p.book.who_sees")}</p>
				<Line id="book-who" label={t("p.book.who")} value={now.who} set={write("who")} wrong={wrong} />
				<Line id="book-org" label={t("p.wall.from")} value={now.org} set={write("org")} />
				<Line id="book-phone" type="tel" label={t("p.book.phone")} value={now.phone} set={write("phone")} />
				<Line id="book-mail" type="email" label={t("p.book.mail")} value={now.mail} set={write("mail")} />
				<p class="ds-validation-message" id="book-wrong" role="alert" hidden={!wrong}>
					{wrong}
				</p>
			</div>
		</Dialog>
	);
}

function Line(props: {
	id: string;
	label: string;
	value: string;
	set: (text: string) => void;
	type?: "tel" | "email";
	wrong?: string;
}) {
	return (
		<div class="field">
			<label class="ds-label" for={props.id}>
				{props.label}
			</label>
			<input
				class="ds-input"
				id={props.id}
				inputMode={props.type ?? "text"}
				dir="auto"
				autocomplete={props.type === "tel" ? "tel" : props.type === "email" ? "email" : "off"}
				maxLength={props.type === "email" ? 254 : props.type === "tel" ? 30 : limits.name}
				value={props.value}
				aria-invalid={!!props.wrong}
				aria-describedby={props.wrong ? "book-wrong" : undefined}
				onInput={(e) => props.set(e.currentTarget.value)}
			/>
		</div>
	);
}

function Foot({ save, word, done }: { save: () => void; word: string; done: () => void }) {
	return (
		<>
			<Button variant="primary" onClick={save}>
				{word}
			</Button>
			<Button variant="paper" onClick={done}>
				{t("common.cancel")}
			</Button>
		</>
	);
}

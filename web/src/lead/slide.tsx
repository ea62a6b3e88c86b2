import { useId, useState } from "preact/hooks";
import { allSlideKind, type Figure, limits, type SlideKind, type SlideView, slideLimits } from "../gen/protocol";
import * as api from "../net/api";
import { newId } from "../net/ids";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { plus, trash } from "../ui/icons";
import { refused, t } from "../words/words";
import type { Page } from "./pictures";

const blank: Figure = { label: "", number: "", unit: "", year: "", source: "" };

/** A picture in the dialog: one that is kept already, or one on its way, with the words that go with it. */
interface Shot {
	kept?: string;
	page?: Page;
	alt: string;
}

/** SlideDialog makes a slide, or changes one. What a kind cannot be shown without is asked for here, and refused by the room. */
export function SlideDialog({
	m,
	step,
	of,
	onClose,
}: {
	m: Meeting;
	step: string;
	of: SlideView | undefined;
	onClose: () => void;
}) {
	const [kind, choose] = useState<SlideKind>(of?.kind ?? "text");
	const [title, setTitle] = useState(of?.title ?? "");
	const [lines, setLines] = useState(of?.lines.join("\n") ?? "");
	const [figures, setFigures] = useState<readonly Figure[]>(
		of?.figures.length
			? of.figures.map(({ label, number, unit, year, source }) => ({ label, number, unit, year, source }))
			: [blank],
	);
	const [shots, setShots] = useState<readonly Shot[]>(of?.picture ? [{ kept: of.picture, alt: of.alt }] : []);
	const [alt, setAlt] = useState(of?.alt ?? "");
	const [film, setFilm] = useState(of?.film ?? "");
	const [wrong, setWrong] = useState("");
	const [busy, setBusy] = useState("");

	const base = { id: of?.id ?? newId(), step: of?.step ?? step, kind };
	const missing = (): string => {
		if (kind === "picture") {
			if (shots.length === 0) return t("lead.slide.need_file");
			return shots.every((s) => s.alt.trim()) ? "" : t("lead.slide.need_alt");
		}
		if (!title.trim()) return t("lead.slide.need_title");
		if (kind === "film") return film.trim() ? (alt.trim() ? "" : t("lead.slide.need_alt")) : t("lead.slide.need_film");
		if (kind !== "figures") return "";
		return figures.every((f) => Object.values(f).every((v) => v.trim())) ? "" : t("lead.slide.need_figure");
	};
	const save = async () => {
		const lacks = missing();
		setWrong(lacks);
		if (lacks || busy) return;
		if (kind !== "picture") {
			const points = lines.split("\n").filter((l) => l.trim());
			const more = kind === "figures" ? { figures: [...figures] } : kind === "film" ? { alt, film } : { lines: points };
			m.send("slide.set", { ...base, title, ...more });
			return onClose();
		}
		setBusy(t("lead.slide.saving"));
		for (const [n, shot] of shots.entries()) {
			let picture = shot.kept;
			if (shot.page) {
				const answer = await api.takePicture(m.room, shot.page.file);
				if (!answer.ok) {
					setShots(shots.slice(n)); // those before it are slides by now
					setBusy("");
					return setWrong(refused(answer.code));
				}
				picture = answer.body.id;
			}
			const id = n === 0 ? base.id : newId();
			m.send("slide.set", { ...base, id, title: n === 0 ? title : "", picture: picture ?? "", alt: shot.alt });
		}
		onClose();
	};
	const take = async (files: readonly File[]) => {
		setWrong("");
		const got = await (await import("./pictures")).pagesOf(files, (n, of) =>
			setBusy(t("lead.slide.reading", { n, of })),
		);
		setBusy("");
		if (got.wrong) setWrong(t(got.pdf ? "lead.slide.not_pdf" : "lead.slide.not_picture", { name: got.wrong }));
		const fresh = got.pages.map((page) => ({ page, alt: page.said.slice(0, slideLimits.alt) }));
		setShots(of ? fresh.slice(0, 1) : [...shots, ...fresh]);
	};
	return (
		<Dialog title={of ? t("lead.slide.change") : t("lead.slide.new", { title: stepTitle(m, step) })} onClose={onClose}>
			<form
				class="stack"
				onSubmit={(e) => {
					e.preventDefault();
					void save();
				}}
			>
				{of ? null : (
					<fieldset class="stack-s">
						<legend class="ds-label">{t("lead.slide.kind")}</legend>
						{allSlideKind.map((k) => (
							<label key={k} class="line">
								<input type="radio" name="slide-kind" value={k} checked={kind === k} onChange={() => choose(k)} />
								<span>{t(`lead.slide.kind_${k}`)}</span>
							</label>
						))}
					</fieldset>
				)}
				<Text label={t("lead.slide.title")} value={title} set={setTitle} max={limits.title} />
				{kind === "text" || kind === "promise" ? (
					<Text label={t("lead.slide.lines")} hint={t("lead.slide.lines_hint")} value={lines} set={setLines} rows={5} />
				) : null}
				{kind === "figures" ? <Figures of={figures} set={setFigures} /> : null}
				{kind === "picture" ? <Shots m={m} of={shots} set={setShots} take={take} many={!of} /> : null}
				{kind === "film" ? (
					<>
						<Text label={t("lead.slide.film")} hint={t("lead.slide.film_hint")} value={film} set={setFilm} />
						<Text
							label={t("lead.slide.alt_film")}
							hint={t("lead.slide.alt_hint")}
							value={alt}
							set={setAlt}
							max={slideLimits.alt}
							rows={2}
						/>
					</>
				) : null}
				<p role="status">{busy}</p>
				<p class="ds-validation-message" role="alert" hidden={!wrong}>
					{wrong}
				</p>
				<div class="dialog-foot">
					<Button variant="paper" onClick={onClose}>
						{t("common.cancel")}
					</Button>
					<Button variant="primary" type="submit">
						{t("lead.slide.save")}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}

const stepTitle = (m: Meeting, step: string): string =>
	m.store.one("meeting")?.agenda.find((l) => l.id === step)?.title ?? "";

interface TextProps {
	label: string;
	value: string;
	set: (value: string) => void;
	hint?: string;
	max?: number;
	rows?: number;
}

function Text({ label, value, set, hint, max, rows }: TextProps) {
	const id = useId();
	const given = {
		class: "ds-input",
		id,
		dir: "auto" as const,
		autocomplete: "off",
		maxLength: max,
		value,
		"aria-describedby": hint ? `${id}h` : undefined,
		onInput: (e: Event) => set((e.currentTarget as HTMLInputElement).value),
	};
	return (
		<div class="field">
			<label class="ds-label" for={id}>
				{label}
			</label>
			{hint ? (
				<p class="hint" id={`${id}h`}>
					{hint}
				</p>
			) : null}
			{rows ? <textarea rows={rows} {...given} /> : <input type="text" {...given} />}
		</div>
	);
}

/** Figures: everything that makes a number worth believing, or it is not one. */
function Figures({ of, set }: { of: readonly Figure[]; set: (list: readonly Figure[]) => void }) {
	const write = (n: number, part: keyof Figure, text: string) =>
		set(of.map((f, i) => (i === n ? { ...f, [part]: text } : f)));
	return (
		<>
			{of.map((f, n) => (
				<fieldset key={n} class="stack-s sunk figure-form">
					<legend class="ds-label">{t("lead.slide.figure", { n: n + 1 })}</legend>
					{(["label", "number", "unit", "year", "source"] as const).map((part) => (
						<Text
							key={part}
							label={t(`lead.slide.${part}`)}
							{...(part === "year" ? { hint: t("lead.slide.year_hint") } : {})}
							value={f[part]}
							set={(text) => write(n, part, text)}
						/>
					))}
					{of.length > 1 ? (
						<Button variant="tertiary" small icon={trash} onClick={() => set(of.filter((_, i) => i !== n))}>
							{t("lead.slide.less", { n: n + 1 })}
						</Button>
					) : null}
				</fieldset>
			))}
			{of.length < slideLimits.figures ? (
				<Button variant="paper" small icon={plus} onClick={() => set([...of, blank])}>
					{t("lead.slide.more")}
				</Button>
			) : null}
		</>
	);
}

interface ShotsProps {
	m: Meeting;
	of: readonly Shot[];
	set: (list: readonly Shot[]) => void;
	take: (files: readonly File[]) => Promise<void>;
	many: boolean;
}

/** Shots is the pictures that were chosen, each with its words: suggested where the page has any, and never left out. */
function Shots({ m, of, set, take, many }: ShotsProps) {
	const id = useId();
	return (
		<>
			<div class="field">
				<label class="ds-label" for={id}>
					{t("lead.slide.file_pdf")}
				</label>
				<p class="hint" id={`${id}h`}>
					{t("lead.slide.file_hint")}
				</p>
				<input
					class="ds-input"
					id={id}
					type="file"
					multiple={many}
					accept="image/png,image/jpeg,application/pdf"
					aria-describedby={`${id}h`}
					onChange={(e) => {
						const files = [...(e.currentTarget.files ?? [])];
						e.currentTarget.value = "";
						if (files.length) void take(files);
					}}
				/>
			</div>
			{of.map((s, n) => (
				<div key={s.kept ?? s.page?.small ?? n} class="shot">
					<img
						src={s.page?.small ?? `/api/rooms/${m.room}/pictures/${s.kept}?surface=lead`}
						alt={t("lead.slide.page", { n: n + 1, of: of.length })}
					/>
					<Text
						label={t("lead.slide.alt")}
						hint={n ? "" : t("lead.slide.alt_hint")}
						value={s.alt}
						set={(alt) => set(of.map((o, i) => (i === n ? { ...o, alt } : o)))}
						max={slideLimits.alt}
						rows={2}
					/>
					{many && of.length > 1 ? (
						<Button variant="tertiary" small icon={trash} onClick={() => set(of.filter((_, i) => i !== n))}>
							{t("lead.slide.drop_page", { n: n + 1 })}
						</Button>
					) : null}
				</div>
			))}
		</>
	);
}

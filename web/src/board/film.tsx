import { type Signal, signal } from "@preact/signals";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { SlideView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Icon } from "../ui/icon";
import { check, play } from "../ui/icons";
import { t } from "../words/words";

/** What has been chosen on this machine. The files are looked at where they lie: they go nowhere, and are forgotten with the page. */
interface Chosen {
	film?: File;
	captions?: File;
}
const chosen: Signal<ReadonlyMap<string, Chosen>> = signal(new Map());

const choose = (slide: string, what: Chosen) => {
	chosen.value = new Map(chosen.value).set(slide, { ...chosen.value.get(slide), ...what });
};

/** Film plays a file of this machine, with its captions, when the leads start it. Until both have been chosen, and can be read here, it asks for them. */
export function Film({ of, playing }: { of: SlideView; playing: boolean }) {
	const { film, captions } = chosen.value.get(of.id) ?? {};
	const [unread, found] = useState<File | undefined>(undefined);
	if (!film || !captions || unread === film || unread === captions) {
		const wrong = unread && (unread === film ? "board.film_broken" : "board.captions_broken");
		return <Ask of={{ slide: of.id, title: of.title, film: of.film }} wrong={wrong} />;
	}
	return (
		<Screen key={`${film.name}${captions.name}`} film={film} captions={captions} playing={playing} unread={found} />
	);
}

interface ScreenProps {
	film: File;
	captions: File;
	playing: boolean;
	/** One of the files is not what it should be. */
	unread: (file: File) => void;
}

function Screen({ film, captions, playing, unread }: ScreenProps) {
	const video = useRef<HTMLVideoElement>(null);
	const [held, hold] = useState(false);
	const [src, setSrc] = useState<{ film: string; captions: string } | undefined>(undefined);
	useEffect(() => {
		const made = { film: URL.createObjectURL(film), captions: URL.createObjectURL(captions) };
		setSrc(made);
		return () => {
			URL.revokeObjectURL(made.film);
			URL.revokeObjectURL(made.captions);
		};
	}, [film, captions]);
	useEffect(() => {
		const v = video.current;
		if (!v || !src) return;
		const track = v.textTracks[0];
		if (track) track.mode = "showing";
		if (!playing) return v.pause();
		// A browser that has not been touched since it was opened plays nothing with sound: then somebody must press.
		v.play().then(
			() => hold(false),
			() => hold(true),
		);
	}, [playing, src]);
	return (
		<figure class="picture film">
			{src ? (
				<video ref={video} src={src.film} preload="auto" onPlaying={() => hold(false)} onError={() => unread(film)}>
					<track default kind="captions" src={src.captions} label={t("lang.name")} onError={() => unread(captions)} />
				</video>
			) : null}
			{held && playing ? (
				<button type="button" class="ds-button said" data-variant="primary" onClick={() => void video.current?.play()}>
					<Icon d={play} />
					{t("board.film_press")}
				</button>
			) : null}
		</figure>
	);
}

/** Films is the same asked before anybody has come: what this machine will be wanted for. */
export function Films({ meeting }: { meeting: Meeting }) {
	const films = meeting.store.one("films")?.films ?? [];
	return (
		<section class="films" aria-labelledby="films">
			<h2 id="films">{t("board.films")}</h2>
			{films.map((f) => (
				<Ask key={f.slide} of={f} />
			))}
		</section>
	);
}

interface AskProps {
	of: { slide: string; title: string; film: string };
	wrong?: "board.film_broken" | "board.captions_broken" | undefined;
}

function Ask({ of, wrong }: AskProps) {
	const has = chosen.value.get(of.slide) ?? {};
	return (
		<div class="ask">
			<Pick
				label={t("board.film_choose", { film: of.film })}
				accept="video/*"
				has={has.film}
				take={(film) => choose(of.slide, { film })}
			/>
			<Pick
				label={t("board.film_captions")}
				accept=".vtt,text/vtt"
				has={has.captions}
				take={(captions) => choose(of.slide, { captions })}
			/>
			<p role={wrong ? "alert" : undefined}>
				{t(wrong ?? (has.film && has.captions ? "board.film_ready" : "board.film_stays"))}
			</p>
		</div>
	);
}

function Pick(of: { label: string; accept: string; has: File | undefined; take: (file: File) => void }) {
	const id = useId();
	return (
		<div class="pick">
			<label class="ds-button" data-variant={of.has ? "secondary" : "primary"} for={id}>
				<Icon d={of.has ? check : play} />
				{of.has ? t("board.film_chosen", { film: of.has.name }) : of.label}
			</label>
			<input
				id={id}
				class="vh"
				type="file"
				accept={of.accept}
				onChange={(e) => {
					const file = e.currentTarget.files?.[0];
					if (file) of.take(file);
				}}
			/>
		</div>
	);
}

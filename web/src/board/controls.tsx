import { useEffect, useState } from "preact/hooks";
import { clicker, type Press } from "../net/clicker";
import { IconButton } from "../ui/button";
import { Icon } from "../ui/icon";
import { contrast, link, pause, play, screen } from "../ui/icons";
import { expand, info } from "../ui/lateicons";
import { t } from "../words/words";

const kept = "dugnad.board.scheme";

/** What a clicker sends: pages by most, arrows by some, the space bar by people. */
const presses: Readonly<Record<string, Press>> = {
	" ": "next",
	PageDown: "next",
	ArrowRight: "next",
	PageUp: "back",
	ArrowLeft: "back",
};

export interface Held {
	black: boolean;
	still: boolean;
	/** The code and its picture, over everything. */
	code: boolean;
	/** Which films are wanted of this machine. */
	films: boolean;
	/** The panel has answered a press with something that stands there to be read. */
	says: boolean;
	toggleFilms: () => void;
	toggleCode: () => void;
	toggleBlack: () => void;
	toggleStill: () => void;
}

/**
 * useControls listens to the keys of the machine at the projector: D dark or light, B or . black,
 * P stand still, Q the code, F full screen. They change this screen alone. What moves the meeting is passed on to the
 * panel, if it is open in this browser.
 */
export function useControls(room: string): Held {
	const [black, setBlack] = useState(false);
	const [still, setStill] = useState(false);
	const [code, setCode] = useState(false);
	const [films, setFilms] = useState(false);
	const [says, setSays] = useState(false);
	const toggleFilms = () => setFilms((f) => !f);
	const toggleCode = () => setCode((c) => !c);
	const toggleBlack = () => setBlack((b) => !b);
	const toggleStill = () => setStill((s) => !s);

	useEffect(() => {
		const acts: Record<string, () => void> = {
			d: toggleScheme,
			b: toggleBlack,
			".": toggleBlack,
			p: toggleStill,
			f: fullScreen,
			q: toggleCode,
			escape: () => {
				setBlack(false);
				setCode(false);
				setFilms(false);
			},
		};
		const far: Partial<Record<string, () => void>> = {
			black: toggleBlack,
			code: toggleCode,
			says: () => setSays(true),
			said: () => setSays(false),
		};
		const line = clicker(room, "board", (what) => far[what]?.());
		const key = (e: KeyboardEvent) => {
			if (e.ctrlKey || e.metaKey || e.altKey || e.target instanceof HTMLInputElement) return;
			const moves = presses[e.key];
			if (moves && line.there() && !(e.key === " " && e.target instanceof HTMLButtonElement)) {
				e.preventDefault();
				e.stopImmediatePropagation();
				if (!e.repeat) line.press(moves);
				return;
			}
			acts[e.key.toLowerCase()]?.();
		};
		// Before the pages of a long list, which turn by the same keys where there is no panel.
		addEventListener("keydown", key, true);
		return () => {
			removeEventListener("keydown", key, true);
			line.close();
		};
	}, []);

	return { black, still, code, films, says, toggleFilms, toggleBlack, toggleStill, toggleCode };
}

/** Says tells whoever holds the clicker to look at the panel. What it says is the panel's alone. */
export function Says({ on }: { on: boolean }) {
	return (
		<p class="panel-says" role="status" data-on={on ? "" : undefined}>
			{on ? (
				<>
					<Icon d={info} />
					<span class="vh">{t("board.panel_says")}</span>
				</>
			) : null}
		</p>
	);
}

/** Controls shows itself when the mouse moves or the keyboard comes by, so that the picture stays clean. */
export function Controls({ of, films }: { of: Held; films: boolean }) {
	const [near, setNear] = useState(false);
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout>;
		const move = () => {
			setNear(true);
			clearTimeout(timer);
			timer = setTimeout(() => setNear(false), 3000);
		};
		addEventListener("pointermove", move);
		return () => {
			clearTimeout(timer);
			removeEventListener("pointermove", move);
		};
	}, []);
	return (
		<aside class="controls" aria-label={t("board.controls")} data-near={near ? "" : undefined}>
			<IconButton icon={contrast} label={`${t("board.scheme")} (D)`} onClick={toggleScheme} />
			<IconButton icon={screen} label={`${t("board.black")} (B)`} onClick={of.toggleBlack} />
			<IconButton
				icon={of.still ? play : pause}
				label={`${t("board.still")} (P)`}
				aria-pressed={of.still}
				onClick={of.toggleStill}
			/>
			<IconButton icon={link} label={`${t("board.code")} (Q)`} aria-pressed={of.code} onClick={of.toggleCode} />
			{films ? (
				<IconButton icon={play} label={t("board.films")} aria-pressed={of.films} onClick={of.toggleFilms} />
			) : null}
			<IconButton icon={expand} label={`${t("board.full")} (F)`} onClick={fullScreen} />
		</aside>
	);
}

/** keptScheme puts back what this projector was set to. Private windows may refuse to remember. */
export function keptScheme(): void {
	try {
		const scheme = localStorage.getItem(kept);
		if (scheme) document.documentElement.dataset.colorScheme = scheme;
	} catch {
		return;
	}
}

function toggleScheme(): void {
	const root = document.documentElement;
	const set = root.dataset.colorScheme;
	const dark = set === "dark" || (set !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
	root.dataset.colorScheme = dark ? "light" : "dark";
	try {
		localStorage.setItem(kept, root.dataset.colorScheme);
	} catch {
		return;
	}
}

function fullScreen(): void {
	if (document.fullscreenElement) void document.exitFullscreen();
	else void document.documentElement.requestFullscreen?.();
}

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { notebook } from "../state/drafts";
import { readAloud, readsAloud, voice } from "../ui/aloud";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Icon } from "../ui/icon";
import { check, globe, speaker } from "../ui/icons";
import { fetchWords, type Key, lang, languages, t } from "../words/words";

const sizes: [Key, number][] = [
	["p.size.normal", 100],
	["p.size.large", 125],
	["p.size.largest", 150],
];

/** wearSize puts the text size that was chosen on this device in force. */
export function wearSize(size = Number(notebook.read("size")) || 100): void {
	const page = document.documentElement;
	page.style.fontSize = size === 100 ? "" : `${size}%`;
	page.dataset.large = size > 125 ? "yes" : "no";
	notebook.write("size", size === 100 ? "" : String(size));
}

/** speak changes language, here and the next time. */
export async function speak(code: string): Promise<void> {
	if (await fetchWords(code)) notebook.write("lang", code);
}

/** LanguageSelect lists each language in its own name. */
export function LanguageSelect() {
	return (
		<select
			class="ds-input language"
			aria-label={t("common.language")}
			value={lang.value}
			onChange={(e) => void speak(e.currentTarget.value)}
		>
			{languages.value.map((l) => (
				<option key={l.code} value={l.code} lang={l.code}>
					{l.name}
				</option>
			))}
		</select>
	);
}

/** LanguageLine is the same on the first screen of whoever came in by a QR code and never saw the door: a picture says what it is to those who cannot read the word. */
export function LanguageLine() {
	return (
		<div class="line languages">
			<Icon d={globe} />
			<LanguageSelect />
		</div>
	);
}

/** TextButton is the Aa of every screen: how large, in which language, and what else this person has said of themselves. */
export function TextButton({ children }: { children?: ComponentChildren }) {
	const [open, setOpen] = useState(false);
	const [size, setSize] = useState(Number(notebook.read("size")) || 100);
	return (
		<>
			<button
				type="button"
				class="ds-button iconbtn"
				data-variant="tertiary"
				aria-label={t("p.size")}
				onClick={() => setOpen(true)}
			>
				Aa
			</button>
			{open ? (
				<Dialog
					title={t("p.size.title")}
					onClose={() => setOpen(false)}
					foot={
						<Button variant="primary" full onClick={() => setOpen(false)}>
							{t("common.close")}
						</Button>
					}
				>
					<div class="choices">
						<div class="sizes">
							{sizes.map(([key, to]) => (
								<Button
									key={key}
									variant="paper"
									full
									{...(size === to ? { icon: check } : {})}
									aria-pressed={size === to}
									onClick={() => {
										setSize(to);
										wearSize(to);
									}}
								>
									{t(key)}
								</Button>
							))}
						</div>
						<div>
							<h2>{t("common.language")}</h2>
							<LanguageSelect />
						</div>
						<ReadAloud />
						{children}
					</div>
				</Dialog>
			) : null}
		</>
	);
}

function ReadAloud() {
	if (!voice()) return <p class="small muted">{t("p.aloud.none")}</p>;
	const on = readsAloud();
	return (
		<Button variant="paper" full icon={on ? check : speaker} aria-pressed={on} onClick={() => readAloud(!on)}>
			{t("p.aloud.show")}
		</Button>
	);
}

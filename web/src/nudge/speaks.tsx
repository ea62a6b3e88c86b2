import { useEffect, useRef } from "preact/hooks";
import { tongues } from "../gen/tongues";
import { whisper } from "../participant/voice";
import type { Written } from "../phases/nudge";
import { Button } from "../ui/button";
import { check } from "../ui/icons";
import { spoken } from "../ui/said";
import { lang as page, t } from "../words/words";
import { belies, mayBe } from "./script";

/** named is what a language calls itself; the meeting's own is Norwegian. */
const named = (code: string) =>
	tongues.find(([c]) => c === code)?.[1] || t(code ? "p.note.lang_other" : "p.note.lang_none");

/**
 * Speaks is for whoever writes in letters of their own and has not found where to say so, and for whoever writes after
 * them where it still says that language: one tap, on the language by its own name. What is not answered is sent as it
 * stands; the meeting sees the letters too.
 */
export function Speaks({ text, lang = "", speak }: Written) {
	const tapped = useRef<string | undefined>(undefined);
	const may = mayBe(text, page.value);
	if (may.length === 0) tapped.current = undefined; // the next text is another
	const asks = speak !== undefined && may.length > 0 && (belies(text, lang) || lang === tapped.current);
	const box = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (asks) box.current?.scrollIntoView({ block: "nearest" }); // over the keyboard and the foot
	}, [asks]);
	if (!asks) return null;
	return (
		<div class="callout-box stack-s" ref={box}>
			<p>{t("p.note.lang")}</p>
			<div class="row wrap">
				{may.map((code) => (
					<Button
						key={code}
						small
						variant="paper"
						{...(lang === code ? { icon: check } : {})}
						aria-pressed={lang === code}
						onClick={() => {
							tapped.current = code;
							speak(code);
							whisper(named(code));
						}}
					>
						<span {...spoken(code && code !== "und" ? code : undefined)}>{named(code)}</span>
					</Button>
				))}
			</div>
		</div>
	);
}

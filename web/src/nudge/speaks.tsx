import { useEffect, useRef } from "preact/hooks";
import { tongues } from "../gen/tongues";
import { whisper } from "../participant/voice";
import type { Written } from "../phases/nudge";
import { Button } from "../ui/button";
import { check } from "../ui/icons";
import { spoken } from "../ui/said";
import { t } from "../words/words";
import { writtenSo } from "./script";

/**
 * Speaks is for whoever writes in letters of their own and has not found where to say so: one tap, on the language by its
 * own name. What is not answered is sent as it stands; the meeting sees the letters too.
 */
export function Speaks({ text, lang = "", speak }: Written) {
	const tapped = useRef("");
	const may = writtenSo(text);
	if (may.length === 0) tapped.current = ""; // the next text is another
	const asks = speak !== undefined && may.length > 0 && (lang === "" || lang === tapped.current);
	const box = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (asks) box.current?.scrollIntoView({ block: "nearest" }); // over the keyboard and the foot
	}, [asks]);
	if (!asks) return null;
	return (
		<div class="callout-box stack-s" ref={box}>
			<p>{t("p.note.lang")}</p>
			<div class="row wrap">
				{tongues
					.filter(([code]) => may.includes(code))
					.map(([code, name]) => (
						<Button
							key={code}
							small
							variant="paper"
							{...(lang === code ? { icon: check } : {})}
							aria-pressed={lang === code}
							onClick={() => {
								tapped.current = code;
								speak(code);
								whisper(name || t("p.note.lang_other"));
							}}
						>
							<span {...spoken(name ? code : undefined)}>{name || t("p.note.lang_other")}</span>
						</Button>
					))}
			</div>
		</div>
	);
}

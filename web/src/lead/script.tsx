import { useState } from "preact/hooks";
import type { ScriptView } from "../gen/protocol";
import { t } from "../words/words";

/** What to say as it stands, what to do, and what to do when it goes wrong. */
export function Script({ of }: { of: ScriptView }) {
	if (!of.say && of.do.length === 0) return null;
	return (
		<div class="script">
			{of.say ? (
				<>
					<h2>{t("lead.say")}</h2>
					<p class="say" dir="auto">
						{t("lead.quote", { text: of.say })}
					</p>
				</>
			) : null}
			{of.do.length ? (
				<>
					<h2>{t("lead.do")}</h2>
					<Todo key={of.step} list={of.do} />
				</>
			) : null}
			{of.wrong ? (
				<details>
					<summary>{t("lead.wrong")}</summary>
					<p dir="auto">{of.wrong}</p>
				</details>
			) : null}
		</div>
	);
}

/** Ticked off for oneself; it is nobody else's business. */
function Todo({ list }: { list: readonly string[] }) {
	const [done, setDone] = useState<readonly string[]>([]);
	return (
		<ul class="do">
			{list.map((line) => (
				<li key={line}>
					<label>
						<input
							class="ds-input"
							type="checkbox"
							checked={done.includes(line)}
							onChange={(e) => setDone(e.currentTarget.checked ? [...done, line] : done.filter((d) => d !== line))}
						/>
						<span dir="auto">{line}</span>
					</label>
				</li>
			))}
		</ul>
	);
}

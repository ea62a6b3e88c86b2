import { useState } from "preact/hooks";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { t } from "../words/words";

const most = 200;

/** NeedBox is where one says what one needs to be able to take part. Nothing of it stays on the phone: others may hold it. */
export function NeedBox({ m, id }: { m: Meeting; id: string }) {
	const [text, write] = useState("");
	const told = m.me.value?.need ?? false;
	return (
		<details class="box">
			<summary>{t(told ? "p.need.told" : "p.need.title")}</summary>
			<form
				id={`${id}-form`}
				class="stack-s"
				onSubmit={(e) => {
					e.preventDefault();
					if (text.trim() === "") return;
					m.send("need.tell", { text: text.trim() }, "need");
					write("");
				}}
			>
				<div class="field">
					<label class="ds-label" for={id}>
						{t("p.need.label")}
					</label>
					<textarea
						class="ds-input"
						id={id}
						rows={2}
						maxLength={most}
						dir="auto"
						autocomplete="off"
						aria-describedby={`${id}-why`}
						value={text}
						onInput={(e) => write(e.currentTarget.value)}
					/>
					<p class="hint below" id={`${id}-why`}>
						{t("p.need.why")}
					</p>
				</div>
				<Button type="submit" full variant="paper">
					{t(told ? "p.need.again" : "p.need.send")}
				</Button>
				{told ? (
					<Button full variant="tertiary" onClick={() => m.send("need.tell", { text: "" }, "need")}>
						{t("p.need.drop")}
					</Button>
				) : null}
			</form>
		</details>
	);
}

import type { Signal } from "@preact/signals";
import { Button, ButtonLink } from "../ui/button";
import { download } from "../ui/icons";
import { type Key, refused, t } from "../words/words";

export interface OwnFile {
	name: string;
	text: string;
}

const faults: Record<string, Key> = {
	invalid: "p.file.invalid",
	empty: "p.file.empty",
	full: "p.file.full",
	taken: "p.file.taken",
	missing: "p.file.missing",
	too_long: "p.file.too_long",
	too_large: "p.file.too_long",
};

/** faultOf says what is wrong with a template somebody brought along. What was filled in stays. */
export function faultOf(code: string): string {
	const key = faults[code];
	return key ? t(key) : refused(code);
}

/** OwnTemplate takes the chosen meeting home as a file, and brings a changed one back. */
export function OwnTemplate({ template, file }: { template: string; file: Signal<OwnFile | undefined> }) {
	return (
		<details>
			<summary>{t("p.file.own")}</summary>
			<div class="stack-s">
				<p class="small muted">{t("p.file.how")}</p>
				<ButtonLink variant="paper" icon={download} href={`/api/templates/${template}`}>
					{t("p.file.down")}
				</ButtonLink>
				<div class="field">
					<label class="ds-label" for="own-file">
						{t("p.file.pick")}
					</label>
					<input
						class="ds-input"
						id="own-file"
						type="file"
						accept=".json,application/json"
						onChange={(e) => {
							const chosen = e.currentTarget.files?.[0];
							if (chosen)
								void chosen.text().then((text) => {
									file.value = { name: chosen.name, text };
								});
						}}
					/>
				</div>
				{file.value ? (
					<>
						<p dir="auto">{t("p.file.is", { name: file.value.name })}</p>
						<Button
							variant="tertiary"
							onClick={() => {
								file.value = undefined;
							}}
						>
							{t("p.file.off")}
						</Button>
					</>
				) : null}
			</div>
		</details>
	);
}

import { useRef, useState } from "preact/hooks";
import { api } from "../net/api";
import { device } from "../participant/device";
import { Button, ButtonLink } from "../ui/button";
import { key } from "../ui/icons";
import { Logo } from "../ui/logo";
import { refused, t } from "../words/words";

/** Door asks for the recovery key: this device does not lead the meeting yet. */
export function Door({ room, deleted, opened }: { room: string; deleted?: boolean; opened: () => void }) {
	const [typed, type] = useState("");
	const [wrong, setWrong] = useState("");
	const field = useRef<HTMLInputElement>(null);
	const go = async () => {
		const said = await api.key(room, "lead", typed.replace(/\s+/g, ""), device());
		if (said.ok) {
			opened();
			return;
		}
		setWrong(refused(typed.trim() ? said.code : "empty"));
		field.current?.focus();
	};
	return (
		<div class="desk">
			<header class="desk-top">
				<Logo />
			</header>
			<main class="desk-main door">
				<h1>{t(deleted ? "lead.door.deleted" : "lead.door.title")}</h1>
				{deleted ? (
					<p>{t("lead.door.deleted_why")}</p>
				) : (
					<form
						class="stack"
						onSubmit={(e) => {
							e.preventDefault();
							void go();
						}}
					>
						<p>{t("lead.door.why")}</p>
						<div class="field">
							<label class="ds-label" for="key">
								{t("lead.about.key")}
							</label>
							<input
								class="ds-input code"
								id="key"
								ref={field}
								dir="ltr"
								autocomplete="off"
								autocapitalize="none"
								spellcheck={false}
								value={typed}
								aria-invalid={wrong !== ""}
								aria-describedby={wrong ? "key-wrong" : undefined}
								onInput={(e) => type(e.currentTarget.value)}
							/>
							{wrong ? (
								<p class="ds-validation-message" id="key-wrong" role="alert">
									{wrong}
								</p>
							) : null}
						</div>
						<Button variant="primary" type="submit" icon={key}>
							{t("lead.door.go")}
						</Button>
					</form>
				)}
				<p>
					<ButtonLink variant="tertiary" href="/">
						{t("lead.door.home")}
					</ButtonLink>
				</p>
			</main>
		</div>
	);
}

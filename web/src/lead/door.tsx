import { useRef, useState } from "preact/hooks";
import * as api from "../net/api";
import { device } from "../participant/device";
import { Button, ButtonLink } from "../ui/button";
import { key } from "../ui/icons";
import { Logo } from "../ui/logo";
import { refused, t } from "../words/words";

interface Props {
	/** Empty where the address names none: then the meeting's code is asked for as well. */
	room: string;
	deleted?: boolean;
	/** The link one came by opens nothing any more. */
	spent?: boolean;
	/** A key that was written where the code belongs. */
	typed?: string;
	opened: (room: string) => void;
}

/** Door asks for the recovery key: this device does not lead the meeting yet. */
export function Door({ room, deleted, spent, typed: begun = "", opened }: Props) {
	const [typed, type] = useState(begun);
	const [code, setCode] = useState("");
	const [wrong, setWrong] = useState("");
	const field = useRef<HTMLInputElement>(null);
	const go = async () => {
		const key = typed.replace(/\s+/g, "");
		const said = await (room ? api.key(room, "lead", key, device()) : api.leadKey(code, key, device()));
		if (said.ok) {
			opened(said.body.room);
			return;
		}
		setWrong(refused(typed.trim() && (room || code.trim()) ? said.code : "empty"));
		field.current?.focus();
	};
	return (
		<div class="desk">
			<header class="desk-top">
				<Logo />
			</header>
			<main class="desk-main door">
				<h1>{t(deleted ? "lead.door.deleted" : spent ? "lead.door.spent" : "lead.door.title")}</h1>
				{deleted || spent ? (
					<p>{t(deleted ? "lead.door.deleted_why" : "lead.door.spent_why")}</p>
				) : (
					<form
						class="stack"
						onSubmit={(e) => {
							e.preventDefault();
							void go();
						}}
					>
						<p>{t("lead.door.why")}</p>
						{room ? null : (
							<div class="field">
								<label class="ds-label" for="code">
									{t("lead.door.code")}
								</label>
								<p class="hint" id="code-hint">
									{t("lead.door.code_hint")}
								</p>
								<input
									class="ds-input code"
									id="code"
									dir="ltr"
									autocomplete="off"
									autocapitalize="characters"
									spellcheck={false}
									value={code}
									aria-describedby="code-hint"
									onInput={(e) => setCode(e.currentTarget.value)}
								/>
							</div>
						)}
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

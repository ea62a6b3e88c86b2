import { useRef, useState } from "preact/hooks";
import * as api from "../net/api";
import { device } from "../participant/device";
import { Button, ButtonLink } from "../ui/button";
import { Icon } from "../ui/icon";
import { key, warning } from "../ui/icons";
import { Logo } from "../ui/logo";
import { refused, t } from "../words/words";

/** Door is for whoever comes without a link that works: they can paste the one they were sent. */
export function Door({
	room,
	deleted,
	why,
	opened,
}: {
	room: string;
	deleted?: boolean;
	/** What was wrong with the key one came by. */
	why?: string;
	opened: () => void;
}) {
	const [typed, type] = useState("");
	const [wrong, setWrong] = useState("");
	const field = useRef<HTMLInputElement>(null);
	const go = async () => {
		const said = await api.key(room, "follow", typed.replace(/^.*#/, "").replace(/\s+/g, ""), device());
		if (said.ok) {
			opened();
			return;
		}
		setWrong(refused(typed.trim() ? said.code : "empty"));
		field.current?.focus();
	};
	return (
		<div class="desk follow">
			<header class="desk-top">
				<Logo />
			</header>
			<main class="follow-main door">
				<h1>{t(deleted ? "follow.door.deleted" : "follow.door.title")}</h1>
				{deleted ? (
					<p>{t("follow.door.deleted_why")}</p>
				) : (
					<form
						class="stack"
						onSubmit={(e) => {
							e.preventDefault();
							void go();
						}}
					>
						{why ? (
							<p class="line" role="alert">
								<Icon d={warning} />
								<b>{refused(why)}</b>
							</p>
						) : null}
						<p>{t("follow.door.why")}</p>
						<div class="field">
							<label class="ds-label" for="key">
								{t("follow.door.key")}
							</label>
							<input
								class="ds-input"
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
							{t("follow.door.go")}
						</Button>
					</form>
				)}
				<p>
					<ButtonLink variant="tertiary" href="/">
						{t("follow.door.home")}
					</ButtonLink>
				</p>
			</main>
		</div>
	);
}

import { useState } from "preact/hooks";
import * as api from "../net/api";
import { say } from "../participant/voice";
import { Button, ButtonLink } from "../ui/button";
import { link, mail, phone } from "../ui/icons";
import { refused, t } from "../words/words";
import { Ask } from "./ask";
import { AskMail } from "./askmail";
import { Copy } from "./copy";
import { Fold } from "./fold";
import type { Given } from "./given";
import type { Row } from "./rows";

/** Tap makes the link by which the responsible says how it is, without logging in. It is shown once; a new one kills the old. */
export function Tap({ r, ...given }: Given & { r: Row }) {
	const { m } = given;
	const [url, setUrl] = useState("");
	const [asking, ask] = useState(false);
	const make = async () => {
		const said = await api.tap(m.room, r.id);
		if (said.ok) setUrl(new URL(said.body.url, location.href).href);
		else say(refused(said.code));
	};
	const title = r.title || t("follow.untitled");
	const text = t("follow.tap.text", { title, url });
	return (
		<Fold id="tap" title={t("follow.tap.title")} aside={r.care.tap ? t("follow.holds_link") : undefined}>
			<p class="muted">{t("follow.tap.why")}</p>
			<AskMail r={r} {...given} />
			{url && r.care.tap ? (
				<>
					<Copy label={t("follow.tap.link")} text={url} yes={t("follow.tap.copy")} ltr />
					<Copy label={t("follow.tap.message")} text={text} rows={4} yes={t("follow.tap.copy_text")} />
					<div class="row wrap">
						<ButtonLink variant="paper" small icon={phone} href={`sms:?&body=${encodeURIComponent(text)}`}>
							{t("follow.tap.sms")}
						</ButtonLink>
						<ButtonLink
							variant="paper"
							small
							icon={mail}
							href={`mailto:?subject=${encodeURIComponent(t("follow.tap.subject", { title }))}&body=${encodeURIComponent(text)}`}
						>
							{t("follow.tap.mail")}
						</ButtonLink>
					</div>
				</>
			) : r.care.tap ? (
				<p>{t("follow.tap.held", { who: r.responsible || t("common.nobody") })}</p>
			) : null}
			<Button variant="paper" small icon={link} onClick={() => (r.care.tap ? ask(true) : void make())}>
				{t(r.care.tap ? "follow.tap.again" : "follow.tap.make")}
			</Button>
			{asking ? (
				<Ask
					title={t("follow.tap.again")}
					yes={t("follow.tap.again_yes")}
					onYes={() => void make()}
					onClose={() => ask(false)}
				>
					<p>{t("follow.tap.again_why")}</p>
				</Ask>
			) : null}
		</Fold>
	);
}

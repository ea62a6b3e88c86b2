import { useState } from "preact/hooks";
import * as api from "../net/api";
import { say } from "../participant/voice";
import { Button } from "../ui/button";
import { link } from "../ui/icons";
import { refused, t } from "../words/words";
import { Ask } from "./ask";
import { Copy } from "./copy";
import type { Given } from "./given";

/** OwnPlace makes a role's one link to all of its measures and nothing else. It is shown once; a new one kills the old. */
export function OwnPlace({ m, role, held }: Pick<Given, "m"> & { role: string; held: boolean }) {
	const [url, setUrl] = useState("");
	const [asking, ask] = useState(false);
	const make = async () => {
		const said = await api.owner(m.room, role, m.surface);
		if (said.ok) setUrl(new URL(said.body.url, location.href).href);
		else say(refused(said.code));
	};
	const text = t("follow.own.text", { url });
	return (
		<>
			{url && held ? (
				<div class="stack-s wide">
					<Copy label={t("follow.own.link", { who: role })} text={url} yes={t("follow.tap.copy")} ltr />
					<Copy label={t("follow.own.message")} text={text} rows={3} yes={t("follow.tap.copy_text")} />
				</div>
			) : null}
			<Button variant="paper" small icon={link} onClick={() => (held ? ask(true) : void make())}>
				{t(held ? "follow.own.again" : "follow.own.make")}
				<span class="vh" dir="auto">
					{" "}
					{role}
				</span>
			</Button>
			{asking ? (
				<Ask
					title={t("follow.own.again")}
					yes={t("follow.own.again")}
					onYes={() => void make()}
					onClose={() => ask(false)}
				>
					<p>{t("follow.own.again_why", { who: role })}</p>
				</Ask>
			) : null}
		</>
	);
}

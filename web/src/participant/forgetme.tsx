import { useState } from "preact/hooks";
import type { Meeting } from "../state/meeting";
import { notebook } from "../state/notebook";
import { Button, ButtonLink } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { download } from "../ui/icons";
import { t } from "../words/words";
import { asked } from "./ended";

/** ForgetMe is *Slett opplysningene om meg*. It says first what goes and what stays, and before it the same can be taken home as a file. */
export function ForgetMe({ m }: { m: Meeting }) {
	const [sure, ask] = useState(false);
	// It is done at once or not at all: what is written while it waits would go with it.
	const [no, refuse] = useState(false);
	const off = no && m.link.value.is !== "online";
	return (
		<>
			<ButtonLink full variant="tertiary" icon={download} href={`/api/rooms/${m.room}/mine.json`} download>
				{t("p.forget_me.file")}
			</ButtonLink>
			<Button full variant="tertiary" stop onClick={() => ask(true)}>
				{t("p.forget_me.title")}
			</Button>
			{sure ? (
				<Dialog
					title={t("p.forget_me.title")}
					onClose={() => ask(false)}
					foot={
						<>
							<Button
								variant="primary"
								stop
								onClick={() => {
									if (m.link.peek().is !== "online") return refuse(true);
									notebook.write(asked(m.room), "yes");
									m.send("seat.forget", {});
									ask(false);
								}}
							>
								{t("common.delete")}
							</Button>
							<Button variant="paper" onClick={() => ask(false)}>
								{t("common.cancel")}
							</Button>
						</>
					}
				>
					<p>{t("p.forget_me.goes")}</p>
					<p>{t("p.forget_me.stays")}</p>
					{off ? (
						<p class="ds-validation-message" role="alert">
							{t("p.forget_me.offline")}
						</p>
					) : null}
				</Dialog>
			) : null}
		</>
	);
}

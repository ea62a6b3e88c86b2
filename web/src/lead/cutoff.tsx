import { useEffect, useState } from "preact/hooks";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { paper } from "../ui/icons";
import { t } from "../words/words";
import { Paper } from "./paper";

const patience = 10_000; // ms; a shorter break mends itself

/** CutOff says how the evening goes on when the net or the server has been gone for a while: all that paper needs is in this page, until it is loaded anew. */
export function CutOff({ m }: { m: Meeting }) {
	const off = m.link.value.is === "offline";
	const [long, be] = useState(false);
	const [printing, print] = useState(false);
	useEffect(() => {
		if (!off) return be(false);
		const wait = setTimeout(() => be(true), patience);
		return () => clearTimeout(wait);
	}, [off]);
	return (
		<>
			{long ? (
				<section class="practice" aria-label={t("common.offline")}>
					<p role="alert">
						<b>{t("lead.cut_off")}</b>
					</p>
					<Button small variant="paper" icon={paper} onClick={() => print(true)}>
						{t("lead.paper")}
					</Button>
				</section>
			) : null}
			{printing ? <Paper m={m} onClose={() => print(false)} /> : null}
		</>
	);
}

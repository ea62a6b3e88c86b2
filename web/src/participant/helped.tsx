import { useEffect, useState } from "preact/hooks";
import type { Helped as Told } from "../net/api";
import * as api from "../net/api";
import { Button } from "../ui/button";
import { t } from "../words/words";
import { device } from "./device";
import { DoorTop } from "./door";
import { go } from "./route";
import { Screen } from "./screen";

const often = 2000; // between two questions whether somebody has typed the digits
const patience = 10_000;

/** Helped is a phone that cannot come in by itself: it shows four digits for a neighbour to type. */
export function Helped() {
	const [told, tell] = useState<Told>({});
	const [yes, say] = useState(false);
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout>;
		let over = false;
		const ask = async () => {
			const answer = await api.waitForHelp(device(), yes);
			if (over) return;
			if (answer.ok && answer.body.room) return go(`/rom/${answer.body.room}`, true);
			if (answer.ok) tell(answer.body);
			else if (yes) say(false); // locked meanwhile: new digits
			timer = setTimeout(ask, answer.ok ? often : Math.max(patience, answer.after * 1000));
		};
		void ask();
		return () => {
			over = true;
			clearTimeout(timer);
		};
	}, [yes]);
	if (told.title) {
		return (
			<>
				<DoorTop />
				<Screen
					key="is"
					title={t("p.help.is")}
					foot={
						<>
							<Button variant="primary" full aria-busy={yes} onClick={() => say(true)}>
								{t("p.join.go")}
							</Button>
							<Button variant="tertiary" full onClick={() => go("/")}>
								{t("p.help.no")}
							</Button>
						</>
					}
				>
					<p class="lead">
						<b dir="auto">{told.title}</b>
					</p>
				</Screen>
			</>
		);
	}
	return (
		<>
			<DoorTop />
			<Screen
				key="digits"
				title={t("p.help.title")}
				foot={
					<Button variant="tertiary" full onClick={() => go("/")}>
						{t("p.help.code")}
					</Button>
				}
			>
				{told.digits ? (
					<output class="digits num" dir="ltr">
						{told.digits}
					</output>
				) : (
					<p class="muted">{t("p.together.wait")}</p>
				)}
				<p>{t("p.help.how")}</p>
			</Screen>
		</>
	);
}

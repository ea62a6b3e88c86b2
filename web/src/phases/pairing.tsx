import { useEffect, useState } from "preact/hooks";
import { SaidHere } from "../participant/voice";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { DigitsField } from "../ui/digits";
import { Icon } from "../ui/icon";
import { people } from "../ui/icons";
import { t } from "../words/words";

export { PlacesBox } from "./placesbox";
export { SharedBox } from "./sharedbox";

const most = 2; // beside oneself

interface Props {
	m: Meeting;
	open: boolean;
	set: (open: boolean) => void;
}

/** TogetherBox says who one sits with, as a number of people, and is the way to ask for it. */
export function TogetherBox({ m, open, set }: Props) {
	const me = m.me.value;
	const n = me?.with.length ?? 0;
	// Once the tables are made it is no longer a wish: only whoever sits with somebody, or interprets for somebody, is told more of it.
	const late = !!me?.group && me.as !== "tolk";
	if (!me || (late && !n)) return null;
	return (
		<section class="box stack-s" aria-labelledby="together">
			<h2 id="together">{t("p.together.title")}</h2>
			{n ? (
				<p class="line">
					<Icon d={people} />
					<span>{t("p.together.is", { n })}</span>
				</p>
			) : (
				<p class="muted">{t(me.as === "tolk" ? "p.together.tolk" : "p.together.why")}</p>
			)}
			{n < most && !late ? (
				<Button full variant={me.as === "tolk" && !n ? "primary" : "paper"} icon={people} onClick={() => set(true)}>
					{t(n ? "p.together.more" : "p.together.go")}
				</Button>
			) : null}
			{n ? (
				<Button full variant="tertiary" onClick={() => m.send("seat.part", {}, "together")}>
					{t("p.together.part")}
				</Button>
			) : null}
			{open ? <Pairing m={m} close={() => set(false)} /> : null}
		</section>
	);
}

/** Pairing shows one's own four digits and takes those of the other phone, whichever comes first. */
function Pairing({ m, close }: { m: Meeting; close: () => void }) {
	const me = m.me.value;
	const [had] = useState(me?.with.length ?? 0);
	useEffect(() => {
		m.send("seat.invite", { on: true }, "invite");
	}, []);
	// Whichever phone did the typing, both are done.
	const now = me?.with.length ?? 0;
	useEffect(() => {
		if (now > had) close();
	}, [now > had]);
	const asking = m.outbox.pending("seat.pair").length > 0;
	const leave = () => {
		if (m.me.peek()?.invite) m.send("seat.invite", { on: false }, "invite");
		close();
	};
	return (
		<Dialog
			title={t("p.together.go")}
			onClose={leave}
			foot={
				<Button variant="paper" full onClick={leave}>
					{t("common.cancel")}
				</Button>
			}
		>
			<div class="stack">
				<div>
					<h3>{t("p.together.yours")}</h3>
					{me?.invite ? (
						<output class="digits num" dir="ltr">
							{me.invite}
						</output>
					) : (
						<p class="muted">{t("p.together.wait")}</p>
					)}
					<p class="small muted">{t("p.together.show")}</p>
				</div>
				<DigitsField
					id="pair"
					label={t("p.together.type")}
					n={4}
					busy={asking}
					onTyped={(code) => void m.send("seat.pair", { code }, "pair")}
				/>
				<SaidHere />
			</div>
		</Dialog>
	);
}

export { AboutMe } from "../participant/aboutme";
export { ForgetMe } from "../participant/forgetme";
export { HandSheet } from "../participant/handsheet";
export { HereAs } from "../participant/hereas";
export { NeedBox } from "./need";

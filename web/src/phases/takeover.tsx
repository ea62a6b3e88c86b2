import { useEffect, useRef } from "preact/hooks";
import { settling } from "../participant/present";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { pen } from "../ui/icons";
import { t } from "../words/words";
import { set } from "./scribe";

/** TakeOver asks whoever wants the pen of somebody who writes whether they mean it: the meeting said that another has it. */
export function TakeOver({ m }: { m: Meeting }) {
	const no = m.outbox.refusals.value.filter((c) => c.do === "seat.scribe" && c.code === "taken");
	// Two taps are refused twice, and are one question.
	const close = () => {
		for (const { id } of no) m.outbox.seen(id);
	};
	return no[0] ? <Sure key={no[0].id} m={m} close={close} /> : null;
}

function Sure({ m, close }: { m: Meeting; close: () => void }) {
	const since = useRef(Number.POSITIVE_INFINITY);
	useEffect(() => {
		since.current = performance.now();
	}, []);
	return (
		<Dialog
			title={t("p.scribe.sure")}
			onClose={close}
			foot={
				<>
					<Button
						icon={pen}
						onClick={(e) => {
							// The second of two taps was meant for what lay here before.
							if (e.timeStamp - since.current < settling) return;
							set(m, true, true);
							close();
						}}
					>
						{t("p.scribe.take")}
					</Button>
					<Button variant="primary" onClick={close}>
						{t("common.cancel")}
					</Button>
				</>
			}
		>
			<p>{t("p.scribe.sure_body")}</p>
		</Dialog>
	);
}

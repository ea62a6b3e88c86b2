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
	const no = m.outbox.refusals.value.find((c) => c.do === "seat.scribe" && c.code === "taken");
	return no ? <Sure key={no.id} m={m} id={no.id} /> : null;
}

function Sure({ m, id }: { m: Meeting; id: string }) {
	const since = useRef(Number.POSITIVE_INFINITY);
	useEffect(() => {
		since.current = performance.now();
	}, []);
	const close = () => m.outbox.seen(id);
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

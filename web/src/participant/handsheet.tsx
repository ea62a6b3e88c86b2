import { useState } from "preact/hooks";
import { Helping } from "../phases/helping";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { check, hand, people, speaker } from "../ui/icons";
import { door, close as x } from "../ui/lateicons";
import { t } from "../words/words";
import { say } from "./voice";

/** HandSheet is what one can say to whoever leads, what one can do for a neighbour, and the way home: each with its picture, for whoever reads little. */
export function HandSheet({ m, raised, close }: { m: Meeting; raised: boolean; close: () => void }) {
	const [helping, help] = useState(false);
	const ask = (why: string) => {
		m.send("seat.hand", { why }, "hand");
		if (why) say(t("p.hand.up"));
		close();
	};
	if (helping) return <Helping m={m} close={close} />;
	return (
		<Dialog title={t("p.hand.title")} onClose={close}>
			<div class="choices">
				{raised ? (
					<>
						<p>{t("p.hand.up")}</p>
						<Button variant="primary" full icon={check} onClick={() => ask("")}>
							{t("p.hand.down")}
						</Button>
					</>
				) : (
					<>
						<Button variant="primary" full icon={hand} onClick={() => ask("help")}>
							{t("p.hand.help")}
						</Button>
						<Button full icon={speaker} onClick={() => ask("sound")}>
							{t("p.hand.sound")}
						</Button>
					</>
				)}
				<Button variant="paper" full icon={people} onClick={() => help(true)}>
					{t("p.help.give")}
				</Button>
				<Button
					variant="paper"
					full
					icon={door}
					onClick={() => {
						m.send("seat.leave", {});
						close();
					}}
				>
					{t("p.hand.leave")}
				</Button>
				<Button variant="tertiary" full icon={x} onClick={close}>
					{t("common.close")}
				</Button>
			</div>
		</Dialog>
	);
}

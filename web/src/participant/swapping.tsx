import { useEffect, useState } from "preact/hooks";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { DigitsField } from "../ui/digits";
import { t } from "../words/words";

const digits = 6;

/**
 * Swapping is *bytt telefon*. The new phone shows digits and the old one takes them, never the other way: so the
 * first thing to say is which of the two this is.
 */
export function Swapping({ m, close }: { m: Meeting; close: () => void }) {
	const [which, be] = useState<"" | "new" | "old">("");
	const me = m.me.value;
	useEffect(() => {
		if (which === "new") m.send("seat.ask_swap", { on: true }, "swap");
	}, [which]);
	const leave = () => {
		if (m.me.peek()?.swap) m.send("seat.ask_swap", { on: false }, "swap");
		close();
	};
	return (
		<Dialog
			title={t("p.swap.title")}
			onClose={leave}
			foot={
				<Button variant="paper" full onClick={leave}>
					{t("common.close")}
				</Button>
			}
		>
			{which === "" ? (
				<div class="choices">
					<p>{t("p.swap.which")}</p>
					<Button full onClick={() => be("new")}>
						{t("p.swap.new")}
					</Button>
					<Button full onClick={() => be("old")}>
						{t("p.swap.old")}
					</Button>
				</div>
			) : which === "new" ? (
				<div class="stack">
					{me?.swap ? (
						<output class="digits num" dir="ltr">
							{me.swap}
						</output>
					) : (
						<p class="muted">{t("p.swap.wait")}</p>
					)}
					<p>{t("p.swap.show")}</p>
					<p>{t("p.swap.dead")}</p>
				</div>
			) : (
				<DigitsField
					id="swap"
					label={t("p.swap.type")}
					n={digits}
					busy={m.outbox.pending("seat.swap").length > 0}
					onTyped={(code) => void m.send("seat.swap", { code }, "swap")}
				/>
			)}
		</Dialog>
	);
}

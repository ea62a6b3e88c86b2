import { useEffect, useState } from "preact/hooks";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { DigitsField } from "../ui/digits";
import { t } from "../words/words";
import { SaidHere } from "./voice";

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
	// Typed and taken: there is nothing more to do on the old phone.
	const flying = m.outbox.pending("seat.swap").length > 0;
	const [typed, type] = useState(false);
	const [done, end] = useState(false);
	useEffect(() => {
		if (!typed || flying) return;
		type(false);
		end(!m.outbox.refusals.peek().some((c) => c.do === "seat.swap"));
	}, [typed, flying]);
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
			) : done ? (
				<p class="lead">{t("p.swap.done")}</p>
			) : (
				<div class="stack">
					<DigitsField
						id="swap"
						label={t("p.swap.type")}
						n={digits}
						busy={flying}
						onTyped={(code) => {
							for (const c of m.outbox.refusals.peek()) if (c.do === "seat.swap") m.outbox.seen(c.id);
							m.send("seat.swap", { code }, "swap");
							type(true);
						}}
					/>
					<SaidHere />
				</div>
			)}
		</Dialog>
	);
}

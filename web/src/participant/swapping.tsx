import { useEffect, useState } from "preact/hooks";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { DigitsField } from "../ui/digits";
import { back } from "../ui/icons";
import { t } from "../words/words";
import { SaidHere } from "./voice";

const digits = 6;
const enough = 3; // wrong codes, and one is told who else can do it

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
	const [wrong, count] = useState(0);
	useEffect(() => {
		if (!typed || flying) return;
		type(false);
		const no = m.outbox.refusals.peek().some((c) => c.do === "seat.swap");
		if (no) count(wrong + 1);
		else end(true);
	}, [typed, flying]);
	const take = () => {
		if (m.me.peek()?.swap) m.send("seat.ask_swap", { on: false }, "swap");
	};
	const leave = () => {
		take();
		close();
	};
	return (
		<Dialog
			title={t("p.swap.title")}
			onClose={leave}
			foot={
				<>
					{which && !done ? (
						<Button
							variant="tertiary"
							icon={back}
							onClick={() => {
								take();
								be("");
							}}
						>
							{t("common.back")}
						</Button>
					) : null}
					<Button variant="paper" onClick={leave}>
						{t("common.close")}
					</Button>
				</>
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
					{wrong < enough ? null : (
						<p class="callout-box" role="status">
							{t("p.swap.stuck")}
						</p>
					)}
				</div>
			)}
		</Dialog>
	);
}

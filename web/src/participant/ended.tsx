import { useEffect, useState } from "preact/hooks";
import { beside } from "../phases/index";
import type { Meeting } from "../state/meeting";
import { notebook } from "../state/notebook";
import { Button, ButtonLink } from "../ui/button";
import { type Key, t } from "../words/words";
import { answerPage } from "./answerpage";
import { DoorTop } from "./door";
import { forget } from "./forget";
import { Screen } from "./screen";

const why: Record<number, "removed" | "deleted" | "old" | "forgotten" | "moved" | "given"> = {
	4100: "removed",
	4101: "removed",
	4102: "deleted",
	410: "deleted",
	4103: "old",
	4104: "forgotten",
	4106: "moved",
	4107: "given",
};

/** asked is where a phone remembers that its own person asked to be forgotten: nobody has shown them out. */
export const asked = (room: string) => `asked:${room}`;

/** Ended is where a line stops that will not come back, with one thing to do about it. Whoever looks in after the evening finds the answer. */
export function Ended({ m, code }: { m: Meeting; code: number }) {
	const own = code === 4100 && notebook.read(asked(m.room)) !== null;
	const is = own ? "own" : (why[code] ?? "lost");
	// Where no meeting ever was there is no answer. The page that has it says which to anybody who asks.
	const [answer, offer] = useState(is === "forgotten" || is === "own");
	// What its person had begun to write is copied from here, or written anew on the other phone.
	const left = is === "moved" || is === "lost" || is === "given";
	const Begun = left && beside.got.value?.Begun;
	useEffect(() => {
		if (left) void beside.fetch();
		if (is === "lost")
			fetch(answerPage(m.room)).then(
				(r) => offer(r.ok),
				() => {},
			);
		if (is === "deleted" || own) forget(m.room);
		// The line was shut before the answer came: what asked for it must not be asked again by whoever comes in anew.
		if (own) for (const c of m.outbox.waiting.peek()) m.outbox.seen(c.id);
	}, []);
	return (
		<>
			<DoorTop />
			<Screen
				title={t(`p.end.${is}` as Key)}
				foot={
					is === "old" ? (
						<Button variant="primary" full onClick={() => location.reload()}>
							{t("p.end.reload")}
						</Button>
					) : (
						<>
							{answer && (
								<ButtonLink variant={is === "forgotten" ? "primary" : "secondary"} full href={answerPage(m.room)}>
									{t("p.end.answer")}
								</ButtonLink>
							)}
							{is !== "forgotten" && (
								<ButtonLink variant={is === "lost" ? "primary" : "secondary"} full href="/">
									{t("p.join.title")}
								</ButtonLink>
							)}
						</>
					)
				}
			>
				<p class="lead">{t(`p.end.${is}_body` as Key)}</p>
				{Begun ? <Begun m={m} left folded={is === "given"} /> : null}
			</Screen>
		</>
	);
}

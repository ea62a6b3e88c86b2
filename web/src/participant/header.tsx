import { useState } from "preact/hooks";
import { atTable } from "../phases/together";
import type { Meeting } from "../state/meeting";
import { Badge } from "../ui/badge";
import { Button, IconButton } from "../ui/button";
import { Connection } from "../ui/connection";
import { Dialog } from "../ui/dialog";
import { Icon } from "../ui/icon";
import { hand, offline, speaker } from "../ui/icons";
import { t } from "../words/words";
import { TextButton } from "./text";
import { say } from "./voice";

const words = { online: "common.online", connecting: "common.connecting", offline: "common.offline" } as const;

/** Header says where one sits, in which meeting, and whether the line is up. */
export function Header({ m }: { m: Meeting }) {
	const me = m.me.value;
	const link = m.link.value;
	const meeting = m.store.one("meeting");
	return (
		<header>
			<div class="phone-top">
				{me?.group ? <Badge n={me.group} label={t("common.group", { n: me.group })} /> : null}
				<div class="who">
					<b dir="auto">{meeting?.title ?? t("common.app")}</b>
					{link.is === "ended" ? null : <Connection on={link.is === "online"} text={t(words[link.is])} />}
					{meeting?.practice ? (
						<span class="chip" data-tone="demo">
							{t("p.practice")}
						</span>
					) : meeting?.demo ? (
						<span class="chip" data-tone="demo">
							{t("common.demo")}
						</span>
					) : null}
				</div>
				<TextButton>{me && !me.left && meeting?.status !== "ended" ? <AboutMe m={m} /> : null}</TextButton>
				{me && !me.left && meeting?.status !== "ended" ? <Hand m={m} raised={me.hand !== ""} /> : null}
			</div>
			{link.is === "offline" ? <Offline m={m} /> : null}
		</header>
	);
}

/** AboutMe is what one can say and do about oneself: what one is here as, another phone, what one needs, and to be forgotten. */
function AboutMe({ m }: { m: Meeting }) {
	const [open, set] = useState(false);
	const got = atTable.got.value;
	if (!got) return null;
	return (
		<>
			<got.HereAs m={m} />
			<Button full variant="paper" onClick={() => set(true)}>
				{t("p.swap.title")}
			</Button>
			<got.NeedBox m={m} id="need-aa" />
			<got.ForgetMe m={m} />
			{open ? <got.Swapping m={m} close={() => set(false)} /> : null}
		</>
	);
}

/** Offline says first what the person cares about: what was written is safe. */
function Offline({ m }: { m: Meeting }) {
	const n = m.outbox.waiting.value.length;
	return (
		<p class="offline">
			<Icon d={offline} />
			<span>
				<b>{t("p.offline.lead")}</b> {t("p.offline.body")} {n ? t("p.offline.waiting", { n }) : null}
			</span>
		</p>
	);
}

function Hand({ m, raised }: { m: Meeting; raised: boolean }) {
	const [open, setOpen] = useState(false);
	const [helping, help] = useState(false);
	const got = atTable.got.value;
	const ask = (why: string) => {
		m.send("seat.hand", { why }, "hand");
		say(why ? t("p.hand.up") : t("p.hand.down"));
		setOpen(false);
	};
	return (
		<>
			<IconButton icon={hand} label={t("p.hand")} aria-pressed={raised} onClick={() => setOpen(true)} />
			{open ? (
				<Dialog title={t("p.hand.title")} onClose={() => setOpen(false)}>
					<div class="choices">
						{raised ? (
							<>
								<p>{t("p.hand.up")}</p>
								<Button variant="primary" full onClick={() => ask("")}>
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
						{got ? (
							<Button
								variant="paper"
								full
								onClick={() => {
									setOpen(false);
									help(true);
								}}
							>
								{t("p.help.give")}
							</Button>
						) : null}
						<Button
							variant="paper"
							full
							onClick={() => {
								m.send("seat.leave", {});
								setOpen(false);
							}}
						>
							{t("p.hand.leave")}
						</Button>
						<Button variant="tertiary" full onClick={() => setOpen(false)}>
							{t("common.close")}
						</Button>
					</div>
				</Dialog>
			) : null}
			{helping && got ? <got.Helping m={m} close={() => help(false)} /> : null}
		</>
	);
}

import { useEffect, useState } from "preact/hooks";
import { atTable } from "../phases/together";
import type { Meeting } from "../state/meeting";
import { Badge } from "../ui/badge";
import { IconButton } from "../ui/button";
import { Connection } from "../ui/connection";
import { Icon } from "../ui/icon";
import { hand, offline } from "../ui/icons";
import { t } from "../words/words";
import { TextButton } from "./text";

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
				<TextButton>{me && !me.left && meeting?.status !== "ended" ? <About m={m} /> : null}</TextButton>
				{me && !me.left && meeting?.status !== "ended" ? <Hand m={m} raised={/help|sound/.test(me.hand)} /> : null}
			</div>
			{link.is === "offline" ? <Offline m={m} /> : null}
		</header>
	);
}

function About({ m }: { m: Meeting }) {
	const got = atTable.got.value;
	return got ? <got.AboutMe m={m} /> : null;
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

/** Hand is the way to say that something is wrong. What can be said lies in a part; a tap before it has come waits for it. */
function Hand({ m, raised }: { m: Meeting; raised: boolean }) {
	const [open, set] = useState(false);
	useEffect(() => void atTable.fetch(), []);
	const got = atTable.got.value;
	return (
		<>
			<IconButton icon={hand} label={t("p.hand")} aria-pressed={raised} onClick={() => set(true)} />
			{open && got ? <got.HandSheet m={m} raised={raised} close={() => set(false)} /> : null}
		</>
	);
}

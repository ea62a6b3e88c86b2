import type { Meeting } from "../state/meeting";
import type { Where } from "./address";
import { Handover } from "./handover";
import { Panel } from "./panel";
import { Standin } from "./standin";
import { Watch } from "./watch";
import { Young } from "./young";

/** Surface is the panel as this seat may have it: the whole, the one for young leaders, the handing over, a place to watch from, or one to wait in for whoever may take over. */
export function Surface({ m, where }: { m: Meeting; where: Where }) {
	const youth = m.store.one("youth");
	if (m.me.value?.role === "deputy") return <Standin m={m} />;
	if (m.me.value?.role === "observer") return <Watch m={m} />;
	if (!youth) return <Panel m={m} where={where} />;
	const led = youth.led || m.store.one("meeting")?.practice;
	return led ? <Young m={m} where={where} /> : <Handover m={m} />;
}

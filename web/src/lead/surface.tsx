import { useEffect } from "preact/hooks";
import { Part } from "../participant/part";
import type { Meeting } from "../state/meeting";
import type { Where } from "./address";
import { Panel } from "./panel";
import { Standin } from "./standin";

interface Given {
	m: Meeting;
	where: Where;
}

/** youth is fetched when there is a meeting that young people lead: no other panel carries it. */
export const youth = new Part("youth", () => import("./youth"));

/** Surface is the panel as this seat may have it: the whole, the one for young leaders, the handing over, a place to watch from, or one to wait in for whoever may take over. */
export function Surface({ m, where }: Given) {
	const role = m.me.value?.role;
	if (role === "deputy") return <Standin m={m} />;
	if (role === "observer" || m.store.one("youth")) return <OfYoung m={m} where={where} />;
	return <Panel m={m} where={where} />;
}

/** OfYoung is empty until its part is here: the page is, and the net with it. */
function OfYoung({ m, where }: Given) {
	useEffect(() => void youth.fetch(), []);
	const part = youth.got.value;
	if (!part) return null;
	const { Handover, Watch, Young } = part;
	if (m.me.value?.role === "observer") return <Watch m={m} />;
	const led = m.store.one("youth")?.led || m.store.one("meeting")?.practice;
	return led ? <Young m={m} where={where} /> : <Handover m={m} />;
}

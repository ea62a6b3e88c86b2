import { useState } from "preact/hooks";
import { NeedBox } from "../phases/need";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { t } from "../words/words";
import { ForgetMe } from "./forgetme";
import { HereAs } from "./hereas";
import { Swapping } from "./swapping";

/** AboutMe is what one can say and do about oneself: what one is here as, another phone, what one needs, and to be forgotten. */
export function AboutMe({ m }: { m: Meeting }) {
	const [open, set] = useState(false);
	return (
		<>
			<HereAs m={m} />
			<Button full variant="paper" onClick={() => set(true)}>
				{t("p.swap.title")}
			</Button>
			<NeedBox m={m} id="need-aa" />
			<ForgetMe m={m} />
			{open ? <Swapping m={m} close={() => set(false)} /> : null}
		</>
	);
}

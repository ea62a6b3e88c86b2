import { allIdeaSign, type IdeaSign } from "../gen/protocol";
import { t } from "../words/words";
import { Icon } from "./icon";
import { lamp, speech, warning } from "./icons";

export const signIcons: Record<IdeaSign, string> = { historie: speech, hindring: warning, ide: lamp };

/** Sign says what sort an idea is, with an icon and a word. Most have none. */
export function Sign({ of }: { of: string | undefined }) {
	const sign = allIdeaSign.find((s) => s === of);
	if (!sign) return null;
	return (
		<span class="chip sign">
			<Icon d={signIcons[sign]} />
			{t(`common.sign.${sign}`)}
		</span>
	);
}

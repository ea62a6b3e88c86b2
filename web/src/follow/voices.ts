import type { Voice } from "../gen/protocol";
import { type Key, t } from "../words/words";

/** voice is who said something: a role, and as what. Never a name. */
export function voice(v: Voice): string {
	const as = v.as.trim();
	return as ? t("follow.by", { who: as }) : t(`follow.by_${v.role}` as Key);
}

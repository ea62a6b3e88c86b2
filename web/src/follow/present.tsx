import { limits } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { t } from "../words/words";
import { Write } from "./write";

/** Present asks as what one follows up, so that the trail can say who said what without a name. */
export function Present({ m, as, onClose }: { m: Meeting; as: string; onClose: () => void }) {
	return (
		<Write
			title={t("follow.as_title")}
			label={t("follow.as_label")}
			hint={t("follow.as_hint")}
			text={as}
			max={limits.name}
			yes={t("common.save")}
			onYes={(said) => m.send("member.present", { as: said }, "present")}
			onClose={onClose}
		/>
	);
}

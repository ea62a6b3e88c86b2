import { Icon } from "../ui/icon";
import { screen } from "../ui/icons";
import { t } from "../words/words";

/** Away says that the phone is not needed now. */
export function Away() {
	return (
		<p class="callout">
			<Icon d={screen} />
			<span>{t("p.merge.away")}</span>
		</p>
	);
}

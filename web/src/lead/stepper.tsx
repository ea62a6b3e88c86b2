import { IconButton } from "../ui/button";
import { minus, plus } from "../ui/icons";
import { t } from "../words/words";

/** Stepper is a small number with a button on each side. */
export function Stepper({
	label,
	value,
	min,
	max,
	set,
}: {
	label: string;
	value: number;
	min: number;
	max: number;
	set: (n: number) => void;
}) {
	return (
		<fieldset class="stepper">
			<legend class="vh">{label}</legend>
			<IconButton icon={minus} label={t("lead.fewer")} onClick={() => set(Math.max(min, value - 1))} />
			<output class="num">{value}</output>
			<IconButton icon={plus} label={t("lead.more")} onClick={() => set(Math.min(max, value + 1))} />
		</fieldset>
	);
}

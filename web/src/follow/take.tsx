import { ButtonLink } from "../ui/button";
import { download } from "../ui/icons";
import { print } from "../ui/lateicons";
import { t } from "../words/words";
import { Fold } from "./fold";
import type { Given } from "./given";

/** What the record can be taken away as, the most asked for first. */
const shapes = [
	["docx", "lead.report.docx"],
	["xlsx", "lead.report.xlsx"],
	["csv", "lead.report.csv"],
	["zip", "lead.report.zip"],
] as const;

/** Take is the report of the evening and the year, to read, to print and to take along. */
export function Take({ m }: Given) {
	return (
		<Fold id="take" title={t("lead.report")}>
			<div class="row wrap">
				<ButtonLink variant="secondary" small icon={print} href={`/referat/${m.room}?surface=follow`}>
					{t("lead.report.read")}
				</ButtonLink>
				{shapes.map(([shape, word]) => (
					<ButtonLink
						key={shape}
						variant="paper"
						small
						icon={download}
						href={`/api/rooms/${m.room}/export.${shape}?surface=follow`}
						download
					>
						{t(word)}
					</ButtonLink>
				))}
			</div>
		</Fold>
	);
}

import type { FunctionComponent } from "preact";
import { useEffect } from "preact/hooks";
import { Question } from "../phases/question";
import { Button } from "../ui/button";
import { t } from "../words/words";
import type { Part } from "./part";
import { Screen } from "./screen";

interface Told {
	title?: string;
	question?: string;
}

/** late is a screen out of a part. Until the part is here it says calmly that it is on its way. */
export function late<T, P extends object>(
	part: Part<T>,
	pick: (part: T) => FunctionComponent<P>,
	told: (props: P) => Told = () => ({}),
): FunctionComponent<P> {
	return (props) => {
		const got = part.got.value;
		useEffect(() => void part.fetch(), []);
		if (!got) return <OnItsWay part={part} {...told(props)} />;
		const Real = pick(got);
		return <Real {...props} />;
	};
}

function OnItsWay({ part, title, question }: Told & { part: Part<unknown> }) {
	const is = part.coming.value;
	if (is === "old") {
		return (
			<Screen
				key="old"
				title={t("p.end.old")}
				foot={
					<Button variant="primary" full onClick={() => location.reload()}>
						{t("p.end.reload")}
					</Button>
				}
			>
				<p class="lead">{t("p.end.old_body")}</p>
			</Screen>
		);
	}
	return (
		<Screen key="coming" title={title || t("p.load.part")}>
			<Question step={{ question }} />
			<p class="muted">{t(is === "late" ? "p.load.late" : "p.load.part")}</p>
		</Screen>
	);
}

import { useEffect, useState } from "preact/hooks";
import * as api from "../net/api";
import { device } from "../participant/device";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { check } from "../ui/icons";
import { info } from "../ui/lateicons";
import { Logo } from "../ui/logo";
import { refused, t } from "../words/words";
import { type Fault, probe } from "./probe";

type Net = "wifi" | "mobile";
type Seen = "number" | "panel" | "nothing";

/** Check is the page a helper opens on a phone in the hall: which network, three questions, and a plain verdict. */
export function Check({ code: given }: { code: string }) {
	const [code, setCode] = useState(given);
	const [net, setNet] = useState<Net | undefined>(undefined);
	const [found, setFound] = useState<readonly Fault[] | undefined>(undefined);
	const [said, say] = useState<{ faults: readonly Fault[]; sent: string } | undefined>(undefined);
	useEffect(() => {
		document.title = t("check.title");
	}, []);
	useEffect(() => {
		if (!net) return;
		void probe().then((faults) => {
			setFound(faults);
			// The panel hears at once that this network lets phones through: the walk to the back row takes longer than it waits.
			void api.hall({ code, id: device(), net, faults, seen: 0, begun: true });
		});
	}, [net]);

	const tell = async (mine: Mine) => {
		const faults = [...(found ?? []), ...mine.faults];
		const answer = net
			? await api.hall({ code, id: device(), net, faults, seen: mine.number, begun: false })
			: { ok: false as const, code: "invalid" };
		say({ faults, sent: answer.ok ? "" : answer.code });
	};
	return (
		<div class="check">
			<header>
				<Logo />
			</header>
			<main class="stack">
				<h1>{t("check.title")}</h1>
				{!net ? (
					<>
						<p>{t("check.which")}</p>
						{given ? null : (
							<div class="field">
								<label class="ds-label" for="code">
									{t("check.code")}
								</label>
								<input
									class="ds-input"
									id="code"
									dir="ltr"
									autocomplete="off"
									autocapitalize="characters"
									spellcheck={false}
									value={code}
									onInput={(e) => setCode(e.currentTarget.value)}
								/>
							</div>
						)}
						<Button full variant="primary" onClick={() => setNet("wifi")}>
							{t("check.wifi")}
						</Button>
						<Button full onClick={() => setNet("mobile")}>
							{t("check.mobile")}
						</Button>
					</>
				) : said ? (
					<Verdict {...said} again={() => say(undefined)} />
				) : found ? (
					<Questions tell={(mine) => void tell(mine)} />
				) : (
					<p role="status">{t("check.trying")}</p>
				)}
			</main>
		</div>
	);
}

interface Mine {
	faults: Fault[];
	number: number;
}

function Questions({ tell }: { tell: (mine: Mine) => void }) {
	const [seen, setSeen] = useState<Seen>("number");
	const [typed, type] = useState("");
	const [heard, hear] = useState("");
	return (
		<form
			class="stack"
			onSubmit={(e) => {
				e.preventDefault();
				const faults: Fault[] = [];
				if (seen === "panel") faults.push("mirror");
				else if (seen === "nothing") faults.push("small");
				if (heard !== "yes") faults.push("mute");
				tell({ faults, number: seen === "number" ? Number(typed) || 0 : 0 });
			}}
		>
			<fieldset>
				<legend>{t("check.see")}</legend>
				<Choice name="see" value="number" now={seen} set={setSeen} text={t("check.see_number")} />
				<Choice name="see" value="nothing" now={seen} set={setSeen} text={t("check.see_nothing")} />
				<Choice name="see" value="panel" now={seen} set={setSeen} text={t("check.see_panel")} />
			</fieldset>
			{seen === "number" ? (
				<div class="field">
					<label class="ds-label" for="number">
						{t("check.number")}
					</label>
					<input
						class="ds-input"
						id="number"
						inputmode="numeric"
						autocomplete="off"
						value={typed}
						onInput={(e) => type(e.currentTarget.value)}
					/>
				</div>
			) : null}
			<fieldset>
				<legend>{t("check.hear")}</legend>
				<Choice name="hear" value="yes" now={heard} set={hear} text={t("check.yes")} />
				<Choice name="hear" value="no" now={heard} set={hear} text={t("check.no")} />
			</fieldset>
			<Button full variant="primary" type="submit">
				{t("check.send")}
			</Button>
		</form>
	);
}

function Choice<T extends string>({
	name,
	value,
	now,
	set,
	text,
}: {
	name: string;
	value: T;
	now: T;
	set: (v: T) => void;
	text: string;
}) {
	return (
		<label class="choice">
			<input type="radio" name={name} value={value} checked={now === value} onChange={() => set(value)} />
			<span>{text}</span>
		</label>
	);
}

function Verdict({ faults, sent, again }: { faults: readonly Fault[]; sent: string; again: () => void }) {
	return (
		<div class="stack" role="status">
			<h2>{t(faults.length ? "check.found" : "check.fine")}</h2>
			<ul class="lights">
				{faults.map((f) => (
					<li key={f} data-light="look">
						<Icon d={info} />
						<span>{t(`check.fault.${f}`)}</span>
					</li>
				))}
				{faults.length ? null : (
					<li data-light="ok">
						<Icon d={check} />
						<span>{t("check.fine_why")}</span>
					</li>
				)}
			</ul>
			<p class="muted">{sent ? refused(sent) : t("check.told")}</p>
			<Button full onClick={again}>
				{t("check.again")}
			</Button>
		</div>
	);
}

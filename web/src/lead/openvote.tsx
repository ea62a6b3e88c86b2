import type { ComponentChildren, Ref } from "preact";
import { useRef, useState } from "preact/hooks";
import { ballotMax, type VoteView } from "../gen/protocol";
import { newId } from "../net/ids";
import type { Meeting } from "../state/meeting";
import { Button, ButtonLink } from "../ui/button";
import { Icon } from "../ui/icon";
import { merge, warning } from "../ui/icons";
import { info } from "../ui/lateicons";
import { t } from "../words/words";
import { Cue } from "./cue";
import { each, type MethodName, methodNames, methodOf, methods } from "./methods";
import { type Pile, pilesOf } from "./piles";
import { Renumber } from "./renumber";
import { SecondTitles } from "./second";
import { Stepper } from "./stepper";
import { suggestedBy } from "./suggested";

const few = 5; // with fewer than this, a secret vote is easily guessed

/** openForm is what the form is called, so that the foot of the panel can send it. */
export const openForm = "open-vote";

/** waitsForVote tells whether the step is there for a vote that nobody has opened yet: then opening it is the way on. */
export const waitsForVote = (m: Meeting): boolean =>
	m.store.one("step")?.kind === "avstemning" && m.store.all("votes").size === 0;

/** OpenForm asks what must be settled before anybody votes: on what, how many each, secret or open. */
export function OpenForm({ m, cancelled }: { m: Meeting; cancelled?: VoteView | undefined }) {
	const here = m.store.one("presence")?.here ?? 0;
	const piles = pilesOf(m);
	const [out, setOut] = useState<readonly string[]>([]);
	// A vote that was called off is taken again as it was, unless somebody says otherwise.
	const [method, choose] = useState<MethodName>(cancelled ? methodOf(cancelled) : "approve");
	const [k, setK] = useState<number>(cancelled?.k ?? methods.approve.k);
	const [secret, setSecret] = useState<boolean | undefined>(cancelled?.secret);
	const [clocked, setClocked] = useState(false);
	const [time, setTime] = useState(3);
	const hidden = secret ?? here >= few;
	const list = piles.filter((p) => !out.includes(p.id));
	const most = Math.max(1, methods[method].most(list.length));
	const given = Math.min(k, most);
	// What the tables have said is the same splits the vote if it stands apart.
	const alike = suggestedBy(m, list).flat().length;
	const crowded = useRef<HTMLDivElement>(null);
	const leave = (those: readonly Pile[]) => setOut(those.map((p) => p.id));
	return (
		<main class="desk-main">
			<div class="desk-head">
				<h1 tabIndex={-1}>{t("lead.vote.prepare")}</h1>
			</div>
			<Cue m={m} on="vote" />
			{cancelled ? (
				<p class="line warn">
					<Icon d={info} />
					<span>{t("lead.vote.cancelled")}</span>
				</p>
			) : null}
			<form
				id={openForm}
				class="open-vote"
				onSubmit={(e) => {
					e.preventDefault();
					if (m.outbox.pending("vote.open").length > 0) return;
					if (list.length > ballotMax) {
						crowded.current?.focus();
						return;
					}
					const options = out.length ? { options: list.map((p) => p.id) } : {};
					const clock = clocked ? { seconds: time * 60 } : {};
					const after = cancelled ? { follows: cancelled.id } : {};
					m.send("vote.open", { id: newId(), method, k: given, secret: hidden, ...options, ...clock, ...after });
				}}
			>
				<div class="stack">
					<fieldset class="box ways">
						<legend>{t("lead.vote.way")}</legend>
						<label>
							<input class="ds-input" type="radio" name="way" checked={hidden} onChange={() => setSecret(true)} />
							<span>
								<b>{t("lead.vote.secret")}</b>
								<span>{t("lead.vote.secret_hint")}</span>
							</span>
						</label>
						<label>
							<input class="ds-input" type="radio" name="way" checked={!hidden} onChange={() => setSecret(false)} />
							<span>
								<b>{t("lead.vote.open")}</b>
								<span>{t("lead.vote.open_hint")}</span>
							</span>
						</label>
						{hidden && here < few ? (
							<p class="line warn" role="status">
								<Icon d={warning} />
								<span>{t("lead.vote.few", { n: here })}</span>
							</p>
						) : null}
					</fieldset>
					<fieldset class="box">
						<legend>
							{t(piles.length > ballotMax ? "lead.vote.on_most" : "lead.vote.on", {
								n: list.length,
								of: piles.length,
								most: ballotMax,
							})}
						</legend>
						{list.length > ballotMax ? (
							<MergeFirst at={crowded}>
								{t("lead.vote.many", { n: list.length, most: ballotMax })}{" "}
								{t("lead.vote.many_do", { n: list.length - ballotMax })}
							</MergeFirst>
						) : null}
						{piles.length > ballotMax ? (
							<div class="row wrap">
								<Button variant="paper" small onClick={() => leave(piles.slice(ballotMax))}>
									{t("lead.vote.first", { n: ballotMax })}
								</Button>
								<Button variant="tertiary" small onClick={() => leave(piles)}>
									{t("lead.vote.none")}
								</Button>
							</div>
						) : null}
						<ul class="options">
							{piles.map((p) => (
								<li key={p.id}>
									<label>
										<input
											class="ds-input"
											type="checkbox"
											checked={!out.includes(p.id)}
											onChange={(e) =>
												setOut(e.currentTarget.checked ? out.filter((id) => id !== p.id) : [...out, p.id])
											}
										/>
										<span class="n">{p.n}</span>
										<span dir="auto">{p.title}</span>
									</label>
								</li>
							))}
						</ul>
						{piles.length === 0 ? <p>{t("lead.merge.none")}</p> : null}
						<Renumber m={m} piles={piles} />
					</fieldset>
				</div>
				<div class="stack">
					<fieldset class="box ways">
						<legend>{t("lead.method")}</legend>
						{methodNames.map((name) => (
							<label key={name}>
								<input
									class="ds-input"
									type="radio"
									name="method"
									checked={method === name}
									onChange={() => {
										choose(name);
										setK(methods[name].k);
									}}
								/>
								<span>
									<b>{t(`lead.method.${name}`)}</b>
									<span>{t(`lead.method.${name}_hint`)}</span>
								</span>
							</label>
						))}
						{most > 1 ? (
							<div class="row">
								<Stepper label={t("lead.vote.choices")} value={given} min={1} max={most} set={setK} />
								<span>{each({ method, k: given })}</span>
							</div>
						) : null}
					</fieldset>
					<fieldset class="box ways">
						<legend class="vh">{t("lead.vote.closes")}</legend>
						<label>
							<input
								class="ds-input"
								type="checkbox"
								checked={clocked}
								onChange={(e) => setClocked(e.currentTarget.checked)}
							/>
							<span>
								<b>{t("lead.vote.clock")}</b>
								<span>
									{t("lead.vote.clock_hint", { n: 10 })} {hidden ? t("lead.vote.clock_few") : null}
								</span>
							</span>
						</label>
						{clocked ? (
							<div class="row">
								<Stepper label={t("lead.vote.clock_minutes")} value={time} min={1} max={30} set={setTime} />
								<span>{t("lead.vote.clock_n", { n: time })}</span>
							</div>
						) : null}
					</fieldset>
					<p class="muted">{t("lead.vote.roll", { n: here })}</p>
					{alike ? (
						<MergeFirst>
							<b>{t("lead.vote.alike", { n: alike })}</b> {t("lead.vote.alike_why")}
						</MergeFirst>
					) : null}
					<SecondTitles m={m} />
					{waitsForVote(m) ? null : (
						<Button variant="primary" full type="submit">
							{t("lead.vote.open_yes")}
						</Button>
					)}
				</div>
			</form>
		</main>
	);
}

/** MergeFirst says why it is wise to lay proposals together before the vote, and leads there. */
function MergeFirst({ at, children }: { at?: Ref<HTMLDivElement>; children: ComponentChildren }) {
	return (
		<div class="warn stack-s" role="status" tabIndex={at ? -1 : undefined} ref={at}>
			<p class="line">
				<Icon d={warning} />
				<span>{children}</span>
			</p>
			<ButtonLink href="#merge" small icon={merge}>
				{t("lead.vote.alike_go")}
			</ButtonLink>
		</div>
	);
}

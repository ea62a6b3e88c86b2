import { useState } from "preact/hooks";
import { newId } from "../net/ids";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { warning } from "../ui/icons";
import { t } from "../words/words";
import { pilesOf } from "./piles";
import { Stepper } from "./stepper";

const few = 5; // with fewer than this, a secret vote is easily guessed

/** OpenForm asks what must be settled before anybody votes: on what, how many each, secret or open. */
export function OpenForm({ m }: { m: Meeting }) {
	const here = m.store.one("presence")?.here ?? 0;
	const piles = pilesOf(m);
	const [out, setOut] = useState<readonly string[]>([]);
	const [k, setK] = useState(3);
	const [secret, setSecret] = useState<boolean | undefined>(undefined);
	const hidden = secret ?? here >= few;
	const list = piles.filter((p) => !out.includes(p.id));
	const each = Math.max(1, Math.min(k, list.length));
	return (
		<main class="desk-main">
			<div class="desk-head">
				<h1 tabIndex={-1}>{t("lead.vote.prepare")}</h1>
			</div>
			<form
				class="open-vote"
				onSubmit={(e) => {
					e.preventDefault();
					if (m.outbox.pending("vote.open").length > 0) return;
					const options = out.length ? { options: list.map((p) => p.id) } : {};
					m.send("vote.open", { id: newId(), method: "approve", k: each, secret: hidden, ...options });
				}}
			>
				<fieldset class="box">
					<legend>{t("lead.vote.on", { n: list.length, of: piles.length })}</legend>
					<ul class="options">
						{piles.map((p) => (
							<li key={p.id}>
								<label>
									<input
										class="ds-input"
										type="checkbox"
										checked={!out.includes(p.id)}
										onChange={(e) => setOut(e.currentTarget.checked ? out.filter((id) => id !== p.id) : [...out, p.id])}
									/>
									<span class="n">{p.n}</span>
									<span dir="auto">{p.title}</span>
								</label>
							</li>
						))}
					</ul>
					{piles.length === 0 ? <p>{t("lead.merge.none")}</p> : null}
				</fieldset>
				<div class="stack">
					<section class="box stack-s">
						<h2>{t("lead.vote.choices")}</h2>
						<div class="row">
							<Stepper label={t("lead.vote.choices")} value={each} min={1} max={Math.max(1, list.length)} set={setK} />
							<span>{t("lead.vote.up_to", { k: each })}</span>
						</div>
					</section>
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
					<p class="muted">{t("lead.vote.roll", { n: here })}</p>
					<Button variant="primary" full type="submit">
						{t("lead.vote.open_yes")}
					</Button>
				</div>
			</form>
		</main>
	);
}

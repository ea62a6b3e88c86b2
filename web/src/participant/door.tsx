import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { MineRoom } from "../net/api";
import * as api from "../net/api";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { check, lock } from "../ui/icons";
import { Logo } from "../ui/logo";
import { type Key, refused, t } from "../words/words";
import { complete, spaced, tidy } from "./code";
import { Hero } from "./hero";
import { join, joining, leaveDoor } from "./join";
import { go } from "./route";
import { Screen } from "./screen";
import { LanguageSelect, TextButton } from "./text";

/** Door is the first page: come in with a code, plan a meeting, or go back to one. */
export function Door({ code }: { code: string }) {
	return (
		<>
			<DoorTop />
			<Screen title={t("p.join.title")} above={<Hero />}>
				<JoinForm code={code} />
				<ul class="stack-s small">
					<li class="line">
						<Icon d={check} />
						<span>{t("p.join.none")}</span>
					</li>
					<li class="line">
						<Icon d={lock} />
						<span>{t("p.join.nameless")}</span>
					</li>
				</ul>
				<Mine />
				<p class="alt">
					<Way to="/?hjelp" says={t("p.help.door")} />
					<Way to="/?ny" says={t("p.plan.title")} />
				</p>
			</Screen>
		</>
	);
}

/** Way is a link to another page of this one. */
function Way({ to, says }: { to: string; says: string }) {
	return (
		<a
			href={to}
			onClick={(e) => {
				e.preventDefault();
				go(to);
			}}
		>
			{says}
		</a>
	);
}

/** DoorTop has the language first: whoever cannot read the page must find it. */
export function DoorTop() {
	return (
		<header class="phone-top">
			<Logo />
			<span class="push" />
			<LanguageSelect />
			<TextButton />
		</header>
	);
}

function JoinForm({ code }: { code: string }) {
	const typed = useSignal(spaced(tidy(code)));
	const short = useSignal(false);
	const input = useRef<HTMLInputElement>(null);
	const state = joining.value;
	const busy = state.is === "joining";
	const wrong = short.value
		? t("p.join.short")
		: state.is === "refused"
			? refused(state.code)
			: state.is === "tired"
				? t("p.join.gave_up")
				: "";
	const knock = () => {
		short.value = !complete(tidy(typed.value));
		if (short.value) input.current?.focus();
		else void join(typed.value);
	};
	useEffect(() => {
		if (state.is === "refused") input.current?.select();
	}, [state]);
	useEffect(() => leaveDoor, []);
	return (
		<form
			class="stack"
			onSubmit={(e) => {
				e.preventDefault();
				knock();
			}}
		>
			<div class="field">
				<label class="ds-label" for="code">
					{t("p.join.code")}
				</label>
				<p class="hint" id="code-hint">
					{t("p.join.hint")}
				</p>
				<input
					class="ds-input codeinput"
					id="code"
					ref={input}
					dir="ltr"
					value={typed.value}
					aria-describedby="code-hint code-wrong"
					aria-invalid={wrong !== ""}
					autocapitalize="characters"
					autocomplete="off"
					autocorrect="off"
					spellcheck={false}
					enterkeyhint="go"
					onInput={(e) => {
						const before = tidy(typed.value);
						typed.value = e.currentTarget.value;
						short.value = false;
						const now = tidy(typed.value);
						if (now === before) return;
						leaveDoor();
						if (now[25]) location.href = `/led#${now}`; // the key of whoever leads
						// The eighth character knocks by itself; mending a wrong one does too.
						if (complete(now)) {
							typed.value = spaced(now);
							void join(now);
						}
					}}
				/>
				<p class="ds-validation-message" id="code-wrong" role="alert" hidden={wrong === ""}>
					{wrong}
				</p>
			</div>
			<Button variant="primary" full type="submit" aria-busy={busy}>
				{busy ? t("p.join.joining") : t("p.join.go")}
			</Button>
			{state.is === "waiting" ? <p role="alert">{t(state.offline ? "p.join.waiting" : "p.join.again")}</p> : null}
		</form>
	);
}

const home = { p: "rom", lead: "led", board: "tavle", follow: "oppfolging" } as const;

/** Mine lists the meetings that this device has a seat in. */
function Mine() {
	const rooms = useSignal<MineRoom[]>([]);
	useEffect(() => {
		void api.mine().then((answer) => {
			if (answer.ok && Array.isArray(answer.body)) rooms.value = answer.body;
		});
	}, []);
	if (rooms.value.length === 0) return null;
	return (
		<section class="stack-s" aria-labelledby="mine">
			<h2 id="mine">{t("p.mine.title")}</h2>
			<ul class="stack-s">
				{rooms.value.map((r) => (
					<li key={`${r.surface}/${r.room}`}>
						<a class="box my-room" href={`/${home[r.surface]}/${r.room}`}>
							<b dir="auto">{r.title}</b>
							<span class="small muted">
								{t(`p.mine.${r.surface}` as Key)} · {t(`p.mine.${r.status}` as Key)}
							</span>
						</a>
					</li>
				))}
			</ul>
		</section>
	);
}

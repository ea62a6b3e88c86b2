// Made by internal/tsgen from package room. Do not edit.

export const allAffiliation = ["kommune", "frivillighet", "innbygger", "naeringsliv", "ungdom", "tro", "tolk"] as const;
export type Affiliation = (typeof allAffiliation)[number];

export const allHideReason = ["person", "sarer", "star-der", "annet", "prat"] as const;
export type HideReason = (typeof allHideReason)[number];

export const allIdeaSign = ["historie", "hindring", "ide"] as const;
export type IdeaSign = (typeof allIdeaSign)[number];

export const allMeasureKind = ["tiltak", "rutine", "ordning", "avtale", "erklaering"] as const;
export type MeasureKind = (typeof allMeasureKind)[number];

export const allCountWhat = ["sokt", "fatt", "brukt", "ubrukt"] as const;
export type CountWhat = (typeof allCountWhat)[number];

export const allDateKind = ["okonomiplan", "bufdir", "eget"] as const;
export type DateKind = (typeof allDateKind)[number];

export const allGrantPart = ["need", "target", "aim", "partners", "budget", "after"] as const;
export type GrantPart = (typeof allGrantPart)[number];

export const allGrantTag = ["kultur-fritid-ferie", "jobb-veiledning", "utstyrssentral", "aktivitetsfond", "aktivitetskort", "aktivitetsguide", "aapen-moteplass", "arbeidsmodell", "andre-lokale", "sentralledd", "los"] as const;
export type GrantTag = (typeof allGrantTag)[number];

export const allMeasureField = ["after", "deputy", "due", "first", "kind", "lasts", "responsible", "sign", "title", "youth"] as const;
export type MeasureField = (typeof allMeasureField)[number];

export const allCheckState = ["ikke-startet", "i-gang", "pa-plass", "ikke-aktuelt"] as const;
export type CheckState = (typeof allCheckState)[number];

export const allTaskKind = ["answer_due", "answer_soon", "answer_late", "status_old", "help", "record_60", "record_14", "record_3", "mail_failed", "contribute", "date", "ends", "restored"] as const;
export type TaskKind = (typeof allTaskKind)[number];

export const allAnswerPart = ["does", "not", "next"] as const;
export type AnswerPart = (typeof allAnswerPart)[number];

/** Why a rule said no; the sentence is `refused.<code>` in every catalogue. */
export const allCode = ["unchanged", "forbidden", "closed", "too_long", "empty", "invalid", "missing", "taken", "full", "changed", "final", "locked", "too_many", "no_vote", "minutes", "too_few", "few_slips", "no_room", "one_phone", "slips_in", "vote_open", "no_youth", "veiled", "unread", "gone", "rate", "slow_down", "busy", "readonly"] as const;
export type Code = (typeof allCode)[number];

/** Limits of what people write, counted as people see characters. */
export const limits = { idea: 280, title: 60, name: 80, step: 140, comment: 600, answerWords: 150, letter: 600, staleDays: 60, poster: 140, grant: 1500 } as const;

/** The most a client may say at once, in bytes: a longer frame ends the line. */
export const frameMax = 16384;

/** Limits of a slide, for the panel: the phones need not carry them. */
export const slideLimits = { line: 120, lines: 5, alt: 280, figures: 4, file: 120, side: 2560 } as const;

/** How many proposals a ballot can hold and still be read. */
export const ballotMax = 12;

/** How many minutes a rehearsal takes, whatever the plan. */
export const practiceMinutes = 12;

/** How long whoever leads has to answer a deputy who asks to take over. */
export const claimSeconds = 30;

/** How long young leaders have to say no when an adult asks for a new link to one of them. */
export const spareSeconds = 120;

export const nobody: Omit<MeView, "role"> = {"seat":"","n":0,"as":"","also":"","group":0,"scribe":false,"hand":"","left":false,"voted":[],"heads":0,"slips":[],"said":false,"told":false,"with":[],"helped":[],"invite":"","mail":"","posters":[],"need":false,"book":false,"swap":"","interprets":false};

/** What a client may send: the name in `do`, the fields in `with`. */
export interface Commands {
	"act.undo": { act: number; };
	"address.leave": { measure: string; mail: string; };
	"agenda.back": { from: string; at?: string; };
	"agenda.fit": { until: number; };
	"agenda.go": { step: string; };
	"agenda.next": { from: string; at?: string; };
	"answer.ask": { mail: string; };
	"answer.promise": { date: string; };
	"answer.publish": {};
	"answer.redact": { seq: number; };
	"answer.write": { lang: string; part: string; text: string; seen: number; };
	"ballot.cast": { vote: string; choice: string[]; slip?: string; again?: boolean; };
	"board.show": { what: string; cluster?: string; slide?: string; };
	"book.drop": { id: string; };
	"book.join": { who: string; org: string; phone: string; mail: string; };
	"book.leave": {};
	"card.choose": { card: string; group?: number; };
	"card.close": { group?: number; };
	"card.deal": { group?: number; all?: boolean; };
	"card.draw": { group?: number; };
	"card.pick": { card: string; };
	"check.agree": { check: string; item: string; state: string; evidence?: string; responsible?: string; next?: string; seen: number; };
	"check.mark": { check: string; item: string; state: string; };
	"check.open": { id: string; list: string; file?: unknown; };
	"check.show": { check: string; };
	"cluster.also": { cluster: string; title: string; };
	"cluster.join": { from: string; into: string; };
	"cluster.number": {};
	"cluster.rename": { cluster: string; title: string; };
	"comment.redact": { id: string; };
	"comment.write": { id: string; measure: string; text: string; };
	"contact.set": { who: string; phone: string; mail: string; hours: string; seen: number; };
	"contribute.drop": { id: string; };
	"contribute.meet": { id: string; };
	"contribute.offer": { name: string; reach: string; what: string; };
	"date.set": { id: string; day: string; kind: string; title: string; before: number; seen: number; };
	"decision.write": { id: string; text: string; reason: string; };
	"deck.adopt": { deck?: string; file?: string; };
	"film.play": { slide: string; on: boolean; };
	"goodbye.say": { useful: number; call: string; change: string; };
	"grant.write": { part: string; text: string; seen: number; };
	"group.reopen": { group?: number; };
	"group.send": { group?: number; };
	"groups.make": { size: number; };
	"hall.check": { on: boolean; };
	"helpline.set": { who: string; phone: string; hours: string; };
	"idea.aside": { id: string; };
	"idea.edit": { id: string; text: string; };
	"idea.hear": { id: string; };
	"idea.hide": { id: string; why?: string; };
	"idea.keep": { id: string; };
	"idea.move": { idea: string; to: string; };
	"idea.plan": { id: string; who?: string; first?: string; due?: string; };
	"idea.post": { id: string; text: string; table?: boolean; lang?: string; step?: string; };
	"idea.redact": { id: string; };
	"idea.release": { id: string; };
	"idea.same": { idea: string; ours: string; off?: boolean; };
	"idea.share": { id: string; };
	"idea.sign": { id: string; sign: string; };
	"idea.speak": { id: string; lang: string; };
	"idea.split": { idea: string; };
	"idea.translate": { id: string; text: string; };
	"idea.withdraw": { id: string; };
	"lead.answer": { seat: string; claim: number; yes: boolean; };
	"lead.claim": {};
	"lead.unclaim": {};
	"letter.redact": {};
	"letter.write": { text: string; seen: number; };
	"link.rotate": { surface: string; hash: string; };
	"listing.set": { kommune: string; coordinator: boolean; address: string; seen: number; };
	"measure.edit": { id: string; field: string; text: string; seen: number; };
	"measure.give": { measure: string; team: number; };
	"measure.make": { id: string; title: string; };
	"measure.offer": { id: string; role: string; };
	"measure.pass": { id: string; on: boolean; };
	"measure.set": { id: string; responsible?: string; first?: string; due?: string; };
	"measure.tag": { measure: string; tags: string[]; seen: number; };
	"measure.take": { id: string; title: string; idea?: string; cluster?: string; };
	"measure.unsay": { id: string; seq: number; what: string; };
	"meeting.describe": { title?: string; decides?: string; answerBy?: string; };
	"meeting.end": {};
	"meeting.lock": { on: boolean; };
	"meeting.moderate": { on: boolean; };
	"meeting.out_by": { by: string; };
	"member.present": { as: string; };
	"milestone.set": { measure: string; id: string; title: string; date: string; done: boolean; seen: number; };
	"mood.answer": { step: string; choice: string[]; };
	"mood.close": { step: string; };
	"need.tell": { text: string; };
	"number.set": { measure: string; id: string; date: string; value: number | null; source: string; what?: string; seen: number; };
	"owner.make": { role: string; hash: string; };
	"part.set": { measure: string; id: string; name: string; done: boolean; date: string; seen: number; };
	"pen.lend": {};
	"picture.drop": { id: string; };
	"place.add": { id: string; group: number; as?: string; };
	"poster.hang": { id: string; sort: string; from: string; text: string; };
	"poster.redact": { id: string; };
	"poster.release": { id: string; };
	"poster.take": { id: string; };
	"posting.pause": { on: boolean; };
	"result.pace": { slow: boolean; };
	"result.unveil": { vote: string; from: number; all?: boolean; };
	"role.hand": { from: string; to: string; };
	"seat.ask_swap": { on: boolean; };
	"seat.back": {};
	"seat.forget": {};
	"seat.hand": { why: string; seat?: string; };
	"seat.heads": { n: number; seat?: string; };
	"seat.invite": { on: boolean; };
	"seat.leave": {};
	"seat.pair": { code: string; };
	"seat.part": { seat?: string; };
	"seat.place": { seat: string; group: number; alone?: boolean; };
	"seat.present": { as: string; also?: string; };
	"seat.remove": { seat: string; };
	"seat.scribe": { on: boolean; seat?: string; over?: boolean; };
	"seat.swap": { code: string; seat?: string; };
	"seats.tie": { seats: string[]; };
	"second.set": { lang: string; };
	"slide.move": { id: string; after: string; };
	"slide.remove": { id: string; };
	"slide.set": { id: string; step: string; kind: SlideKind; title?: string; lines?: string[]; alt?: string; picture?: string; figures?: Figure[]; film?: string; };
	"slip.type": { vote: string; seat: string; choice: string[]; };
	"spare.answer": { claim: number; yes: boolean; };
	"spare.ask": {};
	"status.confirm": { id: string; seen: number; };
	"status.redact": { id: string; seq: number; };
	"status.set": { id: string; status: Status; says: string; help: boolean; seen: number; };
	"step.insert": { id: string; after: string; copy?: string; kind?: PhaseKind; title?: string; question?: string; minutes?: number; };
	"step.move": { step: string; after: string; };
	"step.remove": { step: string; };
	"step.retime": { step: string; minutes: number; };
	"step.write": { step: string; title?: string; question?: string; };
	"table.away": { group: number; on: boolean; };
	"table.call": { group?: number; from?: number; };
	"tables.order": { order: number[]; };
	"tap.make": { measure: string; hash: string; };
	"task.finish": { id: string; };
	"team.name": { n: number; name: string; young: boolean; };
	"timer.add": { seconds: number; };
	"timer.pause": {};
	"timer.resume": {};
	"vote.cancel": { vote: string; };
	"vote.close": { vote: string; final?: boolean; };
	"vote.hands": { vote: string; hands: number[]; };
	"vote.open": { id: string; method: string; k: number; secret: boolean; options?: string[]; seconds?: number; follows?: string; };
	"vote.preview": { vote: string; };
	"youth.publish": {};
}

export type CommandName = keyof Commands;

/** What there is exactly one of, filed under its kind. */
export interface One {
	acts: ActsView;
	ahead: AheadView;
	answer: AnswerView;
	attendance: AttendanceView;
	book: BookView;
	changes: ChangesView;
	contact: ContactView;
	deck: DeckView;
	deletions: DeletionsView;
	films: FilmsView;
	goodbyes: GoodbyesView;
	grant: GrantView;
	hall: HallView;
	helpline: HelplineView;
	lack: LackView;
	letter: LetterView;
	listing: ListingView;
	meeting: MeetingView;
	pace: PaceView;
	presence: PresenceView;
	rehearsal: RehearsalView;
	reply: ReplyView;
	reports: ReportsView;
	rotations: RotationsView;
	script: ScriptView;
	scripts: ScriptsView;
	seating: SeatingView;
	showing: ShowingView;
	sign: SignView;
	spare: SpareView;
	step: StepView;
	suggestions: SuggestionsView;
	telling: TellingView;
	timer: TimerView;
	tray: TrayView;
	willing: WillingView;
	youth: YouthView;
}

/** What there are many of, filed under `kind/id`. */
export interface Many {
	asides: AsideView;
	cards: CardView;
	checklists: ChecklistView;
	checks: CheckView;
	claims: ClaimView;
	clusters: ClusterView;
	comments: CommentView;
	dates: DateView;
	decisions: DecisionView;
	desk: DeskView;
	followups: FollowUpView;
	groups: GroupView;
	hidden: HiddenView;
	ideas: IdeaView;
	marks: MarksView;
	me: MeView;
	measures: MeasureView;
	members: MemberView;
	moods: MoodView;
	offers: OffersView;
	originals: WordingView;
	picks: PickView;
	places: PlacesView;
	posters: PosterView;
	progress: ProgressView;
	results: ResultView;
	seats: SeatView;
	slides: SlideView;
	standins: StandinView;
	tasks: TaskView;
	teams: TeamView;
	trails: TrailView;
	turnout: TurnoutView;
	unveiled: UnveiledView;
	votes: VoteView;
	waits: WaitView;
	wishes: WishView;
	wordings: WordingView;
}

/** What is shown, by key: `kind` or `kind/id`. */
export type Pictures = Record<string, unknown>;

export type ClientFrame =
	| { t: "hi"; since: number; epoch: string; v: number }
	| { t: "cmd"; id: string; do: CommandName; with: unknown }
	| { t: "eph"; what: unknown };

export type ServerFrame =
	| { t: "hi"; v: number; room: string; epoch: string; seq: number; now: number; seat: string; role: Role; build: string }
	| { t: "snap"; epoch: string; seq: number; set?: Pictures; large?: boolean }
	| { t: "patch"; from: number; to: number; set?: Pictures; del?: string[] }
	| { t: "ack"; id: string; seq: number }
	| { t: "refused"; id: string; code: Code }
	| ({ t: "eph" } & Passing)
	| { t: "move"; after: number };

/** What is told in passing and stored nowhere: a client is sent what concerns it. */
export interface Passing {
	typing?: number;
	online?: OnlineView;
	led?: LedView;
}

export interface ActsView {
	acts: ActView[];
}

export interface ActView {
	act: number;
	kind: string;
	changed?: boolean;
}

export interface AheadView {
	steps: AheadStep[];
}

export interface AheadStep {
	id: string;
	kind: PhaseKind;
	title: string;
	question: string;
	say: string;
	minutes: number;
}

export interface AnswerView {
	promised: string;
	first: string;
	drafts: Record<string, ReplyText>;
	words: Record<string, number>;
	seen: Record<string, number>;
	published: number;
	versions: VersionView[];
	unsaid: boolean;
	subscribers: number;
	confirmed: number;
}

export interface AsideView {
	id: string;
	text: string;
	norsk: string;
	lang: string;
	group: number;
	card: string;
	step: string;
	taken: string;
}

export interface AttendanceView {
	all: number;
	as: Share[];
	others: number;
	hidden: boolean;
}

export interface BookView {
	n: number;
	gone: boolean;
}

export interface CardView {
	id: string;
	colour: string;
	mark: string;
	theme: string;
	title: string;
	question: string;
	prompts: string[];
	also?: CardText;
	second?: string;
}

export interface CardText {
	theme: string;
	title: string;
	question: string;
	prompts: string[];
}

export interface ChangesView {
	said: string[];
}

export interface CheckView {
	id: string;
	list: string;
	opened: number;
	shown: boolean;
	marked: number;
	items: Record<string, ItemView>;
}

export interface ChecklistView {
	id: string;
	title: Record<string, string>;
	status: Record<string, string>;
	themes: Theme[];
}

export interface ClaimView {
	seat: string;
	claim: number;
	until: number;
}

export interface ClusterView {
	id: string;
	title: string;
	named: boolean;
	ideas: string[];
	groups: number[];
	order: number;
	also?: string;
}

export interface CommentView {
	id: string;
	measure: string;
	text: string;
	by: Voice;
	at: number;
	redacted: boolean;
}

export interface ContactView {
	who: string;
	phone: string;
	mail: string;
	hours: string;
	seen: number;
}

export interface DateView {
	id: string;
	day: string;
	kind: string;
	title: string;
	before: number;
	seen: number;
}

export interface DecisionView {
	id: string;
	text: string;
	reason: string;
	order: number;
}

export interface DeckView {
	deck: string;
	title: string;
	cards: string[];
}

export interface DeletionsView {
	lines: DeletionLine[];
	scrubbing: boolean;
}

export interface DeletionLine {
	what: string;
	goes: number;
	gone: number;
}

export interface DeskView {
	vote: string;
	hands: number[];
	paper: PaperLine[];
	early: boolean;
	ends: number;
}

export interface Figure {
	label: string;
	number: string;
	unit: string;
	year: string;
	source: string;
}

export interface FilmsView {
	films: FilmView[];
}

export interface FilmView {
	slide: string;
	title: string;
	film: string;
}

export interface FollowUpView {
	measure: string;
	kind: string;
	deputy: string;
	lasts: string;
	after: string;
	youth: string;
	sign: string;
	status: Status;
	shown: Status;
	says: string;
	help: boolean;
	by: Voice;
	confirmed: number;
	agesAt: number;
	closed: number;
	idea: string;
	parts: Part[];
	done: number;
	milestones: Milestone[];
	counts: Count[];
	tap: boolean;
	team: number;
	own: boolean;
	mail: boolean;
	asked: number;
	seen: Record<string, number>;
}

export interface Count {
	id: string;
	date: string;
	value: number | null;
	source: string;
	what?: string;
}

export interface GoodbyesView {
	answers: number;
	useful: number[];
	know: number;
	hidden: boolean;
}

export interface GrantView {
	parts: Record<string, string>;
	tags: Record<string, string[]>;
	seen: Record<string, number>;
}

export interface GroupView {
	n: number;
	size: number;
	scribe: boolean;
	sent: boolean;
	card: string;
	away: boolean;
	shared: boolean;
}

export interface HallView {
	on: boolean;
	since: number;
	reports: HallReport[];
}

export interface HallReport {
	net: string;
	faults: string[];
	begun?: boolean;
}

export interface HelplineView {
	who: string;
	phone: string;
	hours: string;
}

export interface HiddenView {
	why: string;
}

export interface IdeaView {
	id: string;
	text: string;
	group: number;
	place: Place;
	order: number;
	step: string;
	card: string;
	same: number[];
	draft: Draft;
	sign: string;
	lang: string;
	norsk: string;
	unread: boolean;
}

export interface Draft {
	who: string;
	first: string;
	due: string;
}

export interface ItemView {
	state: string;
	evidence?: string;
	responsible?: string;
	next?: string;
	before: string;
	seen: number;
	marks: ServiceMark[];
}

export interface LackView {
	what: Lacking;
	n: number;
}

export const allLacking = ["people", "groups", "cards", "notes", "list", "told", "sent", "proposals", "many", "vote", "measures", "owners", "mood"] as const;
export type Lacking = (typeof allLacking)[number];

export interface LedView {
	on: boolean;
	since: number;
}

export interface LetterView {
	text: string;
	seen: number;
}

export interface ListingView {
	kommune: string;
	coordinator: boolean;
	address: string;
	seen: number;
}

export interface MarksView {
	check: string;
	marks: Record<string, string>;
}

export interface MeView {
	seat: string;
	n: number;
	role: Role;
	as: string;
	also: string;
	group: number;
	scribe: boolean;
	hand: string;
	left: boolean;
	voted: string[];
	heads: number;
	slips: SharedSlips[];
	said: boolean;
	told: boolean;
	with: number[];
	helped: number[];
	invite: string;
	mail: string;
	posters: string[];
	need: boolean;
	book: boolean;
	swap: string;
	interprets: boolean;
}

export interface MeasureView {
	id: string;
	title: string;
	cluster: string;
	responsible: string;
	first: string;
	due: string;
	followUp: boolean;
	status: Status;
	order: number;
	top: boolean;
	drafts: DraftView[];
}

export interface DraftView {
	idea: string;
	group: number;
	text: string;
	who: string;
	first: string;
	due: string;
}

export interface MeetingView {
	title: string;
	lang: string;
	code: string;
	decides: string;
	answerBy: string;
	outBy: string;
	zone: string;
	status: string;
	started: number;
	ended: number;
	locked: boolean;
	demo: boolean;
	paused: boolean;
	moderate: boolean;
	practice: boolean;
	second?: string;
	agenda: StepLine[];
}

export interface MemberView {
	seat: string;
	role: Role;
	as: string;
	mail: string;
}

export interface Milestone {
	id: string;
	title: string;
	date: string;
	done: boolean;
}

export interface MoodView {
	step: string;
	title: string;
	asks: string[];
	also: string[];
	status: string;
	cast: number;
	of: number;
	spread: number[][];
}

export interface OffersView {
	measure: string;
	roles: string[];
}

export interface OnlineView {
	on: number;
	of: number;
	tables: TableOnline[];
}

export interface PaceView {
	slow: boolean;
}

export interface PaperLine {
	seat: string;
	in: boolean;
}

export interface Part {
	id: string;
	name: string;
	done: boolean;
	date: string;
}

export const allPhaseKind = ["lobby", "info", "bli_kjent", "stemning", "stille", "par", "runde", "velg_kort", "samtale", "tiltak", "pause", "plenum", "sammenslaing", "avstemning", "resultat", "ansvarlig", "avrunding"] as const;
export type PhaseKind = (typeof allPhaseKind)[number];

export interface PickView {
	id: string;
	hand: string[];
	cast: number;
	of: number;
	tied: string[];
}

export const allPlace = ["private", "table", "aside", "plenum", "held"] as const;
export type Place = (typeof allPlace)[number];

export interface PlacesView {
	places: PlaceLine[];
}

export interface PlaceLine {
	seat: string;
	n: number;
	voted: string[];
}

export interface PosterView {
	id: string;
	sort: string;
	from: string;
	text: string;
	held: boolean;
	order: number;
}

export interface PresenceView {
	here: number;
	unplaced: number;
	groups: number;
}

export interface ProgressView {
	n: number;
	size: number;
	notes: number;
	writers: number;
	kept: number;
	aside: number;
	hands: number;
}

export interface RehearsalView {
	of: string;
	mishaps: MishapView[];
}

export interface MishapView {
	what: string;
	handled: boolean;
}

export interface ReplyText {
	does: string;
	not: string;
	next: string;
}

export interface ReplyView {
	promised: string;
	first: string;
	published: number;
	versions: VersionView[];
}

export interface ReportsView {
	finished: FinishedView[];
}

export interface FinishedView {
	n: number;
	at: number;
	sum: string;
	seq: number;
}

export interface ResultView {
	vote: string;
	k: number;
	method: string;
	ballots: number;
	rows: ResultRow[];
	balanced: string[][];
	early: boolean;
	laid: number;
	stood: StoodRow[];
}

export interface ResultRow {
	id: string;
	n: number;
	title: string;
	also?: string;
	marks: number;
	hands: number;
	against: number;
	rank: number;
	cover: number;
	spread: number[];
}

export const allRole = ["participant", "facilitator", "assistant", "observer", "deputy", "team", "board", "followup", "responsible", "house", "interpreter"] as const;
export type Role = (typeof allRole)[number];

export interface RotationsView {
	rotations: Rotation[];
}

export interface Rotation {
	at: number;
	by: Voice;
	of: number;
}

export interface ScriptView {
	step: string;
	say: string;
	do: string[];
	wrong: string;
}

export interface ScriptsView {
	say: Record<string, string>;
}

export interface SeatView {
	seat: string;
	n: number;
	role: Role;
	as: string;
	also: string;
	group: number;
	scribe: boolean;
	hand: string;
	left: boolean;
	paper: boolean;
	heads: number;
	with: number[];
	need: boolean;
	via: string;
	since: number;
}

export interface SeatingView {
	uneven: number[];
	alone: LoneSeat[];
	apart: number[];
	untended: number[];
}

export interface LoneSeat {
	group: number;
	as: string;
}

export interface ServiceMark {
	as: string;
	state: string;
}

export interface Share {
	as: string;
	n: number;
}

export interface SharedSlips {
	vote: string;
	numbers: string[];
}

export interface ShowingView {
	what: string;
	cluster: string;
	slide: string;
	playing: boolean;
	n: number;
	of: number;
	at: string;
}

export interface SignView {
	number: number;
}

export const allSlideKind = ["text", "figures", "picture", "film", "promise"] as const;
export type SlideKind = (typeof allSlideKind)[number];

export interface SlideView {
	id: string;
	step: string;
	kind: SlideKind;
	title: string;
	lines: string[];
	alt: string;
	picture: string;
	wide: number;
	high: number;
	figures: FigureView[];
	film: string;
	also?: SlideText;
}

export interface FigureView {
	label: string;
	number: string;
	unit: string;
	year: string;
	source: string;
	old: boolean;
}

export interface SlideText {
	title: string;
	lines?: string[];
	figures?: Figure[];
}

export interface SpareView {
	claim: number;
	until: number;
	stage: SpareStage;
}

export const allSpareStage = ["asked", "open", "made", "kept"] as const;
export type SpareStage = (typeof allSpareStage)[number];

export interface StandinView {
	until: number;
	kept: boolean;
}

export const allStatus = ["ikke-startet", "i-gang", "star-fast", "pa-plass", "lagt-bort", "ukjent"] as const;
export type Status = (typeof allStatus)[number];

export interface StepLine {
	id: string;
	kind: PhaseKind;
	title: string;
	minutes: number;
	also?: string;
}

export interface StepView {
	id: string;
	kind: PhaseKind;
	title: string;
	question: string;
	minutes: number;
	index: number;
	of: number;
	sends: boolean;
	opens: boolean;
	draws: boolean;
	writes: boolean;
	lists: boolean;
	standing?: boolean;
	next: StepLine | null;
	also?: string;
	alsoAsks?: string;
	earlier?: EarlierView[];
	later?: EarlierView[];
}

export interface EarlierView {
	asks: string;
	steps: string[];
}

export interface StoodRow {
	id: string;
	n: number;
	title: string;
	marks: number;
	of: number;
	round: number;
}

export interface SuggestionsView {
	suggestions: Suggestion[];
}

export interface Suggestion {
	clusters: string[];
	ideas: number;
}

export interface TableOnline {
	n: number;
	on: number;
	of: number;
}

export interface TaskView {
	id: string;
	kind: string;
	measure: string;
	due: string;
	at: number;
	done: number;
	about: string;
}

export interface TeamView {
	n: number;
	name: string;
	young: boolean;
	link: boolean;
}

export interface TellingView {
	order: number[];
	now: number;
	next: number;
}

export interface Theme {
	id: string;
	title: Record<string, string>;
	items: Item[];
}

export interface Item {
	id: string;
	who: string;
	text: Record<string, string>;
}

export interface TimerView {
	ends: number;
	left: number;
	total: number;
}

export interface TrailView {
	measure: string;
	turns: Turn[];
	changes: ChangeView[];
}

export interface ChangeView {
	seq: number;
	at: number;
	by: Voice;
	what: string;
	of: string | null;
	was: string | null;
	is: string | null;
	out: boolean;
}

export interface TrayView {
	slides: string[];
}

export interface Turn {
	seq: number;
	at: number;
	by: Voice;
	status: Status;
	says: string;
	help: boolean;
}

export interface TurnoutView {
	vote: string;
	cast: number;
	of: number;
	out: number;
}

export interface UnveiledView {
	left: number;
	result: ResultView;
}

export interface VersionView {
	seq: number;
	at: number;
	texts: Record<string, ReplyText>;
	redacted: boolean;
}

export interface Voice {
	role: Role;
	as: string;
}

export interface VoteView {
	id: string;
	method: string;
	k: number;
	secret: boolean;
	status: string;
	order: number;
	options: OptionView[];
	grace: number;
	follows: string;
	second?: string;
	round: number;
}

export interface OptionView {
	id: string;
	n: number;
	title: string;
	also?: string;
}

export interface WaitView {
	id: string;
	text: string;
	why: string;
	order: number;
}

export interface WillingView {
	n: number;
	met: string[];
}

export interface WishView {
	n: number;
}

export interface WordingView {
	id: string;
	first: string;
}

export interface YouthView {
	leaders: number;
	observers: number;
	led: boolean;
	here: number;
	notes: number;
	published: number;
}


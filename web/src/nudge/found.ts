import { also, names } from "./names";

/** Something that points at a person: where it stands in the text, and what kind of thing it is. */
export interface Found {
	at: number;
	end: number;
	is: "name" | "class" | "phone" | "identity";
}

const word = /\p{L}[\p{L}\p{M}’'-]*/gu;
const starts = /(^|[.!?:–«"(\n]|^\s*[-•*])\s*$/;
/** What is said of somebody whose name comes next. */
const cue =
	/(^|[^\p{L}])(heter|hete|kalles|kalla|het|named|called|sønn(en)?|son(en)?|datter(a|en)?|dotter(a)?|gutt(en)?|gut(en)?|jent[ea]|barnet|barnebarnet|bror(en)?|søster(a|en)?|lillebror|lillesøster|storebror|storesøster|tvillingen|eleven|kompisen|venninn[ea]|mamma(en)? til|pappa(en)? til|mor(en|a)? til|far(en)? til|bestemora? til|bestefar(en)? til|venninn[ea] til|kompisen til|datteren|stefar(en)? til|jenta|guten|min|mi|vår|vårt|mitt|our|my)\s+,?\s*$/iu;
const kin = /\b(min|mi|vår|vårt|mitt|our|my)\s+,?\s*$/iu;
const kinBefore =
	/(sønn|son|datter|dotter|gutt|gut|jente|barn|bror|søster|kusine|fetter|venn|kompis|venninne|boy|girl|daughter)\p{L}*\s+(min|mi|vår|vårt|mitt)\s+,?\s*$/iu;
/** What follows a name and tells that it is a child's: in which class, how old. */
const schooled =
	/^’?s?,?\s*(\(\d{1,2}\)|(på|er|,)?\s*\d{1,2}\s*(år|åring)|(i|på|from|in)\s+(\d{1,2}\s?[a-dA-D]\b|\d{1,2}\.\s?(klasse|trinn|klassen|trinnet)))/u;
/** What follows the name of a house, a street or a club and not of a child. */
const placed =
	/^(s|’s)?\s*(arena|hall|skole|skule|barnehage|kirke|kyrkje|stadion|torg|gate|gata|gt|vei|veg|plass|park|senter|hus|fjell|idrettslag|il|if|fk|kulturhus|friteater|minne|cup|dagen|borg|by|kommune)\b/iu;
const before = /(^|[^\p{L}])(i|på|fra|frå|ved|til|hos|mellom|from|in|at)\s+$/iu;

/** find looks for what points at a person. It knows what it is told and asks nobody. */
export function find(text: string, known: ReadonlySet<string> = new Set()): Found[] {
	const found = [...numbers(text), ...classes(text, known)];
	for (const m of text.matchAll(word)) {
		const at = m.index;
		const told = bare(m[0]);
		if (known.has(told.name)) continue;
		if (isName(text, at, m[0], told.name)) found.push({ at, end: at + told.end, is: "name" });
	}
	return found.sort((a, b) => a.at - b.at);
}

function isName(text: string, at: number, written: string, name: string): boolean {
	const left = text.slice(0, at);
	const right = text.slice(at + written.length);
	const capital = /^\p{Lu}/u.test(written) && !/^\p{Lu}{2,}$/u.test(written);
	const first = starts.test(left);
	const hinted = cue.test(left) && (!kin.test(left) || kinBefore.test(left));
	const known = names.has(name);
	if (placed.test(right.trimStart()) && capital && !hinted) return false;
	if (!capital) return known && !also.has(name) && hinted;
	if (hinted && !first && !before.test(left.replace(/\p{L}+\s+$/u, ""))) return written.length > 2;
	if (schooled.test(right)) return known || (!first && !before.test(left));
	if (!known) return false;
	return first ? !also.has(name) : name !== "mai" && name !== "juni";
}

const classed = /(?<![\p{L}\d.,:/-])(?:10|[1-9])\.?\s?[a-fA-F](?![\p{L}\d])/gu;
/** Where a class stands that is one and not a street number, a room or a bus. */
const among =
	/(^|[^\p{L}])(i|fra|frå|från|hele|heile|hela|alle i|klasse|klassen|klass|elevene|elevane|in|from|class)\s+$/iu;
const school =
	/(^|[^\p{L}])(elev|klass|skol|skul|lær[ea]r|lärare|trinn|jent|gut|gutt|pojk|flick|barn|ung|friminutt|rast|pupil|school|teacher|student|class|kids?\b)/iu;
/** What has a number and a letter and is a place, a thing or a paragraph. */
const elsewhere =
	/(gate|gata|gt|vei|veien|veg|vegen|plass|rom|bygg|buss|linje|hall|blokk|seksjon|punkt|pkt|paragraf|side|vedlegg|nr|room|bus|page|street)\.?\s+$|§\s*$/iu;

/**
 * classes are the names of classes. With a word of school beside it a class is twenty children whom everybody in a
 * small place can count. 3D is a printer until somebody speaks of school.
 */
function* classes(text: string, known: ReadonlySet<string>): Generator<Found> {
	for (const m of text.matchAll(classed)) {
		const left = text.slice(0, m.index);
		const thing = /^[23]\s?d$/i.test(m[0]);
		if (known.has(bare(m[0]).name) || elsewhere.test(left)) continue;
		if (school.test(text) || (among.test(left) && !thing))
			yield { at: m.index, end: m.index + m[0].length, is: "class" };
	}
}

/** bare is a word without the s that says whose. */
export function bare(written: string): { name: string; end: number } {
	const name = written.toLowerCase().replaceAll(/[\s.]/g, "");
	if (names.has(name)) return { name, end: written.length };
	const short = name.replace(/['’]?s$/, "");
	return names.has(short) ? { name: short, end: short.length } : { name, end: written.length };
}

const eleven = /(?<!\d)\d{6} ?\d{5}(?!\d)/g;
const swedish = /(?<!\d)(?:19|20)?\d{6}[-+]\d{4}(?!\d)/g;
const eight =
	/(?<![\d.,:/])(?:(?:\+|00)47 ?)?(?:[2-9]\d{7}|[2-9]\d \d\d \d\d \d\d|[2-9]\d\d \d\d \d\d\d)(?![\d:/]|[.,]\d| ?(?:kr|kroner)\b)/g;
const abroad = /(?<![\d+])(?:\+46 ?|0)7\d[- ]?\d{3} ?\d\d ?\d\d(?!\d)/g;
const years = /^(?:19|20)\d\d(?:19|20)\d\d$/;

function* numbers(text: string): Generator<Found> {
	const taken: number[] = [];
	for (const m of text.matchAll(eleven)) {
		if (!norwegian(m[0].replace(" ", ""))) continue;
		taken.push(m.index);
		yield { at: m.index, end: m.index + m[0].length, is: "identity" };
	}
	for (const m of text.matchAll(swedish)) {
		if (luhn(m[0].replace(/\D/g, "").slice(-10))) yield { at: m.index, end: m.index + m[0].length, is: "identity" };
	}
	for (const which of [eight, abroad]) {
		for (const m of text.matchAll(which)) {
			if (years.test(m[0]) || taken.includes(m.index)) continue;
			yield { at: m.index, end: m.index + m[0].length, is: "phone" };
		}
	}
}

const first = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const second = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** norwegian tells whether eleven digits have the two control digits of an identity number, D-numbers too. */
export function norwegian(digits: string): boolean {
	const n = [...digits].map(Number);
	const control = (weights: number[]) => (11 - (weights.reduce((sum, w, i) => sum + w * (n[i] ?? 0), 0) % 11)) % 11;
	return control(first) === n[9] && control(second) === n[10];
}

function luhn(digits: string): boolean {
	const sum = [...digits].reduce((sum, d, i) => {
		const n = Number(d) * (i % 2 === 0 ? 2 : 1);
		return sum + (n > 9 ? n - 9 : n);
	}, 0);
	return sum % 10 === 0;
}

/** without is the text with nobody in it: *someone* where a name stood, *a class* where one did, nothing where a number stood. */
export function without(text: string, found: readonly Found[], someone: string, aClass = someone): string {
	let out = "";
	let at = 0;
	let last: Found | undefined;
	for (const f of found) {
		const same = f.is === "name" && last?.is === "name" && text.slice(last.end, f.at).trim() === "";
		last = f;
		if (same) {
			at = f.end; // a first name and a surname are one somebody
			continue;
		}
		const first = starts.test(text.slice(0, f.at));
		const some = f.is === "class" ? aClass : someone;
		const who = first ? some.charAt(0).toUpperCase() + some.slice(1) : some;
		out += text.slice(at, f.at) + (f.is === "name" || f.is === "class" ? who : "…");
		at = f.end;
	}
	return out + text.slice(at);
}

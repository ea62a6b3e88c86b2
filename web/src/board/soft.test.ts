import { expect, test } from "vitest";
import { soft } from "./soft";

test.each([
	["Ny i foreningslivet", "Ny i forenings-livet"],
	["Ny i foreiningslivet", "Ny i foreinings-livet"],
	["Ny i föreningslivet", "Ny i förenings-livet"],
	["Kommunestyremøte", "Kommune-styremøte"],
	["Kommunikasjonen", "Kommunikasjonen"],
	["kommunstyrelsen", "kommun-styrelsen"],
	["Samarbeidsavtale", "Samarbeids-avtale"],
	["Ettermiddagstilbud", "Ettermiddags-tilbud"],
	["fritidsaktiviteter", "fritids-aktiviteter"],
	["Idrettslaget og speiderne", "Idretts-laget og speiderne"],
	["Ingen trening i dag", "Ingen trening i dag"],
	["Tilrettelegginga", "Tilrettelegginga"], // nothing here is sure to be a joint
	["Samarbeidslag", "Samarbeidslag"], // and no end of three letters stands alone
])("%s may be cut like %s, and nowhere else", (word, cut) => {
	expect(soft(word).replaceAll("\u00ad", "-")).toBe(cut);
});

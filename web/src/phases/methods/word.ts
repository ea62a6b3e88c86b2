import type { Choice } from "./index";

/** word is what a choice says of an option: `id=word`. */
export function word(choice: Choice, option: string): string {
	return choice.find((x) => x.startsWith(`${option}=`))?.slice(option.length + 1) ?? "";
}

/** withWord says another thing of an option. */
export function withWord(choice: Choice, option: string, said: string): Choice {
	return [...choice.filter((x) => !x.startsWith(`${option}=`)), `${option}=${said}`];
}

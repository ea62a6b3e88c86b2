import { test } from "vitest";
import type { Hall } from "./hall";

export type Chapter = (name: string, told: () => void | Promise<void>, atMost?: number) => void;

/**
 * story tells chapters of one evening in order. When one fails, those after it
 * fail at once, and there are pictures of what everybody saw.
 */
export function story(hall: () => Hall): Chapter {
	let broken = false;
	return (name, told, atMost) =>
		test(
			name,
			async () => {
				if (broken) throw new Error("an earlier chapter failed");
				broken = true;
				try {
					await told();
					hall().calm();
					broken = false;
				} catch (e) {
					// A page may be what failed; then there is no picture of it.
					for (const d of hall().devices)
						await d.shoot(`failed, ${hall().way.name}, ${name}, ${d.name}`, true).catch(() => {});
					const trouble = hall().devices.flatMap((d) => d.trouble);
					if (trouble.length && e instanceof Error) e.message += `\n${trouble.join("\n")}`;
					throw e;
				}
			},
			atMost,
		);
}

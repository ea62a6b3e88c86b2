import { useEffect, useState } from "preact/hooks";
import type { Letters } from "../net/api";
import * as api from "../net/api";
import type { Meeting } from "../state/meeting";

const none: Letters = { on: false, letters: [] };

/** useLetters is whether mail is sent from here, and how far it has come. It looks again when `when` changes. */
export function useLetters(m: Meeting, when: unknown): Letters {
	const [now, set] = useState(none);
	useEffect(() => {
		let here = true;
		void api.letters(m.room, m.surface).then((said) => {
			if (here && said.ok) set(said.body);
		});
		return () => {
			here = false;
		};
	}, [m, when]);
	return now;
}

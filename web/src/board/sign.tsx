import { useEffect } from "preact/hooks";
import type { Meeting } from "../state/meeting";
import { Two } from "./also";

const pause = 2500; // between one tone and the next

/** Sign is on the board while the hall is tried: a number in the smallest letters the board uses, and a tone. */
export function Sign({ meeting }: { meeting: Meeting }) {
	const sign = meeting.store.one("sign");
	useEffect(() => {
		if (!sign) return;
		const Audio = window.AudioContext;
		if (!Audio) return;
		const line = new Audio();
		const ring = () => {
			const tone = line.createOscillator();
			const volume = line.createGain();
			volume.gain.value = 0.2;
			tone.frequency.value = 660;
			tone.connect(volume).connect(line.destination);
			tone.start();
			tone.stop(line.currentTime + 0.5);
		};
		const timer = setInterval(ring, pause);
		return () => {
			clearInterval(timer);
			void line.close();
		};
	}, [sign !== undefined]);
	if (!sign) return null;
	return (
		<section class="sign" aria-labelledby="sign">
			<h2 id="sign">
				<Two k="board.sign" />
			</h2>
			<p>
				<Two k="board.sign_number" with={{ n: sign.number }} />
			</p>
		</section>
	);
}

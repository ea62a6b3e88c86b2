import { allCheckState, type Item } from "../gen/protocol";
import { stateWord } from "./checkstate";

interface Props {
	item: Item;
	text: string;
	state: string;
	mark: (state: string) => void;
}

/** CheckMark is one item while each service marks alone: four answers, and one's own can be taken back by pressing it again. */
export function CheckMark({ item, text, state, mark }: Props) {
	return (
		<fieldset class="check-item">
			<legend dir="auto">
				<span class="muted num">{item.id}</span> {text}
			</legend>
			<div class="check-four">
				{allCheckState.map((s) => (
					<label key={s}>
						<input
							type="radio"
							name={`check-${item.id}`}
							checked={s === state}
							onClick={() => (s === state ? mark("") : undefined)}
							onChange={() => mark(s)}
						/>
						{stateWord(s)}
					</label>
				))}
			</div>
		</fieldset>
	);
}

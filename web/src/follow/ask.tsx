import type { ComponentChildren } from "preact";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { t } from "../words/words";

interface Props {
	title: string;
	yes: string;
	/** What cannot be taken back is berry. */
	stop?: boolean;
	onYes: () => void;
	onClose: () => void;
	children?: ComponentChildren;
}

/** Ask is a question before what cannot be undone. The safe answer comes first. */
export function Ask({ title, yes, stop, onYes, onClose, children }: Props) {
	return (
		<Dialog
			title={title}
			onClose={onClose}
			foot={
				<>
					<Button variant="paper" onClick={onClose}>
						{t("common.cancel")}
					</Button>
					<Button
						variant="primary"
						{...(stop ? { stop } : {})}
						onClick={() => {
							onYes();
							onClose();
						}}
					>
						{yes}
					</Button>
				</>
			}
		>
			{children}
		</Dialog>
	);
}

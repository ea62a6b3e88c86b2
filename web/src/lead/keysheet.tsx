import type { ComponentChildren } from "preact";
import type { NewKey } from "../net/api";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { print } from "../ui/lateicons";
import { t } from "../words/words";

interface Props {
	title: string;
	keys: readonly NewKey[];
	room: string;
	onClose: () => void;
	children: ComponentChildren;
}

/** KeySheet shows links once, with a picture to point a phone at. They are on no server. */
export function KeySheet({ title, keys, room, onClose, children }: Props) {
	return (
		<Dialog
			title={title}
			onClose={onClose}
			foot={
				<>
					<Button variant="paper" icon={print} onClick={() => window.print()}>
						{t("lead.about.print")}
					</Button>
					<Button variant="primary" onClick={onClose}>
						{t("common.close")}
					</Button>
				</>
			}
		>
			<div class="key-sheet stack-s">
				{children}
				<ol class="key-list">
					{keys.map((key, n) => (
						<li key={key.key} class="stack-s">
							{key.qr ? <Drawn svg={key.qr} alt={t("lead.young.qr_alt", { n: n + 1 })} /> : null}
							<p class="door-link" dir="ltr">
								{key.url || `${location.origin}/led/${room}#${key.key}`}
							</p>
						</li>
					))}
				</ol>
			</div>
		</Dialog>
	);
}

/** Drawn is a picture we have as text. Shown as a picture it can hold no script. */
function Drawn({ svg, alt }: { svg: string; alt: string }) {
	return <img class="qr" src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={alt} />;
}

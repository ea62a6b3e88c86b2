import type { SlideView } from "../gen/protocol";
import { Also, Two } from "./also";
import { Facts } from "./ended";
import { Film } from "./film";
import type { View } from "./view";

/** Slide is what the hall looks at while somebody speaks. What is written in it is set as large as it can be and still be whole. */
export const Slide: View = ({ meeting }) => {
	const showing = meeting.store.one("showing");
	const of = meeting.store.get("slides", showing?.slide ?? "");
	if (!of) return <main class="board-main slide" />;
	const signs = of.lines.join("").length;
	const long = of.lines.length > 3 || signs > 220;
	const few = of.kind === "text" && of.lines.length < 4 && signs < 120;
	return (
		<main
			class="board-main slide"
			data-kind={of.kind}
			data-long={long ? "" : undefined}
			data-few={few ? "" : undefined}
		>
			<h1 dir="auto" class={of.title ? undefined : "vh"} data-long={of.title.length > 36 ? "" : undefined}>
				{of.title || of.alt}
				<Also text={of.also?.title} />
			</h1>
			{of.kind === "figures" ? <Figures of={of} /> : null}
			{of.kind === "picture" ? <Picture of={of} room={meeting.room} /> : null}
			{of.kind === "film" ? <Film key={of.id} of={of} playing={showing?.playing ?? false} /> : null}
			{of.lines.length ? (
				<ul class="points">
					{of.lines.map((line, i) => (
						<li key={line} dir="auto">
							{line}
							<Also text={of.also?.lines?.[i]} />
						</li>
					))}
				</ul>
			) : null}
			{of.kind === "promise" ? <Facts meeting={meeting} /> : null}
		</main>
	);
};

/** Figures are numbers with all it takes to believe them: what of, in what, from when, and who says so. */
function Figures({ of }: { of: SlideView }) {
	const longest = Math.max(...of.figures.map((f) => f.number.length));
	const rows = of.figures.length > 3 || longest > 8;
	return (
		<dl
			class="figures"
			data-rows={rows ? "" : undefined}
			data-one={of.figures.length === 1 ? "" : undefined}
			data-wide={longest > 5 ? "" : undefined}
		>
			{of.figures.map((f, i) => (
				<div key={f.label}>
					<dd class="figure">
						<b class="num">{f.number}</b> <span dir="auto">{f.unit}</span>
					</dd>
					<dt dir="auto">
						{f.label}
						<Also text={of.also?.figures?.[i]?.label} />
					</dt>
					<dd class="source" dir="auto">
						<Two k="board.source" with={{ source: f.source, year: f.year }} />
					</dd>
				</div>
			))}
		</dl>
	);
}

/** A picture keeps its shape, and its place before it has come. Without it, its words stand there. */
function Picture({ of, room }: { of: SlideView; room: string }) {
	if (!of.picture) {
		return (
			<p class="question" dir="auto">
				{of.alt}
			</p>
		);
	}
	return (
		<figure class="picture">
			<img
				src={`/api/rooms/${room}/pictures/${of.picture}?surface=board`}
				alt={of.alt}
				width={of.wide}
				height={of.high}
				decoding="sync"
			/>
		</figure>
	);
}

import type { VNode } from "preact";

/** The theme marks: circle, bar, quarter circle and triangle in three tones; `a` is the ink of the card, `b` its field, `c` what is lit. */
export const marks: Record<string, () => VNode> = {
	"K-01": () => (
		<>
			<path class="l" d="M80 50L80 10" stroke-width="5" />
			<circle class="a" cx="80" cy="10" r="8" />
			<path class="l" d="M80 50L119.8 30" stroke-width="5" />
			<circle class="a" cx="119.8" cy="30" r="8" />
			<path class="l" d="M80 50L119.8 70" stroke-width="5" />
			<circle class="a" cx="119.8" cy="70" r="8" />
			<path class="l" d="M80 50L80 90" stroke-width="5" />
			<circle class="a" cx="80" cy="90" r="8" />
			<path class="l" d="M80 50L40.2 70" stroke-width="5" />
			<circle class="a" cx="40.2" cy="70" r="8" />
			<path class="l" d="M80 50L40.2 30" stroke-width="5" />
			<circle class="a" cx="40.2" cy="30" r="8" />
			<circle class="a" cx="80" cy="50" r="21" />
			<circle class="c" cx="80" cy="50" r="11" />
		</>
	),
	"K-02": () => (
		<>
			<circle class="a" cx="24" cy="56" r="17" />
			<circle class="a" cx="62" cy="56" r="17" />
			<circle class="a" cx="100" cy="56" r="17" />
			<circle class="l" cx="138" cy="56" r="14.5" stroke-dasharray="7 6" stroke-width="4" />
			<rect class="a" x="4" y="78" width="152" height="6" rx="3" />
		</>
	),
	"K-03": () => (
		<>
			<path class="c" d="M56 40a24 24 0 0 1 48 0z" />
			<rect class="a" x="10" y="40" width="140" height="5" rx="3" />
			<path class="a" d="M34 49h92a46 46 0 0 1-92 0z" />
		</>
	),
	"K-04": () => (
		<>
			<rect class="a" x="40" y="22" width="56" height="68" rx="5" transform="rotate(-9 68 56)" />
			<rect class="c" x="60" y="14" width="56" height="72" rx="5" />
			<rect class="a" x="69" y="28" width="38" height="6" rx="3" />
			<rect class="a" x="69" y="42" width="38" height="6" rx="3" />
			<rect class="a" x="69" y="56" width="24" height="6" rx="3" />
		</>
	),
	"K-05": () => (
		<>
			<rect class="a" x="8" y="46" width="144" height="7" rx="3" />
			<rect class="a" x="8" y="86" width="144" height="7" rx="3" />
			<circle class="a" cx="34" cy="30" r="16" />
			<rect class="a" x="66" y="8" width="9" height="40" rx="4" transform="rotate(14 70 28)" />
			<rect class="c" x="92" y="18" width="40" height="28" rx="3" />
			<rect class="c" x="22" y="62" width="30" height="24" rx="3" />
			<path class="a" d="M74 86a18 18 0 0 1 36 0z" />
			<rect class="a" x="124" y="60" width="8" height="26" rx="3" />
		</>
	),
	"K-06": () => (
		<>
			<rect class="a" x="24" y="26" width="104" height="48" rx="12" />
			<rect class="c" x="36" y="36" width="24" height="18" rx="4" />
			<rect class="c" x="66" y="36" width="24" height="18" rx="4" />
			<rect class="c" x="96" y="36" width="22" height="18" rx="4" />
			<circle class="a" cx="50" cy="76" r="12" />
			<circle class="a" cx="104" cy="76" r="12" />
			<circle class="c" cx="50" cy="76" r="5" />
			<circle class="c" cx="104" cy="76" r="5" />
			<path class="a" d="M146 6a12 12 0 1 0 10 18a14 14 0 0 1-10-18z" />
		</>
	),
	"K-07": () => (
		<>
			<circle class="a" cx="18" cy="28" r="8" />
			<circle class="a" cx="46" cy="66" r="8" />
			<circle class="a" cx="72" cy="24" r="8" />
			<circle class="a" cx="20" cy="78" r="8" />
			<circle class="a" cx="128" cy="74" r="8" />
			<circle class="a" cx="146" cy="40" r="8" />
			<circle class="a" cx="76" cy="80" r="8" />
			<circle class="c" cx="108" cy="40" r="24" />
			<circle class="l" cx="108" cy="40" r="24" stroke-width="7" />
			<path class="l" d="M126 58l20 22" stroke-width="9" />
			<circle class="a" cx="108" cy="40" r="8" />
		</>
	),
	"K-08": () => (
		<>
			<rect class="a" x="24" y="20" width="112" height="66" rx="6" />
			<path class="c" d="M24 26l56 38 56-38v54a6 6 0 0 1-6 6H30a6 6 0 0 1-6-6z" />
			<path class="a" d="M24 24a6 6 0 0 1 6-4h100a6 6 0 0 1 6 4L80 60z" />
		</>
	),
	"K-09": () => (
		<>
			<path class="a" d="M22 92V48a24 24 0 0 1 48 0v44z" />
			<circle class="a" cx="46" cy="14" r="11" />
			<path class="c" d="M80 92V68a16 16 0 0 1 32 0v24z" />
			<circle class="c" cx="96" cy="42" r="8" />
			<rect class="a" x="122" y="34" width="8" height="58" rx="3" />
			<rect class="a" x="122" y="34" width="30" height="8" rx="3" />
		</>
	),
	"K-10": () => (
		<>
			<path class="a" d="M28 92V48l44-34 44 34v44z" />
			<rect class="c" x="60" y="60" width="24" height="32" rx="3" />
			<path class="c" d="M156 44a24 24 0 0 1-24-24h24z" />
			<rect class="a" x="122" y="70" width="34" height="22" rx="3" />
		</>
	),
	"K-11": () => (
		<>
			<circle class="a" cx="30" cy="24" r="16" />
			<rect class="c" x="65" y="8" width="32" height="32" rx="4" />
			<path class="a" d="M132 6l20 34h-40z" />
			<path class="a" d="M6 58h148v34H6z" />
			<circle class="b" cx="30" cy="75" r="11" />
			<rect class="b" x="69" y="64" width="22" height="22" rx="2" />
			<path class="b" d="M132 62l14 24h-28z" />
		</>
	),
	"K-12": () => (
		<>
			<path class="a" d="M20 14h86a8 8 0 0 1 8 8v38a8 8 0 0 1-8 8H60L40 88V68H20a8 8 0 0 1-8-8V22a8 8 0 0 1 8-8z" />
			<circle class="c" cx="40" cy="41" r="7" />
			<circle class="c" cx="63" cy="41" r="7" />
			<circle class="c" cx="86" cy="41" r="7" />
			<circle class="a" cx="138" cy="48" r="8" />
			<path class="a" d="M122 90V76a16 16 0 0 1 32 0v14z" />
		</>
	),
	"K-13": () => (
		<>
			<path class="a" d="M80 10a40 40 0 0 0 0 80z" />
			<path class="c" d="M84 10a40 40 0 0 1 0 80z" />
			<rect class="c" x="14" y="46" width="40" height="8" rx="3" />
			<rect class="a" x="106" y="46" width="40" height="8" rx="3" />
		</>
	),
	"K-14": () => (
		<>
			<circle class="a" cx="60" cy="50" r="38" />
			<circle class="c" cx="100" cy="50" r="38" />
			<path class="b" d="M80 17.7a38 38 0 0 1 0 64.6a38 38 0 0 1 0-64.6z" />
		</>
	),
	"K-B1": () => (
		<>
			<path class="c" d="M46 74a34 34 0 0 1 68 0z" />
			<rect class="a" x="8" y="76" width="144" height="7" rx="3" />
			<rect class="a" x="77" y="8" width="6" height="20" rx="3" transform="rotate(-80 80 74)" />
			<rect class="a" x="77" y="8" width="6" height="20" rx="3" transform="rotate(-40 80 74)" />
			<rect class="a" x="77" y="8" width="6" height="20" rx="3" transform="rotate(0 80 74)" />
			<rect class="a" x="77" y="8" width="6" height="20" rx="3" transform="rotate(40 80 74)" />
			<rect class="a" x="77" y="8" width="6" height="20" rx="3" transform="rotate(80 80 74)" />
		</>
	),
	"K-B2": () => (
		<>
			<rect class="a" x="18" y="70" width="36" height="22" rx="3" />
			<rect class="a" x="62" y="50" width="36" height="42" rx="3" />
			<rect class="a" x="106" y="30" width="36" height="62" rx="3" />
			<circle class="c" cx="124" cy="15" r="11" />
			<circle class="a" cx="36" cy="54" r="5" />
			<circle class="a" cx="80" cy="34" r="5" />
		</>
	),
	"K-J": () => (
		<>
			<rect class="l" x="52" y="10" width="56" height="80" rx="8" stroke-dasharray="9 8" stroke-width="5" />
			<rect class="a" x="76" y="34" width="8" height="32" rx="3" />
			<rect class="a" x="64" y="46" width="32" height="8" rx="3" />
		</>
	),
};

import { type Device, sees } from "./device";
import type { Hall } from "./hall";
import { Panel } from "./panel";
import { Phone } from "./phone";
import { t } from "./words";

/** Evening is a meeting ready to begin: a facilitator, a board, and two people at one table. */
export interface Evening {
	lead: Panel;
	board: Device;
	anna: Phone;
	berit: Phone;
}

/** gather plans a meeting, and lets people come in and sit down. */
export async function gather(hall: Hall): Promise<Evening> {
	const lead = new Panel(await hall.device("lead", "lead"));
	if (hall.way.tls) lead.device.allow(/status of 401/);
	await lead.plan({ title: "Fritid for alle barn", operator: hall.way.tls ? hall.operator : undefined });
	await lead.enter();
	await lead.showBoard();
	const board = await hall.device("board", "board");
	await board.page.goto(lead.boardLink);
	const [anna, berit] = [new Phone(await hall.device("anna", "phone")), new Phone(await hall.device("berit", "phone"))];
	for (const p of [anna, berit]) {
		await p.scan(lead.code);
		await p.button(t("p.as.skip")).tap();
	}
	await sees(board.page.getByText(t("board.here", { n: 2 })));
	await lead.groups();
	for (const p of [anna, berit]) await sees(p.heading(t("p.lobby.group", { n: 1 })));
	return { lead, board, anna, berit };
}

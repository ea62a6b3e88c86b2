import { slideLimits } from "../gen/protocol";

/** Page is a picture on its way to a slide: what will be sent, a small one to look at, and what stands on it, to begin its words with. */
export interface Page {
	file: string; // base64
	small: string; // data:
	said: string;
}

const small = 320;
const most = 1_000_000; // bytes; the server keeps at most a little more

/** Where a picture is drawn smaller: as sharp as the largest projector there is, and no sharper. */
const side = Math.min(1920, slideLimits.side);

/** pagesOf reads what was chosen: pictures one by one, a PDF page by page. What cannot be read is told by its name. */
export async function pagesOf(
	files: readonly File[],
	reading: (n: number, of: number) => void,
): Promise<{ pages: Page[]; wrong?: string; pdf?: boolean }> {
	const pages: Page[] = [];
	for (const file of files) {
		const pdf = file.type === "application/pdf";
		try {
			if (pdf) {
				const { pagesOfPdf } = await import("./pdf");
				await pagesOfPdf(await file.arrayBuffer(), side, async (sheet, said, n, of) => {
					reading(n, of);
					pages.push(await pageOf(sheet, said));
				});
			} else {
				const picture = await createImageBitmap(file);
				pages.push(await pageOf(drawn(picture, picture.width, picture.height, side), ""));
				picture.close();
			}
		} catch {
			return { pages, wrong: file.name, pdf };
		}
	}
	return { pages };
}

/** drawn is a picture on a sheet of its own, never larger than it was. */
function drawn(picture: CanvasImageSource, wide: number, high: number, most: number): HTMLCanvasElement {
	const by = Math.min(1, most / wide, most / high);
	const sheet = document.createElement("canvas");
	sheet.width = Math.max(1, Math.round(wide * by));
	sheet.height = Math.max(1, Math.round(high * by));
	sheet.getContext("2d")?.drawImage(picture, 0, 0, sheet.width, sheet.height);
	return sheet;
}

async function pageOf(sheet: HTMLCanvasElement, said: string): Promise<Page> {
	let file = await packed(sheet, "image/png");
	if (file.size > most) file = await packed(sheet, "image/jpeg");
	const look = drawn(sheet, sheet.width, sheet.height, small);
	return { file: base64(new Uint8Array(await file.arrayBuffer())), small: look.toDataURL("image/jpeg"), said };
}

const packed = (sheet: HTMLCanvasElement, kind: string): Promise<Blob> =>
	new Promise((done, fail) => sheet.toBlob((b) => (b ? done(b) : fail(new Error("no picture"))), kind, 0.86));

function base64(bytes: Uint8Array): string {
	let text = "";
	for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
	return btoa(text);
}

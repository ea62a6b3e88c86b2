import { getDocument } from "pdfjs-dist/legacy/build/pdf.min.mjs";
import * as worker from "pdfjs-dist/legacy/build/pdf.worker.min.mjs";

// Our policy lets no script start a worker of its own: the pages are read here, one at a time.
(globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker;

const pagesMost = 40;

/** pagesOfPdf draws a PDF page by page, and tells what stands on each. */
export async function pagesOfPdf(
	file: ArrayBuffer,
	side: number,
	each: (sheet: HTMLCanvasElement, said: string, n: number, of: number) => Promise<void>,
): Promise<void> {
	const pdf = await getDocument({ data: file, isEvalSupported: false, useSystemFonts: true }).promise;
	const of = Math.min(pdf.numPages, pagesMost);
	for (let n = 1; n <= of; n++) {
		const page = await pdf.getPage(n);
		const whole = page.getViewport({ scale: 1 });
		const viewport = page.getViewport({ scale: side / Math.max(whole.width, whole.height) });
		const sheet = document.createElement("canvas");
		sheet.width = Math.round(viewport.width);
		sheet.height = Math.round(viewport.height);
		const canvasContext = sheet.getContext("2d");
		if (!canvasContext) throw new Error("no canvas");
		await page.render({ canvasContext, viewport }).promise;
		const { items } = await page.getTextContent();
		const said = items.map((i) => ("str" in i ? i.str : "")).join(" ");
		await each(sheet, said.replace(/\s+/g, " ").trim(), n, of);
	}
	await pdf.destroy();
}

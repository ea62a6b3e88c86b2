export async function pagesOfPdf(
	_file: ArrayBuffer,
	_side: number,
	_page: (canvas: HTMLCanvasElement, said: string, n: number, of: number) => Promise<void>,
): Promise<void> {
	throw new Error("not yet");
}

// Draws the pages of a PDF on canvases. The worker is a file of the program; nothing is fetched and nothing evaluated.
import type { PDFDocumentProxy } from "pdfjs-dist";
import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";

export interface OpenPdf {
  pages: number;
  /** Draws page `number` (from 1) as wide as the canvas is shown, sharp on screens of any density. */
  draw: (number: number, canvas: HTMLCanvasElement, width: number) => Promise<void>;
  close: () => void;
}

export async function openPdf(base64: string): Promise<OpenPdf> {
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.min.mjs");
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  const data = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const loading = pdfjs.getDocument({
    data,
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    disableAutoFetch: true,
    // Letters are drawn as outlines: what is shown does not wait for, or depend on, the web view's own loading of fonts.
    disableFontFace: true,
  });
  const document: PDFDocumentProxy = await loading.promise;
  return {
    pages: document.numPages,
    async draw(number, canvas, width) {
      const page = await document.getPage(number);
      const natural = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: (width / natural.width) * (window.devicePixelRatio || 1) });
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      await page.render({ canvas, viewport }).promise;
    },
    close: () => void loading.destroy(),
  };
}

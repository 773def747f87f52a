// The letter as it will print: every page, one under the other, in the order of reading.
import { useEffect, useRef, useState } from "react";
import { en } from "../messages/en";
import { type OpenPdf, openPdf } from "./drawPdf";

const words = en.letters.composer;

export function PdfPages({ base64, title }: { base64: string; title: string }) {
  const [pdf, setPdf] = useState<OpenPdf | null>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    let current: OpenPdf | null = null;
    let gone = false;
    setFailed(false);
    openPdf(base64).then(
      (opened) => {
        if (gone) return opened.close();
        current = opened;
        setPdf(opened);
      },
      () => setFailed(true),
    );
    return () => {
      gone = true;
      current?.close();
      setPdf(null);
    };
  }, [base64]);

  if (failed) return <p className="failed">{words.pdfFailed}</p>;
  if (!pdf) return <p className="busy">{en.common.working}</p>;
  return (
    <div className="pages" data-testid="letter-preview">
      {Array.from({ length: pdf.pages }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number.
        <Page key={index} pdf={pdf} number={index + 1} title={title} onFailed={() => setFailed(true)} />
      ))}
    </div>
  );
}

interface PageProps {
  pdf: OpenPdf;
  number: number;
  title: string;
  onFailed: () => void;
}

function Page({ pdf, number, title, onFailed }: PageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page is drawn once for each document.
  useEffect(() => {
    const sheet = canvas.current;
    if (!sheet) return;
    pdf.draw(number, sheet, sheet.clientWidth || 612).then(() => setDrawn(true), onFailed);
  }, [pdf, number]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={`${title}: ${words.pageOf(number, pdf.pages)}`}
      data-testid="letter-page"
      data-drawn={drawn}
      className="page"
    />
  );
}

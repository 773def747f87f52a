// A PDF of one page, written by hand: enough for the page viewer to have something true to draw.

/** The base64 of a PDF with the given lines, in a standard font. */
export function fakePdf(lines: string[]): string {
  const shown = lines.flatMap((line) => wrap(line, 88)).slice(0, 52);
  const text = shown
    .map((line) => `(${line.replaceAll(/[()\\]/g, "\\$&").replaceAll(/[^\x20-\x7e]/g, "?")}) '`)
    .join("\n");
  const content = `BT /F1 10.5 Tf 14 TL 72 730 Td\n${text}\nET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R /Lang (en-US) >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
  ];
  let pdf = "%PDF-1.7\n";
  const starts: number[] = [];
  objects.forEach((object, index) => {
    starts.push(pdf.length);
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
  });
  const table = pdf.length;
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const start of starts) pdf += `${String(start).padStart(10, "0")} 00000 n \n`;
  pdf += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return btoa(pdf);
}

function wrap(line: string, width: number): string[] {
  const wrapped: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const cut = rest.lastIndexOf(" ", width);
    wrapped.push(rest.slice(0, cut > 0 ? cut : width));
    rest = rest.slice(cut > 0 ? cut + 1 : width);
  }
  wrapped.push(rest);
  return wrapped;
}

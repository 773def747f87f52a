// A letter of the sample cases as it would print: the letterhead, the seal and a signature are seen nowhere else.
import { useQuery } from "@tanstack/react-query";
import { useBackend } from "../../backend/context";
import type { WordingGiven } from "../../backend/wire";
import { en } from "../../messages/en";
import { PdfPages } from "../../pdf/PdfPages";
import { refusalFrom } from "../../queries/useAsk";

const words = en.wording.preview;

export function SamplePage({ agency, given }: { agency: string; given: WordingGiven }) {
  const backend = useBackend();
  const page = useQuery({
    queryKey: ["wording", agency, "page", given],
    queryFn: () => backend.previewWordingPage(agency, given),
    // What is in force can change between two previews of the same words.
    gcTime: 0,
  });
  return (
    <section aria-labelledby="sample-page" className="sample-page" data-testid="sample-page">
      <h3 id="sample-page">{words.page}</h3>
      <p className="quiet">{words.pageHint}</p>
      {page.data !== undefined ? (
        <PdfPages base64={page.data} title={words.page} />
      ) : page.error ? (
        // The letters that cannot be issued stand above: the page takes no focus from them.
        <p className="tone-late">{refusalFrom(page.error).message}</p>
      ) : (
        <p className="busy">{en.common.working}</p>
      )}
    </section>
  );
}

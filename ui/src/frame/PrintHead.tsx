// The line at the head of a printed screen: whose desk, which screen, which day. On the screen it does not show.
import { useEffect, useState } from "react";
import type { DeskView } from "../backend/wire";
import { day } from "../format/dates";
import { en } from "../messages/en";

export function PrintHead({ desk }: { desk: DeskView }) {
  const title = useDocumentTitle().replace(` · ${en.common.program}`, "");
  const agencies = desk.agencies.map((agency) => en.terms.agency[agency.id] ?? agency.name).join(", ");
  return (
    <div className="print-head" aria-hidden="true" data-testid="print-head">
      <span>{en.common.printDesk(agencies, desk.name, desk.practice)}</span>
      <span className="strong">{title}</span>
      <span>{day(desk.today)}</span>
    </div>
  );
}

/** The title that the open screen gives the window. */
function useDocumentTitle(): string {
  const [title, setTitle] = useState(document.title);
  useEffect(() => {
    const read = () => setTitle(document.title);
    read();
    const watch = new MutationObserver(read);
    watch.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => watch.disconnect();
  }, []);
  return title;
}

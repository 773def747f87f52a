// A message or a scan: who wrote, the words and what is attached on the left, what to do with it at the right.
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { IncomingView } from "../../backend/wire";
import { Loaded } from "../../components/Loading";
import { Restored } from "../../components/Restored";
import { ScreenTitle } from "../../components/ScreenTitle";
import { useHotkeys } from "../../hotkeys/registry";
import { type Entered, enteredAbout } from "../../incoming/entered";
import { IncomingParts } from "../../incoming/IncomingParts";
import { IncomingFacts, IncomingText, titleOf } from "../../incoming/IncomingWords";
import { en } from "../../messages/en";
import { useIncoming } from "../../queries/inbox";
import { useKept } from "../../queries/useKept";
import { useIntakeDraft } from "../intake/draft";
import { IncomingDoes } from "./IncomingDoes";

const route = getRouteApi("/mail/in/$id");
const words = en.incoming;

export function IncomingScreen() {
  const { id } = route.useParams();
  const navigate = useNavigate();
  const query = useIncoming(id);
  useHotkeys([
    { id: "back", keys: "u", label: words.toInbox, group: "here", run: () => void navigate({ to: "/mail" }) },
  ]);
  return (
    <Loaded query={query} title={words.inbox} instead={<Link to="/mail">{words.toInbox}</Link>}>
      {(view) => <Incoming key={id} view={view} />}
    </Loaded>
  );
}

function Incoming({ view }: { view: IncomingView }) {
  const { row, text, parts } = view;
  const { draft } = useIntakeDraft();
  // The form may hold it already, with marks of its own.
  const inForm = draft.arrived.find((one) => one.id === row.id);
  const [entered, setEntered] = useState<Entered>({
    identity: inForm?.identity ?? [],
    number: row.case_number ?? "",
  });
  // Marks that were made in the form are kept without a number.
  const kept = useKept(enteredAbout(row.id), null, entered, (found) =>
    setEntered((before) => ({ ...before, ...found })),
  );
  const isMessage = row.form === "message";
  return (
    <div className="case incoming">
      <header className="case-head">
        <ScreenTitle title={titleOf(row)} />
        {!isMessage && <p className="quiet">{words.scan}</p>}
        <Restored kept={kept} />
      </header>
      <div className="case-body">
        <div className="case-main">
          <div className="panel">
            <section>
              <IncomingFacts view={view} />
            </section>
            {isMessage && (
              <section aria-labelledby="incoming-words">
                <h2 id="incoming-words">{words.words}</h2>
                <IncomingText text={text} />
              </section>
            )}
            <section aria-labelledby="incoming-parts">
              <h2 id="incoming-parts">{isMessage ? words.parts : words.theScan}</h2>
              {parts.length === 0 ? (
                <p className="quiet">{words.noParts}</p>
              ) : (
                <>
                  <IncomingParts
                    id={row.id}
                    parts={parts}
                    identity={entered.identity}
                    onIdentity={(identity) => setEntered((before) => ({ ...before, identity }))}
                  />
                  <p className="hint">{words.identityWords}</p>
                </>
              )}
            </section>
          </div>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
        <aside className="case-side" aria-labelledby="does-heading" tabIndex={0}>
          <IncomingDoes
            row={row}
            entered={entered}
            onNumber={(number) => setEntered((before) => ({ ...before, number }))}
            onFiled={kept.forget}
          />
        </aside>
      </div>
    </div>
  );
}

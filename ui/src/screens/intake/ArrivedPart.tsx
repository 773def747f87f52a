// What came with the request: messages and scans of the inbox, which go into the file of the case.
import { Button } from "@trussworks/react-uswds";
import { useState } from "react";
import { useBackend } from "../../backend/context";
import { useAnnounce } from "../../components/Announcer";
import { Loaded } from "../../components/Loading";
import { RefusalNotice } from "../../components/RefusalNotice";
import { CameReport } from "../../incoming/CameReport";
import { keepMarks } from "../../incoming/entered";
import { IncomingParts } from "../../incoming/IncomingParts";
import { IncomingFacts, IncomingText, titleOf } from "../../incoming/IncomingWords";
import { useTakeIn } from "../../incoming/useTakeIn";
import { en } from "../../messages/en";
import { useIncoming } from "../../queries/inbox";
import type { ArrivedThing } from "./draft";
import type { PartProps } from "./fields";
import { useArrive } from "./useArrive";

const words = en.incoming;
const CHOOSE = "intake-choose-file";

export function ArrivedPart({ draft, change }: Pick<PartProps, "draft" | "change">) {
  const backend = useBackend();
  const announce = useAnnounce();
  const taking = useTakeIn();
  const arrive = useArrive();
  const { arrived } = draft;

  async function choose() {
    const taken = await taking.choose();
    if (taken) await arrive(taken);
  }

  function remove(thing: ArrivedThing) {
    change({ arrived: arrived.filter((one) => one.id !== thing.id) });
    announce(words.arrivedRemoved(titleOf(thing)));
    document.getElementById(CHOOSE)?.focus();
  }

  const mark = (thing: ArrivedThing) => (identity: number[]) => {
    change({ arrived: arrived.map((one) => (one.id === thing.id ? { ...one, identity } : one)) });
    keepMarks(backend, thing.id, identity);
  };

  return (
    <section aria-labelledby="part-arrived" className="part arrived" data-testid="arrived">
      <h2 id="part-arrived">{words.arrived}</h2>
      <CameReport room="form" onAway={() => document.getElementById(CHOOSE)?.focus()} />
      <RefusalNotice refusal={taking.refusal} />
      {arrived.length > 0 && (
        <ul>
          {arrived.map((thing) => (
            <Arrived key={thing.id} thing={thing} onRemove={() => remove(thing)} onIdentity={mark(thing)} />
          ))}
        </ul>
      )}
      {arrived.some((thing) => thing.parts.length > 0) && <p className="hint">{words.identityWords}</p>}
      <p className="arrived-drop">
        <span className="quiet">{arrived.length === 0 ? words.arrivedNone : words.arrivedMore}</span>{" "}
        <Button type="button" unstyled id={CHOOSE} disabled={taking.busy} onClick={() => void choose()}>
          {words.arrivedChoose}
        </Button>
      </p>
    </section>
  );
}

interface ArrivedProps {
  thing: ArrivedThing;
  onRemove: () => void;
  onIdentity: (identity: number[]) => void;
}

function Arrived({ thing, onRemove, onIdentity }: ArrivedProps) {
  const [open, setOpen] = useState(false);
  const title = titleOf(thing);
  const isMessage = thing.form === "message";
  return (
    <li>
      <div className="incoming-part">
        <span className="strong">{isMessage ? title : words.scan}</span>
        <span className="paper-does">
          {isMessage && (
            <Button
              type="button"
              unstyled
              aria-label={words.openOne(title)}
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              {words.open}
            </Button>
          )}
          <Button type="button" unstyled aria-label={words.arrivedRemoveOne(title)} onClick={onRemove}>
            {words.arrivedRemove}
          </Button>
        </span>
      </div>
      {open && <Message id={thing.id} />}
      {thing.parts.length > 0 && (
        <IncomingParts id={thing.id} parts={thing.parts} identity={thing.identity} onIdentity={onIdentity} />
      )}
    </li>
  );
}

function Message({ id }: { id: string }) {
  return (
    <div className="arrived-message">
      <Loaded query={useIncoming(id)}>
        {(view) => (
          <>
            <IncomingFacts view={view} />
            <IncomingText text={view.text} />
          </>
        )}
      </Loaded>
    </div>
  );
}

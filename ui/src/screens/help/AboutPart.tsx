// Which version runs, and whether a newer one lies where the office lays them. The program only looks and shows.
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "@trussworks/react-uswds";
import { useEffect, useRef, useState } from "react";
import { useBackend } from "../../backend/context";
import type { NewVersion, VersionPlace } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { Loaded } from "../../components/Loading";
import { RefusalNotice } from "../../components/RefusalNotice";
import { en } from "../../messages/en";
import { keys, useVersionPlace } from "../../queries/desk";
import { useAsk } from "../../queries/useAsk";

const words = en.versions;

export function AboutPart({ gone }: { gone: boolean }) {
  const place = useVersionPlace();
  const heading = useRef<HTMLHeadingElement>(null);
  // What stands below is read first, so that it does not move away once it comes.
  const known = place.isFetched;
  useEffect(() => {
    if (!gone || !known) return;
    heading.current?.focus();
    heading.current?.scrollIntoView?.({ block: "start" });
  }, [gone, known]);
  return (
    <section aria-labelledby="about-heading" className="about">
      <h2 id="about-heading" ref={heading} tabIndex={-1}>
        {words.about}
      </h2>
      <Loaded query={place}>{(known) => <About place={known} />}</Loaded>
    </section>
  );
}

function About({ place }: { place: VersionPlace }) {
  return (
    <>
      <p>{words.running(place.running)}</p>
      {place.folder === "" ? (
        <p>
          {words.nowhere} {place.may_change && <Link to="/settings">{words.toSettings}</Link>}
        </p>
      ) : (
        <>
          <p>
            {words.from} <span className="path">{place.folder}</span>
          </p>
          <Look running={place.running} />
        </>
      )}
    </>
  );
}

function Look({ running }: { running: string }) {
  const backend = useBackend();
  const announce = useAnnounce();
  const { busy, refusal, ask } = useAsk();
  const told = useQueryClient().getQueryData<NewVersion | null>(keys.versionNotice);
  /** Nothing before anybody looked, or where the look was refused. What was told unasked has been looked at. */
  const [seen, setSeen] = useState<{ found: NewVersion | null } | null>(told ? { found: told } : null);

  async function look() {
    setSeen(null);
    const answer = await ask(async () => ({ found: await backend.lookForVersion() }));
    setSeen(answer);
    if (answer) announce(answer.found ? words.found(answer.found.version) : words.none(running));
  }

  return (
    <>
      <RefusalNotice refusal={refusal} />
      <Button
        type="button"
        outline
        disabled={busy}
        onClick={() => void look()}
        data-testid="look-for-version"
      >
        {words.look}
      </Button>
      {seen &&
        (seen.found ? <Found found={seen.found} /> : <p data-testid="no-version">{words.none(running)}</p>)}
    </>
  );
}

function Found({ found }: { found: NewVersion }) {
  return (
    <section aria-labelledby="found-heading" data-testid="found-version">
      <h3 id="found-heading">{words.found(found.version)}</h3>
      <dl className="facts">
        <dt>{words.file}</dt>
        <dd className="path">{found.file}</dd>
        <dt>{words.sum}</dt>
        <dd>
          <span className="path">{found.sha256}</span>, {words.sumIsRight}
        </dd>
      </dl>
      <p>
        {words.install} <Link to="/ledger">{words.toBackups}</Link>
      </p>
    </section>
  );
}

// The accounting of disclosures: found by subject and system, entered, struck, and produced less what may be held back.
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Button } from "@trussworks/react-uswds";
import { useEffect, useRef, useState } from "react";
import { useBackend } from "../../backend/context";
import type { AccountingAsked, AccountingLine } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { Empty } from "../../components/Empty";
import { Loaded } from "../../components/Loading";
import { ScreenTitle } from "../../components/ScreenTitle";
import { SelectField } from "../../components/SelectField";
import { TextField } from "../../components/TextField";
import { day } from "../../format/dates";
import { useHotkeys } from "../../hotkeys/registry";
import { en } from "../../messages/en";
import { keys, useDesk } from "../../queries/desk";
import { DisclosureTable } from "./DisclosureTable";
import { EnterDisclosure } from "./EnterDisclosure";
import { tableText } from "./tableText";

const route = getRouteApi("/accounting");
const words = en.accounting;

export function AccountingScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const desk = useDesk();
  const [identifier, setIdentifier] = useState("");
  const [subject, setSubject] = useState(search.subject ?? "");
  const [empty, setEmpty] = useState(false);
  const [entering, setEntering] = useState(false);
  const agencies = desk.data?.agencies ?? [];
  const agency = search.agency ?? agencies[0]?.id ?? "";
  useHotkeys([
    { id: "enter-disclosure", keys: "e", label: words.enter, group: "here", run: () => setEntering(true) },
  ]);

  const asked: AccountingAsked | null =
    agency === "" || !search.subject
      ? null
      : {
          agency,
          subject: search.subject,
          identifier: identifier.trim() === "" ? null : identifier.trim(),
          system: search.system ?? null,
        };

  // Who leaves the form goes on from where it was opened.
  const left = useRef(false);
  useEffect(() => {
    if (entering || !left.current) return;
    left.current = false;
    document.getElementById("enter-disclosure")?.focus();
  }, [entering]);

  function leave() {
    left.current = true;
    setEntering(false);
  }

  return (
    <div className="accounting">
      <header className="bar">
        <ScreenTitle title={words.title} />
        {!entering && (
          <Button id="enter-disclosure" type="button" className="bar-end" onClick={() => setEntering(true)}>
            {words.enter}{" "}
            <span className="key" aria-hidden="true">
              e
            </span>
          </Button>
        )}
      </header>
      <p className="quiet accounting-words">{words.words}</p>
      <form
        className="accounting-find"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setEmpty(subject.trim() === "");
          if (subject.trim() === "") return document.getElementById("accounting-subject")?.focus();
          void navigate({ search: { ...search, agency, subject: subject.trim() }, replace: true });
        }}
      >
        <SelectField
          id="accounting-agency"
          help={en.fields.accounting.agency}
          label={words.agency}
          value={agency}
          options={agencies.map((one): [string, string] => [one.id, en.terms.agency[one.id] ?? one.name])}
          onChange={(chosen) => void navigate({ search: { ...search, agency: chosen }, replace: true })}
        />
        <TextField
          id="accounting-subject"
          help={en.fields.accounting.subject}
          label={words.subject}
          hint={words.subjectHint}
          value={subject}
          onChange={setSubject}
          problem={empty ? words.subjectEmpty : null}
        />
        <TextField
          id="accounting-identifier"
          help={en.fields.accounting.identifier}
          label={words.identifier}
          hint={words.identifierHint}
          value={identifier}
          onChange={setIdentifier}
          optional
        />
        <Button type="submit" outline>
          {words.find}
        </Button>
      </form>
      {entering && (
        <EnterDisclosure
          agency={agency}
          subject={search.subject ?? subject}
          identifier={identifier}
          onClose={leave}
          onEntered={(of) => {
            setSubject(of);
            leave();
            void navigate({ search: { ...search, agency, subject: of }, replace: true });
          }}
        />
      )}
      {asked ? (
        <Found asked={asked} system={search.system} />
      ) : (
        !entering && <Empty words={words.begin} hint={words.beginHint} />
      )}
    </div>
  );
}

interface FoundProps {
  asked: AccountingAsked;
  system: string | undefined;
}

function Found({ asked, system }: FoundProps) {
  const backend = useBackend();
  const navigate = route.useNavigate();
  const query = useQuery({
    queryKey: [...keys.accounting, asked],
    queryFn: () => backend.accounting(asked),
    gcTime: 0,
  });
  return (
    <Loaded query={query}>
      {(lines) => {
        const holding = lines.filter((line) => line.struck === null);
        const systems = [...new Set([...lines.map((line) => line.system), ...(system ? [system] : [])])];
        return (
          <div className="accounting-found">
            <div className="section-bar">
              <p role="status">
                {words.found(holding.length, holding.filter((line) => !line.rule.shown).length)}
              </p>
              {systems.length > 0 && (
                <SelectField
                  id="accounting-system"
                  help={en.fields.accounting.system}
                  label={words.system}
                  value={system ?? ""}
                  options={[["", words.allSystems], ...systems.map((one): [string, string] => [one, one])]}
                  onChange={(chosen) =>
                    void navigate({
                      search: (before) => ({ ...before, system: chosen || undefined }),
                      replace: true,
                    })
                  }
                />
              )}
            </div>
            {lines.length === 0 ? (
              <Empty words={words.none} hint={words.noneHint} />
            ) : (
              <>
                <DisclosureTable lines={lines} />
                <Produced lines={holding.filter((line) => line.rule.shown)} />
              </>
            )}
          </div>
        );
      }}
    </Loaded>
  );
}

/** What is given out on request: the entries that hold and that the rule shows. */
function Produced({ lines }: { lines: AccountingLine[] }) {
  const announce = useAnnounce();
  return (
    <section aria-labelledby="produce-heading">
      <h2 id="produce-heading">{words.produce}</h2>
      <p className="quiet">{words.produceWords}</p>
      <ol className="produced">
        {lines.map(({ entry, system }) => (
          <li key={entry.id}>
            {words.produced(day(entry.on), system, entry.nature, entry.purpose, entry.name, entry.address)}
          </li>
        ))}
      </ol>
      <div className="actions">
        <Button
          type="button"
          outline
          disabled={lines.length === 0}
          onClick={() => {
            void navigator.clipboard.writeText(tableText(lines)).then(() => announce(words.copied));
          }}
        >
          {words.copy}
        </Button>
        <Link to="/new">{words.request}</Link>
      </div>
    </section>
  );
}

// One page, three parts, Tab from top to bottom. The margin says what the program concludes, as it is typed.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "@trussworks/react-uswds";
import { useEffect, useMemo, useState } from "react";
import { useBackend } from "../../backend/context";
import { useAnnounce } from "../../components/Announcer";
import { AskDialog } from "../../components/AskDialog";
import { RefusalNotice } from "../../components/RefusalNotice";
import { Restored } from "../../components/Restored";
import { ScreenTitle } from "../../components/ScreenTitle";
import { useLater } from "../../components/useLater";
import { parseDay } from "../../format/dates";
import { useHotkeys } from "../../hotkeys/registry";
import { enteredAbout } from "../../incoming/entered";
import { useCame } from "../../incoming/useTakeIn";
import { en } from "../../messages/en";
import { useCaseChanged, useDesk } from "../../queries/desk";
import { useInboxChanged } from "../../queries/inbox";
import { refusalFrom, useAsk } from "../../queries/useAsk";
import { useKept } from "../../queries/useKept";
import { ArrivedPart } from "./ArrivedPart";
import { holdsRequest, toArrived } from "./arriving";
import { EMPTY_DRAFT, toIntake, useIntakeDraft } from "./draft";
import { fieldId, INTAKE_FORM } from "./fields";
import { IdentityPart } from "./IdentityPart";
import { Preview } from "./Preview";
import { WhatPart } from "./WhatPart";
import { WhoPart } from "./WhoPart";

const words = en.intake;

export function IntakeScreen() {
  const backend = useBackend();
  const desk = useDesk();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const caseChanged = useCaseChanged();
  const { draft, change, forget, unkept, setUnkept } = useIntakeDraft();
  const { busy, refusal, ask } = useAsk();
  const [tried, setTried] = useState(false);
  const [clearing, setClearing] = useState(false);
  const inboxChanged = useInboxChanged();
  const { show: showCame } = useCame("form");
  const typed = holdsRequest(draft);

  // A new form begins with the desk's first agency and today: what is most often right.
  useEffect(() => {
    if (!desk.data || draft.agency !== "") return;
    change({ agency: desk.data.agencies[0]?.id ?? "", received: draft.received || desk.data.today });
  }, [desk.data, draft.agency, draft.received, change]);

  // The agency and the day that the form begins with are no work of anybody's: it is kept from the first word on.
  const kept = useKept(INTAKE_FORM, null, typed ? draft : EMPTY_DRAFT, change, {
    sentence: unkept,
    say: setUnkept,
  });

  const intake = useMemo(() => toIntake(draft), [draft]);
  const settled = useLater(intake, 250);
  const askable = settled.agency !== "" && settled.kinds.length > 0 && parseDay(settled.received) !== null;
  const preview = useQuery({
    queryKey: ["preview", settled],
    queryFn: () => backend.previewIntake(settled),
    enabled: askable,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

  const problems = new Map<string, string>();
  if (tried) {
    if (draft.kinds.length === 0) problems.set("kinds", words.noKind);
    if (parseDay(draft.received) === null) problems.set("received", en.common.dayBad);
    if (askable)
      for (const problem of preview.data?.problems ?? []) problems.set(problem.field, problem.message);
  }
  const problemOf = (field: string) =>
    problems.get(field) ?? (refusal?.field === field ? refusal.message : null);

  async function open() {
    if (busy) return;
    setTried(true);
    if (draft.kinds.length === 0) return document.getElementById(fieldId("kinds"))?.focus();
    if (parseDay(draft.received) === null) return document.getElementById(fieldId("received"))?.focus();
    const opened = await ask(() => backend.openCase(toIntake(draft), toArrived(draft)));
    if (!opened) return;
    await kept.forget();
    await Promise.allSettled(draft.arrived.map(({ id }) => backend.forgetDraft(enteredAbout(id))));
    caseChanged(opened);
    if (draft.arrived.length > 0) inboxChanged();
    forget();
    showCame(null);
    announce(words.opened(opened.number));
    await navigate({ to: "/case/$number", params: { number: opened.number } });
  }

  useHotkeys([
    {
      id: "open-case",
      keys: "Control+Enter",
      label: en.keys.openCase,
      group: "here",
      whileTyping: true,
      run: () => void open(),
    },
  ]);

  return (
    <div className="intake">
      <form
        className="intake-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <ScreenTitle title={words.title} />
        <RefusalNotice refusal={refusal} fieldId={fieldId} />
        <Restored kept={kept} />
        <ArrivedPart draft={draft} change={change} />
        <WhoPart draft={draft} change={change} problemOf={problemOf} agencies={desk.data?.agencies ?? []} />
        <WhatPart draft={draft} change={change} problemOf={problemOf} />
        <IdentityPart
          draft={draft}
          change={change}
          requirements={askable ? preview.data?.identity.requirements : undefined}
        />
        <div className="actions intake-actions">
          <Button type="submit" disabled={busy} data-testid="open-case">
            {busy ? words.opening : words.open}
          </Button>
          <span className="key" aria-hidden="true">
            Ctrl+Enter
          </span>
          {typed && (
            <Button type="button" unstyled onClick={() => setClearing(true)}>
              {words.clear}
            </Button>
          )}
        </div>
      </form>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
      <aside className="margin" aria-labelledby="follows-heading" tabIndex={0}>
        <h2 id="follows-heading">{words.follows}</h2>
        {preview.error && askable ? (
          <RefusalNotice refusal={refusalFrom(preview.error)} />
        ) : (
          <Preview
            preview={askable ? preview.data : undefined}
            needsDate={parseDay(draft.received) === null}
          />
        )}
      </aside>
      {clearing && (
        <AskDialog
          heading={words.clearAsk}
          confirm={words.clear}
          onCancel={() => setClearing(false)}
          onConfirm={() => {
            setClearing(false);
            setTried(false);
            change({ ...EMPTY_DRAFT });
            showCame(null);
          }}
        />
      )}
    </div>
  );
}

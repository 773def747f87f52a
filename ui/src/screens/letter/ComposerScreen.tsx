// A letter before it is issued: its text with the rule behind each paragraph, the page as it will print, the checks.
import { getRouteApi, Link } from "@tanstack/react-router";
import { Button } from "@trussworks/react-uswds";
import { useState } from "react";
import type { LetterAsked } from "../../backend/backend";
import { useBackend } from "../../backend/context";
import type { CaseView, Language, LetterDraft } from "../../backend/wire";
import { AskDialog } from "../../components/AskDialog";
import { Loaded } from "../../components/Loading";
import { RefusalNotice } from "../../components/RefusalNotice";
import { ScreenTitle } from "../../components/ScreenTitle";
import { optionsOf, SelectField } from "../../components/SelectField";
import { useHotkeys } from "../../hotkeys/registry";
import { en } from "../../messages/en";
import { PdfPages } from "../../pdf/PdfPages";
import { useCase, useDraft } from "../../queries/desk";
import { BlankForms } from "../case/BlankForms";
import { useCaseAct } from "../case/useCaseAct";
import { Blocks } from "./Blocks";
import { Checks } from "./Checks";
import { SetAside } from "./SetAside";
import { useEdits } from "./useEdits";

const route = getRouteApi("/case/$number/write/$kind");
const words = en.letters.composer;

export function ComposerScreen() {
  const { number, kind } = route.useParams();
  const view = useCase(number);
  const { recipient, language = "en" } = route.useSearch();
  const navigate = route.useNavigate();
  const asked: LetterAsked = { kind, recipient: recipient ?? null, language };
  const draft = useDraft(number, view.data?.version, asked);
  const name = en.terms.letterKind[kind] ?? kind;
  const languages = view.data?.offers.find((offer) => offer.kind === kind)?.languages ?? [];
  const bilingual = languages.includes("es");
  const speak = (chosen: Language) =>
    void navigate({
      search: (before) => ({ ...before, language: chosen === "en" ? undefined : chosen }),
      replace: true,
    });
  useHotkeys(
    bilingual
      ? [
          {
            id: "language",
            keys: "",
            label: language === "en" ? en.languages.toSpanish : en.languages.toEnglish,
            group: "here",
            run: () => speak(language === "en" ? "es" : "en"),
          },
        ]
      : [],
  );
  return (
    <div className="composer">
      <header className="bar">
        <Link to="/case/$number" params={{ number }} search={{ tab: "letters" }} className="back">
          ← {words.back}
        </Link>
        <ScreenTitle title={words.title(name, number)} />
        <span className="quiet">{view.data?.requester.name}</span>
        {bilingual && (
          <SelectField
            id="letter-language"
            className="letter-language"
            help={en.fields.wording.letterLanguage}
            label={en.languages.label}
            value={language}
            options={optionsOf(en.languages.letter)}
            onChange={speak}
          />
        )}
      </header>
      <Loaded query={view}>
        {(loaded) => (
          <Loaded query={draft} words={words.drafting}>
            {(written) => (
              <Composer
                key={`${loaded.version} ${written.kind} ${written.language}`}
                view={loaded}
                draft={written}
                asked={asked}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </div>
  );
}

interface ComposerProps {
  view: CaseView;
  draft: LetterDraft;
  asked: LetterAsked;
}

function Composer({ view, draft, asked }: ComposerProps) {
  const editing = useEdits(view, draft, asked);
  const issuable = draft.ready && draft.why_not_issue === null && !editing.pending;
  const edited = draft.edits.length > 0;
  const forms = view.offers.find((offer) => offer.kind === draft.kind)?.forms ?? [];
  const backend = useBackend();
  const navigate = route.useNavigate();
  const { busy, refusal, change, reload } = useCaseAct(view);
  const [asking, setAsking] = useState(false);

  useHotkeys([
    {
      id: "issue",
      keys: "Control+Enter",
      label: en.keys.issue,
      group: "here",
      whileTyping: true,
      run: () => {
        if (issuable) setAsking(true);
      },
    },
    {
      id: "back",
      keys: "u",
      label: en.keys.backToCase,
      group: "here",
      run: () =>
        void navigate({ to: "/case/$number", params: { number: view.number }, search: { tab: "letters" } }),
    },
  ]);

  async function issue() {
    const changed = await change((version) => backend.issueLetter(view.number, version, asked), words.issued);
    setAsking(false);
    const letter = changed?.letters.findLast((one) => one.kind === draft.kind);
    if (!letter) return;
    await navigate({
      to: "/case/$number/letter/$letter",
      params: { number: view.number, letter: letter.letter },
      replace: true,
    });
  }

  return (
    <>
      <RefusalNotice refusal={refusal} onReload={reload} />
      <RefusalNotice refusal={editing.refusal} onReload={editing.reload} />
      <div className="composer-body">
        {/* Both halves scroll; each can be reached by key. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
        <section aria-labelledby="text-heading" className="composer-text" tabIndex={0}>
          <div className="text-head">
            <h2 id="text-heading">{words.text}</h2>
            <p role="status" className="quiet">
              {editing.pending ? words.keeping : draft.edited_by && edited ? words.kept(draft.edited_by) : ""}
            </p>
            {edited && (
              <Button type="button" unstyled data-testid="restore-all" onClick={editing.restoreAll}>
                {words.restoreAll}
              </Button>
            )}
          </div>
          {asked.language !== "en" && <p className="quiet">{en.languages.beside}</p>}
          <SetAside draft={draft} editing={editing} />
          <Blocks draft={draft} editing={editing} />
          {forms.length > 0 && (
            <BlankForms
              agency={view.agency}
              heading={en.blankForms.with}
              forms={forms}
              language={asked.language}
            />
          )}
        </section>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
        <section aria-labelledby="page-heading" className="composer-page" tabIndex={0}>
          <h2 id="page-heading">{words.page}</h2>
          <PdfPages base64={draft.pdf_base64} title={draft.title} />
        </section>
      </div>
      <footer className="composer-foot">
        <Checks checks={draft.checks} agency={view.agency} />
        <div className="issue">
          <Button
            type="button"
            data-testid="issue-letter"
            disabled={!issuable || busy}
            onClick={() => setAsking(true)}
          >
            {words.issue}{" "}
            <span className="key" aria-hidden="true">
              {words.issueKey}
            </span>
          </Button>
          {!draft.ready && <p className="quiet">{words.notReady}</p>}
          {draft.why_not_issue && (
            <p className="tone-late" data-testid="why-not-issue">
              {draft.why_not_issue}
            </p>
          )}
        </div>
      </footer>
      {asking && (
        <AskDialog
          heading={words.issueAsk}
          words={words.issueWords}
          confirm={words.issue}
          busy={busy}
          onCancel={() => setAsking(false)}
          onConfirm={() => void issue()}
        />
      )}
    </>
  );
}

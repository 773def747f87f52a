// A letter that is issued: its frozen pages, and the ways by which it leaves the office.
import { getRouteApi, Link } from "@tanstack/react-router";
import type { CaseView, LetterIssued } from "../../backend/wire";
import { Loaded } from "../../components/Loading";
import { ScreenTitle } from "../../components/ScreenTitle";
import { day } from "../../format/dates";
import { number } from "../../format/numbers";
import { useHotkeys } from "../../hotkeys/registry";
import { en } from "../../messages/en";
import { PdfPages } from "../../pdf/PdfPages";
import { useCase, useLetterPdf } from "../../queries/desk";
import { whereIs } from "../case/LettersTab";
import { Dispatch } from "./Dispatch";

const route = getRouteApi("/case/$number/letter/$letter");
const words = en.letters;

export function IssuedScreen() {
  const { number, letter: id } = route.useParams();
  const query = useCase(number);
  return (
    <Loaded query={query} title={number}>
      {(view) => {
        const letter = view.letters.find((one) => one.letter === id);
        return letter ? <Issued view={view} letter={letter} /> : <p className="plain">{words.noSuch}</p>;
      }}
    </Loaded>
  );
}

function Issued({ view, letter }: { view: CaseView; letter: LetterIssued }) {
  const navigate = route.useNavigate();
  const pdf = useLetterPdf(view.number, letter.letter);
  useHotkeys([
    {
      id: "back",
      keys: "u",
      label: en.keys.backToCase,
      group: "here",
      run: () =>
        void navigate({ to: "/case/$number", params: { number: view.number }, search: { tab: "letters" } }),
    },
  ]);
  return (
    <div className="issued">
      <header className="bar">
        <Link
          to="/case/$number"
          params={{ number: view.number }}
          search={{ tab: "letters" }}
          className="back"
        >
          ← {words.composer.back}
        </Link>
        <ScreenTitle title={words.issued.title(letter.name, view.number)} />
        <span className="quiet">{view.requester.name}</span>
      </header>
      <div className="issued-body">
        <div className="composer-page">
          <Loaded query={pdf}>{(base64) => <PdfPages base64={base64} title={letter.name} />}</Loaded>
        </div>
        <aside className="case-side" aria-label={words.issued.facts}>
          <section aria-labelledby="where-heading">
            <h2 id="where-heading">{words.issued.where}</h2>
            <p className="next-words" data-testid="letter-where">
              {whereIs(letter)}
            </p>
            <dl className="facts narrow">
              <dt>{words.columns.dated}</dt>
              <dd>{day(letter.dated)}</dd>
              <dt>PDF</dt>
              <dd>{words.issued.size(number(letter.bytes / 1024))}</dd>
              <dt>{words.fingerprint}</dt>
              <dd className="hash">{letter.sha256}</dd>
            </dl>
          </section>
          <Dispatch view={view} letter={letter} />
        </aside>
      </div>
    </div>
  );
}

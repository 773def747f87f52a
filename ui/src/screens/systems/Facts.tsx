// What was understood of a notice, fact by fact, each of which a person can put right.
import { Button } from "@trussworks/react-uswds";
import { type ReactNode, useState } from "react";
import type { Corrected, FactPlace, NoticeCorrectionView, SystemView } from "../../backend/wire";
import { ReasonDialog } from "../../components/ReasonDialog";
import { day } from "../../format/dates";
import { en } from "../../messages/en";
import { CorrectDialog } from "./CorrectDialog";
import { useCorrection } from "./correcting";

const words = en.systems;
export type Fact = Corrected["fact"];

const LISTS = [
  ["retrieval_identifiers", words.retrieval],
  ["locations", words.locations],
  ["access_cites", words.access],
  ["contest_cites", words.contest],
  ["exemptions", words.exemptions],
  ["history", words.history],
] as const satisfies readonly (readonly [Fact, string])[];

interface Props {
  system: SystemView;
  /** The place that is shown in the published words. */
  lit: FactPlace | null;
  onShow: (place: FactPlace) => void;
}

export function Facts({ system, lit, onShow }: Props) {
  const [correcting, setCorrecting] = useState<Fact | null>(null);
  const [withdrawing, setWithdrawing] = useState<NoticeCorrectionView | null>(null);
  const correction = (fact: Fact) =>
    system.corrections.find(({ correction }) => correction.corrected.fact === fact);
  /** The way to the words that a fact was understood from, where it has a place in them. */
  const stands = (fact: string, name: string) => {
    const place = system.places.find((one) => one.fact === fact);
    return (
      place && (
        <Button
          type="button"
          unstyled
          className="put-right"
          aria-pressed={lit?.fact === fact}
          onClick={() => onShow(place)}
        >
          {words.stands}
          <span className="sr-only">: {name}</span>
        </Button>
      )
    );
  };
  const group = (fact: Fact, name: string, children: ReactNode) => (
    <Group
      key={fact}
      name={name}
      corrected={correction(fact)}
      onCorrect={() => setCorrecting(fact)}
      onWithdraw={setWithdrawing}
    >
      {children}
    </Group>
  );
  return (
    <>
      <dl className="facts stacked" data-testid="facts">
        {group(
          "managers",
          words.managers,
          system.managers.map((manager, index) => (
            <dd key={`${manager.title}${manager.scope ?? ""}`}>
              {manager.scope && <span className="quiet block-line">{manager.scope}</span>}
              <span className="strong">{manager.title}</span>
              {stands(`managers/${index}`, manager.title)}
              <span className="quiet block-line">{manager.address}</span>
            </dd>
          )),
        )}
        {group(
          "offices",
          words.offices,
          system.offices.map((office, index) => (
            <dd key={`${office.subject ?? ""}${office.office}`}>
              <span className="quiet block-line">{office.subject ?? words.every}</span>
              <span className="strong">{office.office}</span>
              {stands(`notification/${index}`, office.office)}
              <span className="quiet block-line">{office.address}</span>
              {office.resolved && <span className="quiet block-line">{words.resolved}</span>}
              {office.particulars.length > 0 && (
                <span className="block-line">
                  {words.particulars}: {office.particulars.join(", ")}
                </span>
              )}
              {office.quote && <blockquote>“{office.quote}”</blockquote>}
            </dd>
          )),
        )}
        {LISTS.map(([fact, name]) =>
          group(
            fact,
            name,
            system[fact].length === 0 ? (
              <dd>{words.noneRead}</dd>
            ) : (
              system[fact].map((entry, index) => (
                <dd key={entry}>
                  {entry}
                  {stands(`${fact}/${index}`, entry)}
                </dd>
              ))
            ),
          ),
        )}
        {system.not_understood.length > 0 && (
          <>
            <dt>{words.doubt}</dt>
            {system.not_understood.map((sentence) => (
              <dd key={sentence} className="change-mark">
                {sentence}
              </dd>
            ))}
          </>
        )}
      </dl>
      {correcting && <CorrectDialog system={system} fact={correcting} onClose={() => setCorrecting(null)} />}
      {withdrawing && <WithdrawDialog view={withdrawing} onClose={() => setWithdrawing(null)} />}
    </>
  );
}

interface GroupProps {
  name: string;
  corrected: NoticeCorrectionView | undefined;
  onCorrect: () => void;
  onWithdraw: (view: NoticeCorrectionView) => void;
  children: ReactNode;
}

function Group({ name, corrected, onCorrect, onWithdraw, children }: GroupProps) {
  return (
    <>
      <dt>
        {name}{" "}
        <Button type="button" unstyled className="put-right" onClick={onCorrect}>
          {words.correct.open}
          <span className="sr-only"> {name}</span>
        </Button>
      </dt>
      {children}
      {corrected && (
        <dd className="corrected">
          <span className="change-mark">{words.correct.mark}</span>{" "}
          {words.correct.by(corrected.correction.by, day(corrected.correction.on))}{" "}
          {corrected.correction.reason}
          {corrected.carried_from && (
            <span className="quiet block-line">{words.correct.carried(day(corrected.carried_from))}</span>
          )}
          <span className="quiet block-line">
            {words.correct.asRead}: {inWords(corrected.as_read)}
          </span>
          <Button type="button" unstyled onClick={() => onWithdraw(corrected)}>
            {words.correct.withdraw}
            <span className="sr-only"> {name}</span>
          </Button>
        </dd>
      )}
    </>
  );
}

function inWords({ fact, value }: Corrected): string {
  switch (fact) {
    case "managers":
      return value.map((manager) => `${manager.title}, ${manager.address}`).join("; ");
    case "offices":
      return value.map((office) => `${office.office}, ${office.address}`).join("; ");
    default:
      return value.length === 0 ? words.noneRead : value.join("; ");
  }
}

function WithdrawDialog({ view, onClose }: { view: NoticeCorrectionView; onClose: () => void }) {
  const { withdraw, ...asking } = useCorrection();
  return (
    <ReasonDialog
      id="correction-reason"
      form={`notice-withdraw/${view.correction.id}`}
      heading={words.correct.withdraw}
      words={view.carried_from ? words.correct.withdrawCarried : words.correct.withdrawWords}
      label={words.correct.reason}
      confirm={words.correct.withdraw}
      asking={asking}
      onReason={(reason) => withdraw(view.correction, reason)}
      onClose={onClose}
    />
  );
}

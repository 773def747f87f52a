// People of other cases who are like those of this one. The program compares; only a person says that two are the same.
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "@trussworks/react-uswds";
import { useState } from "react";
import { useBackend } from "../../backend/context";
import type { CaseView, LikePerson, PeopleOfCase } from "../../backend/wire";
import { Loaded } from "../../components/Loading";
import { ReasonDialog } from "../../components/ReasonDialog";
import { day } from "../../format/dates";
import { en } from "../../messages/en";
import { keys, usePeople } from "../../queries/desk";
import { useAsk } from "../../queries/useAsk";

const words = en.case.people;

/** What a person is about to say of two people: the same, not the same, or that an earlier word is taken back. */
type Saying = { of: LikePerson; same: boolean } | { of: LikePerson; undo: number };

export function PeopleLike({ view }: { view: CaseView }) {
  const query = usePeople(view.number);
  return (
    <Loaded query={query}>
      {(people) => <LikePeople number={view.number} part="requester" people={people} />}
    </Loaded>
  );
}

interface LikeProps {
  number: string;
  /** What the person is in the case: `requester`, `subject`, `representative`. */
  part: string;
  people: PeopleOfCase;
}

/** Who of other cases is like a person of this one, with what can be said of the two. */
export function LikePeople({ number, part, people }: LikeProps) {
  const [saying, setSaying] = useState<Saying | null>(null);
  return (
    <section aria-labelledby="people-heading">
      <h2 id="people-heading">{words.heading}</h2>
      {people.signs.map((sign) => (
        <p key={sign.words} className="tone-soon">
          {sign.words} <Numbers numbers={sign.cases} />
        </p>
      ))}
      {people.like.length === 0 && <p className="quiet">{words.none}</p>}
      <ul className="people-like">
        {people.like.map((one) => (
          <li key={`${one.number}-${one.role}`}>
            <Link to="/case/$number" params={{ number: one.number }}>
              {one.number}
            </Link>{" "}
            {one.name} <span className="quiet">{one.because.join(", ")}; </span>
            <span className="quiet">
              {words.received(day(one.received))}
              {one.closed && `, ${words.closed}`}
            </span>
            <Said one={one} onSay={setSaying} />
          </li>
        ))}
      </ul>
      {saying && <Say number={number} part={part} saying={saying} onClose={() => setSaying(null)} />}
    </section>
  );
}

function Numbers({ numbers }: { numbers: string[] }) {
  return numbers.map((number) => (
    <span key={number}>
      <Link to="/case/$number" params={{ number }}>
        {number}
      </Link>{" "}
    </span>
  ));
}

function Said({ one, onSay }: { one: LikePerson; onSay: (saying: Saying) => void }) {
  const { said } = one;
  if (said) {
    return (
      <p>
        {said.same ? words.isSame(said.by, day(said.on)) : words.isOther(said.by, day(said.on))} {said.reason}{" "}
        <Button
          type="button"
          unstyled
          aria-label={words.undoOf(one.number)}
          onClick={() => onSay({ of: one, undo: said.id })}
        >
          {words.undo}
        </Button>
      </p>
    );
  }
  return (
    <p className="paper-does">
      <Button
        type="button"
        unstyled
        aria-label={words.sameOf(one.number)}
        onClick={() => onSay({ of: one, same: true })}
      >
        {words.same}
      </Button>
      <Button
        type="button"
        unstyled
        aria-label={words.otherOf(one.number)}
        onClick={() => onSay({ of: one, same: false })}
      >
        {words.other}
      </Button>
    </p>
  );
}

interface SayProps {
  number: string;
  part: string;
  saying: Saying;
  onClose: () => void;
}

function Say({ number, part, saying, onClose }: SayProps) {
  const backend = useBackend();
  const client = useQueryClient();
  const asking = useAsk();
  const { of } = saying;
  const does = "undo" in saying ? "undo" : saying.same ? "same" : "other";

  async function say(reason: string) {
    const people = await asking.ask(
      (): Promise<PeopleOfCase> =>
        "undo" in saying
          ? backend.unsayOfPeople(number, saying.undo, reason)
          : backend.sayOfPeople(number, {
              other: of.number,
              role: part,
              other_role: of.role,
              same: saying.same,
              reason,
            }),
    );
    if (!people) return false;
    if (part === "requester") client.setQueryData(keys.people(number), people);
    void client.invalidateQueries({ queryKey: keys.person(number, part) });
    return true;
  }

  return (
    <ReasonDialog
      id="people-reason"
      form={`${number}/people/${does}/${part}/${of.number}/${of.role}`}
      number={number}
      heading={`${words[does]}: ${of.name}, ${of.number}`}
      words={words.sayWords}
      label={words.why}
      confirm={words[does]}
      asking={asking}
      onReason={say}
      onClose={onClose}
    />
  );
}

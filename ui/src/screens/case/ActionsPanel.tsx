// Everything else that can be recorded, grouped as a privacy officer thinks; where it cannot, the reason and its rule.
import { Button } from "@trussworks/react-uswds";
import { useState } from "react";
import type { ActionOffer, CaseView } from "../../backend/wire";
import { Cite } from "../../components/Cite";
import { TextField } from "../../components/TextField";
import { en } from "../../messages/en";
import { GROUP_OF, GROUPS, type Group } from "./forms/commands";

const words = en.actions;

interface Props {
  view: CaseView;
  onOpen: (command: string) => void;
}

export function ActionsPanel({ view, onOpen }: Props) {
  const [typed, setTyped] = useState("");
  const sought = typed.trim().toLowerCase().split(/\s+/);
  const found = view.actions.filter((offer) =>
    sought.every((word) => offer.words.toLowerCase().includes(word)),
  );
  const searching = typed.trim() !== "";
  return (
    <section aria-labelledby="actions-heading" className="actions-panel" data-testid="actions-panel">
      <h2 id="actions-heading">{words.heading}</h2>
      <p className="quiet">{words.words}</p>
      <TextField
        id="actions-search"
        help={en.fields.dialogs.actions}
        label={words.search}
        type="search"
        value={typed}
        onChange={setTyped}
        className="actions-search"
      />
      <p className={searching ? "quiet" : "sr-only"} role="status">
        {searching ? words.found(found.length) : ""}
      </p>
      {GROUPS.map((group) => {
        const offers = found.filter((offer) => GROUP_OF[offer.command] === group);
        if (searching && offers.length === 0) return null;
        // The key opens what a search finds, and closes it again when the search is emptied.
        return (
          <OneGroup
            key={`${group}-${searching}`}
            group={group}
            open={searching}
            offers={offers}
            onOpen={onOpen}
          />
        );
      })}
    </section>
  );
}

interface GroupProps {
  group: Group;
  /** Whether it begins open. */
  open: boolean;
  offers: ActionOffer[];
  onOpen: (command: string) => void;
}

function OneGroup({ group, open, offers, onOpen }: GroupProps) {
  const possible = offers.filter((offer) => offer.why_not === null);
  const others = offers.filter((offer) => offer.why_not !== null);
  return (
    <details open={open} data-testid={`actions-${group}`}>
      <summary>
        {words.groups[group]} <span className="quiet">{words.canDo(possible.length)}</span>
      </summary>
      <ul>
        {possible.map((offer) => (
          <li key={offer.command}>
            <Button
              type="button"
              unstyled
              onClick={() => onOpen(offer.command)}
              data-testid={`action-${offer.command}`}
            >
              {offer.words}
            </Button>
          </li>
        ))}
        {others.map((offer) => (
          <li key={offer.command}>
            <span>{offer.words}</span>
            <span className="why-not">
              {offer.why_not} {offer.cite && <Cite>{offer.cite}</Cite>}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

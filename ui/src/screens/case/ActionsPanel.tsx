// Everything else that can be recorded, grouped as a privacy officer thinks; where it cannot, the reason and its rule.
import { Button } from "@trussworks/react-uswds";
import type { ActionOffer, CaseView } from "../../backend/wire";
import { Cite } from "../../components/Cite";
import { en } from "../../messages/en";
import { GROUP_OF, GROUPS, type Group } from "./forms/commands";

const words = en.actions;

interface Props {
  view: CaseView;
  onOpen: (command: string) => void;
}

export function ActionsPanel({ view, onOpen }: Props) {
  return (
    <section aria-labelledby="actions-heading" className="actions-panel" data-testid="actions-panel">
      <h2 id="actions-heading">{words.heading}</h2>
      <p className="quiet">{words.words}</p>
      {GROUPS.map((group) => (
        <OneGroup
          key={group}
          group={group}
          offers={view.actions.filter((offer) => GROUP_OF[offer.command] === group)}
          onOpen={onOpen}
        />
      ))}
    </section>
  );
}

interface GroupProps {
  group: Group;
  offers: ActionOffer[];
  onOpen: (command: string) => void;
}

function OneGroup({ group, offers, onOpen }: GroupProps) {
  const possible = offers.filter((offer) => offer.why_not === null);
  const others = offers.filter((offer) => offer.why_not !== null);
  return (
    <details data-testid={`actions-${group}`}>
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

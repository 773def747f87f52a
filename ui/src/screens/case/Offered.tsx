// The commands of a part that can be given now. Those that cannot stand under “Other actions”, with the reason.
import { Button } from "@trussworks/react-uswds";
import type { CaseView, CommandName } from "../../backend/wire";

interface Props {
  view: CaseView;
  commands: CommandName[];
  open: (command: string) => void;
}

export function Offered({ view, commands, open }: Props) {
  const offers = view.actions.filter(
    (offer) => offer.why_not === null && commands.some((command) => command === offer.command),
  );
  if (offers.length === 0) return null;
  return (
    <div className="actions">
      {offers.map((offer) => (
        <Button
          key={offer.command}
          type="button"
          outline
          onClick={() => open(offer.command)}
          data-testid={`do-${offer.command}`}
        >
          {offer.words}
        </Button>
      ))}
    </div>
  );
}

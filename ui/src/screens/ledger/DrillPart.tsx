// The newest backup, restored aside and read whole: the result with its date.
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "@trussworks/react-uswds";
import { useBackend } from "../../backend/context";
import type { DrillResult } from "../../backend/wire";
import { RefusalNotice } from "../../components/RefusalNotice";
import { day } from "../../format/dates";
import { en } from "../../messages/en";
import { keys } from "../../queries/desk";
import { useAsk } from "../../queries/useAsk";

const words = en.ledger.drill;

export function DrillPart({ result }: { result: DrillResult | null }) {
  const backend = useBackend();
  const client = useQueryClient();
  const { busy, refusal, ask } = useAsk();

  async function go() {
    if (await ask(() => backend.drill())) void client.invalidateQueries({ queryKey: keys.backups });
  }

  return (
    <section aria-labelledby="drill-heading">
      <h2 id="drill-heading">{words.heading}</h2>
      <p className="quiet">{words.words}</p>
      <RefusalNotice refusal={refusal} />
      <div role="status" data-testid="drill-result">
        {busy && <p>{en.common.working}</p>}
        {!busy && result === null && <p>{words.never}</p>}
        {!busy && result && (
          <>
            <p className={result.passed ? "good" : "bad"}>
              <strong>{result.passed ? words.passed : words.failed}</strong> {result.words}
            </p>
            <p className="quiet">{words.when(day(result.on), result.by, result.file)}</p>
          </>
        )}
      </div>
      <Button type="button" outline disabled={busy} onClick={() => void go()}>
        {words.go}
      </Button>
    </section>
  );
}

// Trust: reading the ledger again, backups by plan, restoring one, and the proof that one can be restored.
import { Loaded } from "../../components/Loading";
import { ScreenTitle } from "../../components/ScreenTitle";
import { en } from "../../messages/en";
import { useBackups } from "../../queries/desk";
import { BackupPart } from "./BackupPart";
import { DrillPart } from "./DrillPart";
import { RestorePart } from "./RestorePart";
import { VerifyPart } from "./VerifyPart";

const words = en.ledger;

export function LedgerScreen() {
  const backups = useBackups();
  return (
    <div className="settings ledger">
      <header className="bar">
        <ScreenTitle title={words.title} />
      </header>
      <VerifyPart />
      <Loaded query={backups}>
        {(view) =>
          view.is_file ? (
            <>
              <BackupPart view={view} />
              <DrillPart result={view.drill} />
              <RestorePart />
            </>
          ) : (
            <section aria-labelledby="backups-heading">
              <h2 id="backups-heading">{words.backups.heading}</h2>
              <p>{words.backups.server}</p>
            </section>
          )
        }
      </Loaded>
    </div>
  );
}

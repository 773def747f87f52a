import { Button } from "@trussworks/react-uswds";
import type { ImportReport } from "../../backend/wire";
import { en } from "../../messages/en";

const words = en.systems;

/** What came of every file of the last import. */
export function ImportOutcome({ report, onClose }: { report: ImportReport; onClose: () => void }) {
  return (
    <section className="import-outcome" aria-labelledby="import-heading" data-testid="import-report">
      <div className="heading-line">
        <h2 id="import-heading">{words.imported}</h2>
        <Button type="button" unstyled onClick={onClose}>
          {words.importAway}
        </Button>
      </div>
      <ul>
        {report.files.map((file) => (
          <li key={file.file}>
            <p className="strong">{file.file}</p>
            {file.refused && (
              <p className="tone-late">
                {words.importRefused}: {file.refused}
              </p>
            )}
            {file.systems.length > 0 && (
              <ul>
                {file.systems.map((system) => (
                  <li key={system}>{system}</li>
                ))}
              </ul>
            )}
            {file.not_understood.length > 0 && (
              <>
                <p className="quiet">{words.importDoubt}</p>
                <ul>
                  {file.not_understood.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

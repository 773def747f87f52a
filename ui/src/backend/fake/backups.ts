// The ledger and the backups of the invented desk.
import type { BackupMade, BackupPlan, BackupsView, DrillResult } from "../wire";
import { refuse } from "./commands";

export function createBackups(today: string, me: () => string, entries: () => number) {
  let plan: BackupPlan | null = null;
  let last: BackupMade | null = null;
  let drill: DrillResult | null = null;
  const view = (): BackupsView => ({
    is_file: true,
    plan,
    last,
    due: plan !== null && last === null,
    drill,
  });
  return {
    view,
    plan(wanted: BackupPlan | null): BackupsView {
      if (wanted && wanted.every_days < 1)
        refuse("bad-input", "Choose from 1 to 366 days.", { field: "every_days" });
      plan = wanted;
      return view();
    },
    now(): BackupMade {
      const chosen = plan ?? refuse("bad-input", "Choose a folder first.", { field: "folder" });
      last = {
        file: `${chosen.folder}/docket-backup-${today}.desk`,
        on: today,
        by: me(),
        entries: entries(),
      };
      return last;
    },
    drill(): DrillResult {
      const made = last ?? refuse("not-found", "There is no backup to restore. Make one first.");
      drill = {
        on: today,
        by: me(),
        file: made.file,
        entries: made.entries,
        letters: 0,
        behind: 0,
        passed: true,
        words: `The backup was restored aside and read whole: ${made.entries} entries and 0 letters are as they were written.`,
      };
      return drill;
    },
  };
}

// Importing notices, by the dialog or by dropping files: one way to ask, one place that shows what came of it.
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useBackend } from "../../backend/context";
import type { ImportReport } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { en } from "../../messages/en";
import { keys } from "../../queries/desk";
import { type Asking, useAsk } from "../../queries/useAsk";

const REPORT = ["import-report"] as const;

export function useImport(): Asking & {
  /** Whether notices were taken: the dialog may be left without choosing any. */
  choose: () => Promise<boolean>;
  take: (paths: string[]) => Promise<void>;
} {
  const backend = useBackend();
  const client = useQueryClient();
  const announce = useAnnounce();
  const asking = useAsk();
  const { ask } = asking;

  const finish = useCallback(
    (report: ImportReport) => {
      client.setQueryData(REPORT, report);
      announce(en.systems.importDone);
      for (const queryKey of [keys.systems, ["system"], ["compare"], keys.desk]) {
        void client.invalidateQueries({ queryKey });
      }
    },
    [client, announce],
  );

  const choose = useCallback(async () => {
    const chosen = await ask(async () => ({ report: await backend.chooseAndImportNotices() }));
    if (!chosen) return false;
    if (chosen.report) finish(chosen.report);
    else announce(en.systems.importNothing);
    return chosen.report !== null;
  }, [ask, backend, finish, announce]);

  const take = useCallback(
    async (paths: string[]) => {
      const report = await ask(() => backend.importNoticeFiles(paths));
      if (report) finish(report);
    },
    [ask, backend, finish],
  );

  return { ...asking, choose, take };
}

export const importReportKey = REPORT;

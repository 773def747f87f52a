// Files dropped anywhere on the window are taken as notices, and the catalogue shows what came of them.
import { useLocation, useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useBackend } from "../../backend/context";
import { AskDialog } from "../../components/AskDialog";
import { RefusalNotice } from "../../components/RefusalNotice";
import { en } from "../../messages/en";
import { useImport } from "./importing";

export function DroppedFiles() {
  const backend = useBackend();
  const navigate = useNavigate();
  // On a case a dropped file is a paper of that case.
  const inCase = useLocation({ select: (at) => at.pathname.startsWith("/case/") });
  const { take, refusal, forget, busy } = useImport();
  useEffect(
    () =>
      backend.onFilesDropped((paths) => {
        if (paths.length === 0 || inCase) return;
        void take(paths).then(() => navigate({ to: "/systems" }));
      }),
    [backend, take, navigate, inCase],
  );
  if (busy) {
    return (
      <p className="said" role="status">
        {en.systems.importing}
      </p>
    );
  }
  if (!refusal) return null;
  return (
    <AskDialog
      heading={en.systems.import}
      confirm={en.common.close}
      cancel={null}
      onConfirm={forget}
      onCancel={forget}
    >
      <RefusalNotice refusal={refusal} />
    </AskDialog>
  );
}

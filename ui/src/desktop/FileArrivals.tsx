// Files from outside: dropped anywhere on the window, they go where the rule of dropping.ts sends them; or chosen by the command
// that works everywhere. The room that they go to shows what came of them.
import { useLocation, useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import { useBackend } from "../backend/context";
import type { TakenIn } from "../backend/wire";
import { AskDialog } from "../components/AskDialog";
import { RefusalNotice } from "../components/RefusalNotice";
import { useHotkeys } from "../hotkeys/registry";
import { sentencesOf, useCame, useTakeIn } from "../incoming/useTakeIn";
import { en } from "../messages/en";
import { AttachDropped } from "../screens/case/AttachDropped";
import { useArrive } from "../screens/intake/useArrive";
import { useImport } from "../screens/systems/importing";
import { caseAt, droppedOn, sorted } from "./dropping";

export function FileArrivals() {
  const backend = useBackend();
  const navigate = useNavigate();
  const place = useLocation();
  const on = droppedOn(place);
  const number = caseAt(place);
  const inMail = place.pathname === "/mail";
  const [toAttach, setToAttach] = useState<{ number: string; paths: string[] } | null>(null);
  const importing = useImport();
  const taking = useTakeIn();
  const arrive = useArrive();
  const { show } = useCame("inbox");
  const takeNotices = importing.take;
  const { take: takeIn, choose } = taking;

  /** Into the form that is open, or else into the inbox. */
  const put = useCallback(
    async (taken: TakenIn, notices = false) => {
      if (on === "form") return arrive(taken);
      show({ sentences: sentencesOf(taken), notices });
      await navigate({ to: "/mail" });
    },
    [on, arrive, show, navigate],
  );
  const drop = useCallback(
    async (paths: string[]) => {
      const { case: papers, form, inbox, notices } = sorted(paths, on);
      // What is dropped while it is asked about others is asked for with them.
      if (papers.length > 0) {
        setToAttach((before) => ({ number, paths: [...new Set([...(before?.paths ?? []), ...papers])] }));
      }
      if (notices.length > 0) await takeNotices(notices);
      const mail = [...form, ...inbox];
      const taken = mail.length > 0 ? await takeIn(mail) : null;
      if (taken) await put(taken, notices.length > 0);
      else if (notices.length > 0) await navigate({ to: "/systems" });
    },
    [on, number, takeNotices, takeIn, put, navigate],
  );
  useEffect(() => backend.onFilesDropped((paths) => void drop(paths)), [backend, drop]);

  useHotkeys([
    {
      id: "take-in",
      keys: inMail ? "i" : "",
      label: en.keys.takeIn,
      group: inMail ? "here" : "everywhere",
      run: () => void choose().then((taken) => taken && put(taken)),
    },
  ]);

  if (importing.busy || taking.busy) {
    return (
      <p className="said" role="status">
        {importing.busy ? en.systems.importing : en.incoming.takingIn}
      </p>
    );
  }
  if (toAttach) return <AttachDropped {...toAttach} onClose={() => setToAttach(null)} />;
  const refused = [
    { refusal: importing.refusal, heading: en.systems.import, forget: importing.forget },
    { refusal: taking.refusal, heading: en.keys.takeIn, forget: taking.forget },
  ].find(({ refusal }) => refusal !== null);
  if (!refused) return null;
  return (
    <AskDialog
      heading={refused.heading}
      confirm={en.common.close}
      cancel={null}
      onConfirm={refused.forget}
      onCancel={refused.forget}
    >
      <RefusalNotice refusal={refused.refusal} />
    </AskDialog>
  );
}

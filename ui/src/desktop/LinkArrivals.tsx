// Follows a docket: link that the program was opened with. It waits while the desk is locked; one that leads nowhere says so.
import { useNavigate } from "@tanstack/react-router";
import { Button } from "@trussworks/react-uswds";
import { useCallback, useEffect, useState } from "react";
import { useBackend } from "../backend/context";
import type { Refusal } from "../backend/wire";
import { RefusalNotice } from "../components/RefusalNotice";
import { en } from "../messages/en";
import { refusalFrom } from "../queries/useAsk";

export function LinkArrivals() {
  const backend = useBackend();
  const navigate = useNavigate();
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const follow = useCallback(async () => {
    try {
      const link = await backend.takeLink();
      if (!link) return;
      setRefusal(null);
      if (link.place === "case") await navigate({ to: "/case/$number", params: { number: link.number } });
      else await navigate({ to: "/" });
    } catch (error) {
      const refused = refusalFrom(error);
      // A desk that is locked in the meantime keeps the link for whoever opens it.
      if (refused.code !== "locked") setRefusal(refused);
    }
  }, [backend, navigate]);

  useEffect(() => {
    void follow();
    return backend.onLink(() => void follow());
  }, [backend, follow]);

  if (!refusal) return null;
  return (
    <section className="link-refused" aria-label={en.desktop.link.refused}>
      <RefusalNotice refusal={refusal} />
      <Button type="button" outline onClick={() => setRefusal(null)}>
        {en.common.close}
      </Button>
    </section>
  );
}

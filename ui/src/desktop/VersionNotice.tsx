// Tells an administrator, once for each opening of the desk, that a newer version lies in the office's folder.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useBackend } from "../backend/context";
import { en } from "../messages/en";
import { keys } from "../queries/desk";

const words = en.versions;

export function VersionNotice() {
  const backend = useBackend();
  // Locking forgets the answer, so whoever opens the desk is asked for anew, and nobody in between.
  const { data } = useQuery({
    queryKey: keys.versionNotice,
    queryFn: () => backend.versionNotice(),
    enabled: backend.mainWindow,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (!data) return null;
  return (
    <aside className="new-version" aria-label={words.heading} data-testid="version-notice">
      {words.arrived(data.version)}{" "}
      <Link to="/help" search={{ part: "about" }}>
        {words.toSee}
      </Link>
    </aside>
  );
}

// The folder for new versions beside the invented desk.
import type { NewVersion, Refusal, VersionPlace } from "../wire";

export function createVersions() {
  const place: VersionPlace = { running: "0.1.0", folder: "", may_change: true };
  let laid: NewVersion | Refusal | null = null;
  return {
    place: (): VersionPlace => ({ ...place }),
    name(folder: string): VersionPlace {
      place.folder = folder.trim();
      return { ...place };
    },
    /** Who works at the window does not administer the desk. */
    isNotYours() {
      place.may_change = false;
    },
    /** Somebody lays a version into the folder, or one that is refused. */
    lay(version: NewVersion | Refusal | null) {
      laid = version;
    },
    laid: () => laid,
  };
}

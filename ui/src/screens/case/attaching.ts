// Attaching files that were dropped on the window, one after the other: what is attached stays, also where a later one is refused.
import type { Backend } from "../../backend/backend";
import type { CaseView } from "../../backend/wire";

export async function attachAll(
  backend: Backend,
  number: string,
  version: number | null,
  paths: readonly string[],
  identity: boolean,
  onAttached: (view: CaseView, path: string) => void,
): Promise<CaseView> {
  let view: CaseView | null = null;
  for (const path of paths) {
    view = await backend.attachDroppedPaper(number, view?.version ?? version, path, identity);
    onAttached(view, path);
  }
  return view ?? backend.caseView(number);
}

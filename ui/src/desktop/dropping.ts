// What becomes of files that are dropped on the window: by the room that is open, and elsewhere by what they are.
import { isCaseTab, tabAt } from "../screens/case/tabs";

/** Where somebody is when they drop a file. */
export type DroppedOn = "papers" | "case" | "form" | "notices" | "elsewhere";

/** What each of the files is taken for. */
export interface Sorted {
  /** Papers of the case whose papers are on screen: they take them themselves. */
  papers: string[];
  /** Papers of the case that is open at another part. */
  case: string[];
  /** What came with the request that is being typed. */
  form: string[];
  /** Messages and scans for the inbox. */
  inbox: string[];
  notices: string[];
}

interface Address {
  pathname: string;
  search: { tab?: unknown; do?: unknown };
}

export function droppedOn({ pathname, search }: Address): DroppedOn {
  if (/^\/case\/[^/]+$/.test(pathname)) {
    const tab = isCaseTab(search.tab) ? search.tab : undefined;
    const step = typeof search.do === "string" ? search.do : undefined;
    return tabAt({ tab, do: step }) === "file" ? "papers" : "case";
  }
  if (pathname.startsWith("/case/")) return "case";
  if (pathname === "/new") return "form";
  return pathname.startsWith("/systems") ? "notices" : "elsewhere";
}

/** The case that an address is about. */
export function caseAt({ pathname }: Pick<Address, "pathname">): string {
  return /^\/case\/([^/]+)/.exec(pathname)?.[1] ?? "";
}

// The desk takes in no .msg, and says how the message is saved so that it does.
const MAIL_OR_SCAN = /\.(eml|msg|pdf|png|jpe?g|tiff?)$/i;

/** A notice that comes as PDF is imported under Systems; anywhere else a PDF is a scan. */
export function sorted(paths: readonly string[], on: DroppedOn): Sorted {
  const nothing = { papers: [], case: [], form: [], inbox: [], notices: [] };
  if (on !== "elsewhere") return { ...nothing, [on]: [...paths] };
  return {
    ...nothing,
    inbox: paths.filter((path) => MAIL_OR_SCAN.test(path)),
    notices: paths.filter((path) => !MAIL_OR_SCAN.test(path)),
  };
}

// What becomes of files that are dropped on the window: by the room that is open, and elsewhere by what they are.

/** Where somebody is when they drop a file. */
export type DroppedOn = "case" | "form" | "notices" | "elsewhere";

/** What each of the files is taken for. */
export interface Sorted {
  /** Papers of the case that is open: its file takes them itself. */
  papers: string[];
  /** What came with the request that is being typed. */
  form: string[];
  /** Messages and scans for the inbox. */
  inbox: string[];
  notices: string[];
}

export function droppedOn(pathname: string): DroppedOn {
  if (pathname.startsWith("/case/")) return "case";
  if (pathname === "/new") return "form";
  return pathname.startsWith("/systems") ? "notices" : "elsewhere";
}

const MAIL_OR_SCAN = /\.(eml|pdf|png|jpe?g|tiff?)$/i;

/** A notice that comes as PDF is imported under Systems; anywhere else a PDF is a scan. */
export function sorted(paths: readonly string[], on: DroppedOn): Sorted {
  const all = (wanted: boolean) => (wanted ? [...paths] : []);
  return {
    papers: all(on === "case"),
    form: all(on === "form"),
    inbox: on === "elsewhere" ? paths.filter((path) => MAIL_OR_SCAN.test(path)) : [],
    notices: on === "elsewhere" ? paths.filter((path) => !MAIL_OR_SCAN.test(path)) : all(on === "notices"),
  };
}

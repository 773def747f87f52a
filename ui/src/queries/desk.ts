// What the screens read from the desk, and what each change makes stale.
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { LetterAsked } from "../backend/backend";
import { useBackend } from "../backend/context";
import type { CaseView, SystemsQuery, WordingView, WorklistQuery, WorkloadAsked } from "../backend/wire";

export const keys = {
  start: ["start"] as const,
  desk: ["desk"] as const,
  worklist: ["worklist"] as const,
  // Under the worklist: what makes that stale makes these stale.
  workload: ["worklist", "workload"] as const,
  /** The first page anew, to count what arrived; it is never shown. */
  fresh: ["worklist-fresh"] as const,
  filters: ["filters"] as const,
  clocks: ["clocks"] as const,
  person: (number: string, role: string) => ["person", number, role] as const,
  accounting: ["accounting"] as const,
  caseView: (number: string) => ["case", number] as const,
  draft: (number: string, version: number, asked: LetterAsked) => ["draft", number, version, asked] as const,
  pdf: (number: string, letter: string) => ["pdf", number, letter] as const,
  systems: ["systems"] as const,
  system: (number: string, on: string | null) => ["system", number, on] as const,
  compare: (number: string, older: string, newer: string) => ["compare", number, older, newer] as const,
  rules: (agency: string) => ["rules", agency] as const,
  corrections: ["corrections"] as const,
  wording: (agency: string) => ["wording", agency] as const,
  inbox: ["inbox"] as const,
  // Under the inbox: what makes that stale makes these stale.
  incoming: (id: string) => ["inbox", "one", id] as const,
  incomingPart: (id: string, part: number) => ["inbox", "part", id, part] as const,
  outbox: ["outbox"] as const,
  backups: ["backups"] as const,
  versions: ["versions"] as const,
  versionNotice: ["version-notice"] as const,
  staff: ["staff"] as const,
  people: (number: string) => ["people", number] as const,
  paper: (number: string, paper: string) => ["paper", number, paper] as const,
  mailSettings: ["mail-settings"] as const,
  printers: ["printers"] as const,
  toPrint: ["to-print"] as const,
  printSettings: ["print-settings"] as const,
  printProgress: ["print-progress"] as const,
};

export function useDesk() {
  const backend = useBackend();
  return useQuery({ queryKey: keys.desk, queryFn: () => backend.desk() });
}

/** Which version runs, and where the office lays new ones. */
export function useVersionPlace() {
  const backend = useBackend();
  return useQuery({ queryKey: keys.versions, queryFn: () => backend.versionPlace() });
}

export function useWorklist(query: Omit<WorklistQuery, "after">) {
  const backend = useBackend();
  return useInfiniteQuery({
    queryKey: [...keys.worklist, query],
    queryFn: ({ pageParam }) => backend.worklist({ ...query, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_page,
    placeholderData: keepPreviousData,
  });
}

export function useWorkload(asked: WorkloadAsked) {
  const backend = useBackend();
  return useQuery({
    queryKey: [...keys.workload, asked],
    queryFn: () => backend.workload(asked),
    placeholderData: keepPreviousData,
  });
}

/** Every day of a stretch, with how many cases are due on it. */
export function useDueCalendar(agency: string | null, from: string, to: string) {
  const backend = useBackend();
  return useQuery({
    queryKey: [...keys.workload, "calendar", agency, from, to],
    queryFn: () => backend.dueCalendar(agency, from, to),
    placeholderData: keepPreviousData,
  });
}

export function useCasesDue(agency: string | null, on: string) {
  const backend = useBackend();
  return useQuery({
    queryKey: [...keys.workload, "due", agency, on],
    queryFn: () => backend.casesDue(agency, on),
  });
}

/** The time limits of the desk's agencies, or of one of them: what the list can be narrowed to. */
export function useClockNames(agencies: { id: string }[], only: string | undefined): [string, string][] {
  const backend = useBackend();
  const ids = agencies.map((agency) => agency.id).filter((id) => only === undefined || id === only);
  const names = useQuery({
    queryKey: [...keys.clocks, ids],
    queryFn: async () => {
      const books = await Promise.all(ids.map((id) => backend.rules(id, null)));
      const clocks = books.flat().filter((rule) => rule.kind === "clock" && rule.rule !== "");
      return [...new Map(clocks.map((rule): [string, string] => [rule.rule, rule.title]))];
    },
    enabled: ids.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return names.data ?? [];
}

export function useCase(number: string) {
  const backend = useBackend();
  return useQuery({ queryKey: keys.caseView(number), queryFn: () => backend.caseView(number) });
}

/** The case of a number that somebody types; it is asked for once the number is whole. */
export function useCaseOfNumber(number: string) {
  const backend = useBackend();
  return useQuery({
    queryKey: keys.caseView(number),
    queryFn: () => backend.caseView(number),
    enabled: /^[A-Z]+-\d{4}-\d{5,}$/.test(number),
  });
}

/** Takes a changed case into every place that shows it. */
export function useCaseChanged() {
  const client = useQueryClient();
  return useCallback(
    (changed: CaseView) => {
      client.setQueryData(keys.caseView(changed.number), changed);
      void client.invalidateQueries({ queryKey: keys.worklist });
      void client.invalidateQueries({ queryKey: keys.desk });
      void client.invalidateQueries({ queryKey: keys.outbox });
      void client.invalidateQueries({ queryKey: keys.toPrint });
    },
    [client],
  );
}

export function useDraft(number: string, version: number | undefined, asked: LetterAsked) {
  const backend = useBackend();
  return useQuery({
    queryKey: keys.draft(number, version ?? 0, asked),
    queryFn: () => backend.draftLetter(number, asked),
    enabled: version !== undefined,
  });
}

export function useLetterPdf(number: string, letter: string) {
  const backend = useBackend();
  return useQuery({
    queryKey: keys.pdf(number, letter),
    queryFn: () => backend.letterPdf(number, letter),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useSystems(query: Omit<SystemsQuery, "after">) {
  const backend = useBackend();
  return useInfiniteQuery({
    queryKey: [...keys.systems, query],
    queryFn: ({ pageParam }) => backend.systems({ ...query, after: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next_page,
    placeholderData: keepPreviousData,
  });
}

/** The agencies whose systems the library holds. */
export function useLibraryAgencies() {
  const backend = useBackend();
  return useQuery({
    queryKey: [...keys.systems, "agencies"],
    queryFn: () => backend.libraryAgencies(),
  });
}

export function useSystem(number: string, on: string | null) {
  const backend = useBackend();
  return useQuery({ queryKey: keys.system(number, on), queryFn: () => backend.system(number, on) });
}

export function useComparison(number: string, older: string, newer: string) {
  const backend = useBackend();
  return useQuery({
    queryKey: keys.compare(number, older, newer),
    queryFn: () => backend.compare(number, older, newer),
  });
}

export function useRules(agency: string | undefined) {
  const backend = useBackend();
  return useQuery({
    queryKey: keys.rules(agency ?? ""),
    queryFn: () => backend.rules(agency ?? "", null),
    enabled: agency !== undefined,
  });
}

export function useCorrections() {
  const backend = useBackend();
  return useQuery({ queryKey: keys.corrections, queryFn: () => backend.corrections() });
}

/** The clauses of an agency's letters, with the office's wording. */
export function useWording(agency: string | undefined) {
  const backend = useBackend();
  return useQuery({
    queryKey: keys.wording(agency ?? ""),
    queryFn: () => backend.wording(agency ?? ""),
    enabled: agency !== undefined,
  });
}

/** Takes a changed wording into every place that shows it: letters that are not issued read otherwise from now on. */
export function useWordingChanged() {
  const client = useQueryClient();
  return useCallback(
    (changed: WordingView) => {
      client.setQueryData(keys.wording(changed.agency), changed);
      // An approval of a translator is listed with every agency's letters.
      void client.invalidateQueries({ queryKey: ["wording"], refetchType: "none" });
      void client.invalidateQueries({ queryKey: ["draft"] });
      void client.invalidateQueries({ queryKey: keys.desk });
    },
    [client],
  );
}

/** How the desk stands with its backups. */
export function useBackups() {
  const backend = useBackend();
  return useQuery({ queryKey: keys.backups, queryFn: () => backend.backups() });
}

export function useStaff() {
  const backend = useBackend();
  return useQuery({ queryKey: keys.staff, queryFn: () => backend.staff() });
}

/** Who of other cases is like the people of a case. */
export function usePeople(number: string) {
  const backend = useBackend();
  return useQuery({ queryKey: keys.people(number), queryFn: () => backend.people(number) });
}

/** A paper is read only while it is looked at. */
export function usePaper(number: string, paper: string) {
  const backend = useBackend();
  return useQuery({
    queryKey: keys.paper(number, paper),
    queryFn: () => backend.paper(number, paper),
    gcTime: 0,
  });
}

export function useOutbox() {
  const backend = useBackend();
  return useQuery({ queryKey: keys.outbox, queryFn: () => backend.outbox() });
}

export function useMailSettings() {
  const backend = useBackend();
  return useQuery({ queryKey: keys.mailSettings, queryFn: () => backend.mailSettings() });
}

/** The printers of the office; asked anew each time, because they stop and start by themselves. */
export function usePrinters() {
  const backend = useBackend();
  return useQuery({ queryKey: keys.printers, queryFn: () => backend.printers(), staleTime: 0 });
}

export function useLettersToPrint() {
  const backend = useBackend();
  return useQuery({ queryKey: keys.toPrint, queryFn: () => backend.lettersToPrint() });
}

export function usePrintSettings() {
  const backend = useBackend();
  return useQuery({ queryKey: keys.printSettings, queryFn: () => backend.printSettings() });
}

/** How far the printing is, asked again while one is under way. */
export function usePrintProgress() {
  const backend = useBackend();
  return useQuery({
    queryKey: keys.printProgress,
    queryFn: () => backend.printProgress(),
    staleTime: 0,
    refetchInterval: 400,
  });
}

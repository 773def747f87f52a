// What the screens read from the desk, and what each change makes stale.
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { LetterAsked } from "../backend/backend";
import { useBackend } from "../backend/context";
import type { CaseView, SystemsQuery, WorklistQuery } from "../backend/wire";

export const keys = {
  start: ["start"] as const,
  desk: ["desk"] as const,
  worklist: ["worklist"] as const,
  caseView: (number: string) => ["case", number] as const,
  draft: (number: string, version: number, asked: LetterAsked) => ["draft", number, version, asked] as const,
  pdf: (number: string, letter: string) => ["pdf", number, letter] as const,
  systems: ["systems"] as const,
  system: (number: string, on: string | null) => ["system", number, on] as const,
  compare: (number: string, older: string, newer: string) => ["compare", number, older, newer] as const,
  rules: (agency: string) => ["rules", agency] as const,
  corrections: ["corrections"] as const,
  outbox: ["outbox"] as const,
  staff: ["staff"] as const,
  people: (number: string) => ["people", number] as const,
  paper: (number: string, paper: string) => ["paper", number, paper] as const,
  mailSettings: ["mail-settings"] as const,
};

export function useDesk() {
  const backend = useBackend();
  return useQuery({ queryKey: keys.desk, queryFn: () => backend.desk() });
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

export function useCase(number: string) {
  const backend = useBackend();
  return useQuery({ queryKey: keys.caseView(number), queryFn: () => backend.caseView(number) });
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

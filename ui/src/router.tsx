// The addresses of the window. What a screen shows stands in its address, so that going back finds it again.
import {
  type AsyncRouteComponent,
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  type RouterHistory,
  lazyRouteComponent as room,
} from "@tanstack/react-router";
import type { Language, LetterKind } from "./backend/wire";
import { Frame } from "./frame/Frame";
import { Failed, NoSuchPage } from "./frame/Lost";
import { en } from "./messages/en";
import { type CaseTab, isCaseTab } from "./screens/case/tabs";
import { readSearch } from "./screens/worklist/search";

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined;

const count = (value: unknown): number | undefined =>
  Number.isInteger(Number(value)) && Number(value) > 0 ? Number(value) : undefined;

export interface CaseSearch {
  tab?: CaseTab | undefined;
  do?: string | undefined;
  /** The earlier recipient whom the step is about. */
  recipient?: number | undefined;
}

export interface AccountingSearch {
  agency?: string | undefined;
  subject?: string | undefined;
  system?: string | undefined;
}

export interface SystemsSearch {
  q?: string | undefined;
  on?: string | undefined;
  agency?: string | undefined;
}

export interface HelpSearch {
  /** The word that is looked for. */
  term?: string | undefined;
  /** What is gone to at once. */
  part?: "about" | undefined;
}

export interface RulesSearch {
  agency?: string | undefined;
  kind?: string | undefined;
  q?: string | undefined;
  rule?: string | undefined;
}

export interface WordingSearch {
  agency?: string | undefined;
  /** The letter whose clauses are listed. */
  kind?: LetterKind | undefined;
  q?: string | undefined;
  clause?: string | undefined;
  /** What is shown where no clause is chosen: the Spanish, or else the wording with its versions. */
  part?: "spanish" | undefined;
}

export interface ComposerSearch {
  recipient?: number | undefined;
  /** The language of the letter, where it is not English. */
  language?: Exclude<Language, "en"> | undefined;
}

export interface IncomingSearch {
  /** What is gone to at once: the number of the case that it is put into. */
  do?: "case" | undefined;
}

export interface WorkloadSearch {
  agency?: string | undefined;
  /** How many weeks back. */
  weeks?: string | undefined;
}

const root = createRootRoute({ component: Frame, errorComponent: Failed, notFoundComponent: NoSuchPage });

export const worklistRoute = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: room(() => import("./screens/worklist/WorklistScreen"), "WorklistScreen"),
  validateSearch: readSearch,
});

const newRoute = createRoute({
  getParentRoute: () => root,
  path: "/new",
  component: room(() => import("./screens/intake/IntakeScreen"), "IntakeScreen"),
});

export const caseRoute = createRoute({
  getParentRoute: () => root,
  path: "/case/$number",
  component: room(() => import("./screens/case/CaseScreen"), "CaseScreen"),
  validateSearch: (search): CaseSearch => ({
    tab: isCaseTab(search.tab) ? search.tab : undefined,
    do: text(search.do),
    recipient: count(search.recipient),
  }),
});

export const composerRoute = createRoute({
  getParentRoute: () => root,
  path: "/case/$number/write/$kind",
  component: room(() => import("./screens/letter/ComposerScreen"), "ComposerScreen"),
  validateSearch: (search): ComposerSearch => ({
    recipient: count(search.recipient),
    language: search.language === "es" ? "es" : undefined,
  }),
  params: {
    parse: ({ number, kind }) => ({ number, kind: kind as LetterKind }),
    stringify: ({ number, kind }) => ({ number, kind }),
  },
});

export const issuedRoute = createRoute({
  getParentRoute: () => root,
  path: "/case/$number/letter/$letter",
  component: room(() => import("./screens/letter/IssuedScreen"), "IssuedScreen"),
});

export const accountingRoute = createRoute({
  getParentRoute: () => root,
  path: "/accounting",
  component: room(() => import("./screens/accounting/AccountingScreen"), "AccountingScreen"),
  validateSearch: (search): AccountingSearch => ({
    agency: text(search.agency),
    subject: text(search.subject),
    system: text(search.system),
  }),
});

export const personRoute = createRoute({
  getParentRoute: () => root,
  path: "/person/$number/$role",
  component: room(() => import("./screens/person/PersonScreen"), "PersonScreen"),
});

const systemsSearch = (search: Record<string, unknown>): SystemsSearch => ({
  q: text(search.q),
  on: text(search.on),
  agency: text(search.agency),
});

const systemsRoute = createRoute({
  getParentRoute: () => root,
  path: "/systems",
  component: room(() => import("./screens/systems/SystemsScreen"), "SystemsScreen"),
  validateSearch: systemsSearch,
});

const systemRoute = createRoute({
  getParentRoute: () => root,
  path: "/systems/$number",
  component: room(() => import("./screens/systems/SystemsScreen"), "SystemsScreen"),
  validateSearch: systemsSearch,
});

export const compareRoute = createRoute({
  getParentRoute: () => root,
  path: "/systems/$number/compare",
  component: room(() => import("./screens/systems/CompareScreen"), "CompareScreen"),
  validateSearch: (search): { older: string; newer: string } => ({
    older: text(search.older) ?? "",
    newer: text(search.newer) ?? "",
  }),
});

export const rulesRoute = createRoute({
  getParentRoute: () => root,
  path: "/rules",
  component: room(() => import("./screens/rules/RulesScreen"), "RulesScreen"),
  validateSearch: (search): RulesSearch => ({
    agency: text(search.agency),
    kind: text(search.kind),
    q: text(search.q),
    rule: text(search.rule),
  }),
});

const isLetterKind = (value: unknown): value is LetterKind =>
  typeof value === "string" && Object.hasOwn(en.terms.letterKind, value);

export const wordingRoute = createRoute({
  getParentRoute: () => root,
  path: "/rules/letters",
  component: room(() => import("./screens/wording/WordingScreen"), "WordingScreen"),
  validateSearch: (search): WordingSearch => ({
    agency: text(search.agency),
    kind: isLetterKind(search.kind) ? search.kind : undefined,
    q: text(search.q),
    clause: text(search.clause),
    part: search.part === "spanish" ? "spanish" : undefined,
  }),
});

const ledgerRoute = createRoute({
  getParentRoute: () => root,
  path: "/ledger",
  component: room(() => import("./screens/ledger/LedgerScreen"), "LedgerScreen"),
});

const workloadRoute = createRoute({
  getParentRoute: () => root,
  path: "/workload",
  component: room(() => import("./screens/workload/WorkloadScreen"), "WorkloadScreen"),
  validateSearch: (search): WorkloadSearch => ({ agency: text(search.agency), weeks: text(search.weeks) }),
});

const mailRoute = createRoute({
  getParentRoute: () => root,
  path: "/mail",
  component: room(() => import("./screens/mail/MailScreen"), "MailScreen"),
});

export const incomingRoute = createRoute({
  getParentRoute: () => root,
  path: "/mail/in/$id",
  component: room(() => import("./screens/mail/IncomingScreen"), "IncomingScreen"),
  validateSearch: (search): IncomingSearch => (search.do === "case" ? { do: "case" } : {}),
});

const settingsRoute = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  component: room(() => import("./screens/settings/SettingsScreen"), "SettingsScreen"),
});
const helpRoute = createRoute({
  getParentRoute: () => root,
  path: "/help",
  component: room(() => import("./screens/help/HelpScreen"), "HelpScreen"),
  validateSearch: (search): HelpSearch => ({
    term: text(search.term),
    ...(search.part === "about" ? { part: "about" } : {}),
  }),
});

const routeTree = root.addChildren([
  worklistRoute,
  newRoute,
  caseRoute,
  composerRoute,
  issuedRoute,
  accountingRoute,
  personRoute,
  systemsRoute,
  systemRoute,
  compareRoute,
  rulesRoute,
  wordingRoute,
  mailRoute,
  incomingRoute,
  workloadRoute,
  ledgerRoute,
  settingsRoute,
  helpRoute,
]);

export function createAppRouter(history: RouterHistory = createHashHistory()) {
  return createRouter({
    routeTree,
    history,
    defaultErrorComponent: Failed,
    defaultNotFoundComponent: NoSuchPage,
  });
}

export type AppRouter = ReturnType<typeof createAppRouter>;

/** Brings every room, one after the other, while the passphrase is typed: no room is waited for when it is entered. */
export async function bringRooms(router: AppRouter): Promise<void> {
  for (const route of Object.values(router.routesById)) {
    const component = route.options.component as AsyncRouteComponent<unknown> | undefined;
    await component?.preload?.();
  }
}

declare module "@tanstack/react-router" {
  interface Register {
    router: AppRouter;
  }
}

// A believable desk in memory: for tests, and for looking at the screens without the program behind them.
import { shift } from "../format/dates";
import { type Backend, type LetterAsked, Refused } from "./backend";
import { createBackups } from "./fake/backups";
import { rowOf as caseRow, type FakeCase, peopleLike, ROAD_OFFER, stateOf, viewOf } from "./fake/case";
import { agenciesOf, applied, compareRevisions, fakeSystems, onDay, pageOf } from "./fake/catalogue";
import { carryOut, refuse } from "./fake/commands";
import { runClock, workingDaysBetween } from "./fake/days";
import { createDesktop } from "./fake/desktop";
import { draftKey, draftOf, type KeptDrafts } from "./fake/letters";
import { createPrintRoom } from "./fake/printing";
import { createRulebook } from "./fake/rulebook";
import { askedFor, clocksFor, identityFor, misfitsIn, nameOf, routeFor, SPECS } from "./fake/rules";
import { SEEDS } from "./fake/seeds";
import { createStaff } from "./fake/staff";
import { createVersions } from "./fake/versions";
import { createKept, personOf, together } from "./fake/window";
import { createWordings } from "./fake/wording";
import { dueDaysOf, workloadOf } from "./fake/workload";
import type {
  CaseView,
  DeskView,
  FieldProblem,
  Intake,
  LinkedPlace,
  MailSettings,
  OutboxRow,
  Refusal,
} from "./wire";

export interface FakeOptions {
  /** `none`: no desk yet; `locked`: a desk that waits for its passphrase; `open`: the worklist at once. */
  desk?: "none" | "locked" | "open" | "practice";
  today?: string;
  /** How long every answer takes, in milliseconds. */
  delay?: number;
  seeds?: boolean;
  /** What the desk says of corrections that it leaves out. */
  leftOut?: string[];
  /** The unit of whoever works at the window. */
  unit?: string;
}

export const FAKE_PASSPHRASE = "a long walk to the mill";

export interface FakeDesk extends Backend {
  /** As if files had been dropped on the window. */
  drop(paths: string[]): void;
  /** As if somebody at another desk had added a note. */
  changeElsewhere(number: string): void;
  /** As if somebody at another desk had taken a request in. */
  arriveElsewhere(intake: Intake): void;
  /** As if the desk had been locked in another window. */
  lockElsewhere(): void;
  /** The titles of the screens that were printed. */
  printed: string[];
  /** As if the program had been opened with a link that leads here, or nowhere. */
  follow(link: LinkedPlace | Refusal): void;
  /** As if somebody had locked the screen. */
  lockScreen(): void;
  /** What was left by its key, in order. */
  left: readonly ("window" | "program")[];
  /** The tray of the desktop, and whether the program stays there. */
  tray: { shown: boolean; kept: boolean };
  /** The folder where the office lays new versions. */
  versions: ReturnType<typeof createVersions>;
  /** The numbers of cases that were opened in windows of their own. */
  windows: string[];
}

export function createFakeDesk(options: FakeOptions = optionsOfAddress()): FakeDesk {
  const today = options.today ?? "2026-11-23";
  const ground = { today, systems: fakeSystems() };
  const cases = new Map<string, FakeCase>();
  const counters: Record<string, number> = {};
  const pdfs = new Map<string, string>();
  const listeners = new Set<(paths: string[]) => void>();
  const rulebook = createRulebook(today, () => me);
  const staff = createStaff();
  const wordings = createWordings(
    today,
    () => me,
    () => staff.list(me).some((one) => one.here && one.roles.includes("approver")),
  );
  const entries = () => [...cases.values()].reduce((total, one) => total + one.history.length, 0);
  const backups = createBackups(today, () => me, entries);
  const printRoom = createPrintRoom();
  const kept = createKept(today);
  const printed: string[] = [];
  const desktop = createDesktop();
  const versions = createVersions();
  const others = new Set<() => void>();
  let lockAfter = 15;
  let outbox: OutboxRow[] = [];
  let settings: MailSettings | null = null;
  let hasDesk = options.desk !== undefined && options.desk !== "none";
  let me = "R. Blake";
  let open: DeskView | null = null;

  const deskView = (practice: boolean): DeskView => ({
    agencies: [
      { id: "usps", name: "U.S. Postal Service" },
      { id: "ssa", name: "Social Security Administration" },
    ],
    name: me,
    title: "Privacy Specialist",
    practice,
    today,
    open_cases: [...cases.values()].filter((one) => !one.closed).length,
    systems: ground.systems.length,
    corrections_left_out: options.leftOut ?? [],
    unit: options.unit ?? "",
    lock_after_minutes: lockAfter,
  });

  const find = (number: string): FakeCase =>
    cases.get(number) ?? refuse("not-found", `There is no case ${number} on this desk.`);

  function note(one: FakeCase, words: string, on = today, by = me) {
    const version = one.history.length + 1;
    const minutes = String((version * 7) % 60).padStart(2, "0");
    one.history.push({ version, at: `${on}T09:${minutes}:00-05:00`, on, by, words });
  }

  function current(number: string, version: number): FakeCase {
    const one = find(number);
    const last = one.history.at(-1);
    if (version !== one.history.length) {
      refuse(
        "changed-elsewhere",
        `${last?.by} ${last?.words} That was on ${last?.on}. Reload the case and look before you go on. Nothing of yours was recorded.`,
      );
    }
    return one;
  }

  function take(intake: Intake, on: string): FakeCase {
    const serial = (counters[intake.agency] ?? 101) + 1;
    counters[intake.agency] = serial;
    const number = `${intake.agency.toUpperCase()}-2026-${String(serial).padStart(5, "0")}`;
    const one: FakeCase = {
      number,
      intake,
      evidence: (intake.evidence ?? []).map((evidence) => ({
        evidence,
        note: "came with the request",
        requirement: null,
        paper: null,
        by: me,
        on,
      })),
      identity_verified: null,
      routing: null,
      sent: null,
      search: null,
      determination: null,
      delay: null,
      recipientsTold: false,
      papers: [],
      tasks: [],
      triage: null,
      hold: null,
      said: {},
      letters: [],
      closed: false,
      history: [],
    };
    cases.set(number, one);
    note(
      one,
      `opened ${number}: a request for ${intake.kinds.join(" and ")}, received ${intake.received}.`,
      on,
    );
    return one;
  }

  function attach(one: FakeCase, name: string, identity: boolean): CaseView {
    one.papers.push({
      paper: `${one.number}-P${one.papers.length + 1}`,
      name,
      media_type: "text/plain",
      sha256: "3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea",
      size: 24,
      identity,
      destroy_after: identity ? shift(today, 30) : null,
      destroyed: null,
      on: today,
    });
    note(one, `attached the paper ${name}.`);
    return viewOf(one, ground);
  }

  const drafts: KeptDrafts = new Map();

  function draft(one: FakeCase, asked: LetterAsked) {
    return draftOf(viewOf(one, ground), asked, drafts, wordings.words(one.intake.agency));
  }

  function issue(one: FakeCase, asked: LetterAsked, on: string) {
    const { kind } = asked;
    const written = draft(one, asked);
    if (written.why_not_issue) refuse("not-allowed", written.why_not_issue);
    const letter = `${one.number}-L${one.letters.length + 1}`;
    pdfs.set(letter, written.pdf_base64);
    one.letters.push({
      letter,
      kind,
      recipient: null,
      language: asked.language,
      arrived: null,
      name: asked.language === "en" ? nameOf(kind) : `${nameOf(kind)}, in Spanish`,
      dated: on,
      sha256: "3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea",
      bytes: 41_233,
      posted: null,
      queued: false,
      emailed: null,
      printed: null,
      not_printed: null,
    });
    note(one, `issued the letter “${nameOf(kind)}”, dated ${on} (SHA-256 3f79bb7b435b…).`, on);
  }

  function seed() {
    for (const { intake, done } of SEEDS) {
      const one = take(intake, intake.received);
      done.forEach((step, index) => {
        const on = shift(intake.received, index + 1);
        if ("issue" in step) {
          issue(one, { kind: step.issue, recipient: null, language: "en" }, on);
          const letter = one.letters.at(-1);
          if (letter && step.posted) {
            letter.posted = step.posted;
            note(one, `recorded that the letter was posted on ${step.posted}.`, step.posted);
          }
        } else {
          note(one, carryOut(one, step, ground, me, on), on);
        }
      });
    }
  }

  function openDesk(practice: boolean): DeskView {
    if (cases.size === 0 && options.seeds !== false) seed();
    hasDesk = hasDesk || !practice;
    open = deskView(practice);
    return open;
  }

  function problemsOf(intake: Intake): FieldProblem[] {
    const problems: FieldProblem[] = [];
    if (intake.requester.name === "") {
      problems.push({
        field: "requester.name",
        message: "Write the requester's name as it stands in the letter.",
      });
    }
    if (intake.text.trim() === "") {
      problems.push({ field: "text", message: "Copy what the person asks, in their own words." });
    }
    if (intake.received > today) {
      problems.push({ field: "received", message: "The day of receipt lies in the future." });
    }
    return problems;
  }

  async function answer<T>(make: () => T): Promise<T> {
    if (options.delay) await new Promise((resolve) => setTimeout(resolve, options.delay));
    else await Promise.resolve();
    return structuredClone(make());
  }

  if (options.desk === "open" || options.desk === "practice") openDesk(options.desk === "practice");

  return {
    startStatus: () => answer(() => ({ has_desk: hasDesk, has_practice: false, open })),
    createDesk: (_passphrase, newDesk) =>
      answer(() => {
        me = newDesk.name;
        return openDesk(false);
      }),
    unlock: (passphrase) =>
      answer(() =>
        passphrase === FAKE_PASSPHRASE
          ? openDesk(false)
          : refuse(
              "wrong-passphrase",
              "That passphrase does not open the desk. Nothing was changed; try again.",
            ),
      ),
    openPractice: () => answer(() => openDesk(true)),
    lock: () =>
      answer(() => {
        open = null;
        return null;
      }),
    desk: () => answer(() => deskView(open?.practice ?? false)),
    worklist: (query) =>
      answer(() => {
        const words = (query.search ?? "").toLowerCase().split(/\s+/).filter(Boolean);
        const rows = [...cases.values()]
          .filter((one) => query.closed || query.state === "closed" || !one.closed)
          .filter((one) => !query.agency || one.intake.agency === query.agency)
          .filter((one) => !query.state || stateOf(one) === query.state)
          .filter((one) => !query.watched || one.watched === true)
          .filter((one) => {
            if (!query.whose) return true;
            const who = one.assignee ?? "";
            return query.whose === "mine"
              ? who === me
              : query.whose === "nobody"
                ? who === ""
                : who === query.whose;
          })
          .filter((one) => !query.due || caseRow(one, ground).nearness === query.due)
          .filter((one) => {
            const all = `${one.number} ${one.intake.requester.name} ${one.intake.text} ${one.routing?.system ?? ""}`;
            return words.every((word) => all.toLowerCase().includes(word));
          })
          .map((one) => caseRow(one, ground))
          .sort((a, b) => (a.next_by ?? "9999").localeCompare(b.next_by ?? "9999"));
        return { rows, total: rows.length, more_than_total: false, next_page: null };
      }),
    workload: (asked) => answer(() => workloadOf([...cases.values()], ground, asked)),
    dueCalendar: (agency, from, to) => answer(() => dueDaysOf([...cases.values()], ground, agency, from, to)),
    casesDue: (agency, on) =>
      answer(() => {
        const rows = [...cases.values()]
          .filter((one) => !one.closed && (!agency || one.intake.agency === agency))
          .map((one) => caseRow(one, ground))
          .filter((row) => row.next_by === on);
        return { rows, total: rows.length, more_than_total: false, next_page: null };
      }),
    setLockAfter: (minutes) =>
      answer(() => {
        if (minutes < 1 || minutes > 120)
          refuse("bad-input", "Choose between 1 and 120 minutes.", { field: "minutes" });
        lockAfter = minutes;
        open = deskView(open?.practice ?? false);
        return open;
      }),
    windows: [],
    printScreen: () =>
      answer(() => {
        printed.push(document.title);
        return null;
      }),
    printed,
    openWindow(number) {
      this.windows.push(find(number).number);
      return answer(() => null);
    },
    onDeskChanged(changed) {
      others.add(changed);
      return () => others.delete(changed);
    },
    mainWindow: true,
    zoom: (percent) =>
      answer(() => {
        document.documentElement.style.zoom = String(percent / 100);
        return null;
      }),
    versions,
    versionPlace: () => answer(() => versions.place()),
    setVersionFolder: (folder) =>
      answer(() => {
        if (!/^$|^[/\\]/.test(folder.trim()))
          return refuse("bad-input", "Write the whole path.", { field: "folder" });
        return versions.name(folder);
      }),
    lookForVersion: () =>
      answer(() => {
        const laid = versions.laid();
        if (laid && "code" in laid) throw new Refused(laid);
        return laid;
      }),
    versionNotice: () =>
      answer(() => {
        const laid = versions.laid();
        const place = versions.place();
        return !laid || "code" in laid || !place.may_change || place.folder === "" ? null : laid;
      }),
    closeWindow: () => answer(() => desktop.leave("window")),
    quit: () => answer(() => desktop.leave("program")),
    desktopAbilities: () =>
      answer(() => ({ notifications: true, screen_lock: true, tray: desktop.tray.shown })),
    tray: desktop.tray,
    keepInTray: (wanted) =>
      answer(() => {
        desktop.tray.kept = wanted;
        return null;
      }),
    reminderSettings: () => answer(() => desktop.settings()),
    setReminderSettings: (settings) => answer(() => desktop.choose(settings)),
    takeLink: () =>
      answer(() => {
        if (!open) return refuse("locked", "The desk is locked.");
        const link = desktop.takeLink();
        if (link && "code" in link) throw new Refused(link);
        return link;
      }),
    onLink: desktop.onLink,
    onScreenLocked: desktop.onScreenLocked,
    follow: desktop.follow,
    lockScreen: desktop.lockScreen,
    left: desktop.left,
    previewTogether: (selection, command) => answer(() => together(selection, command, find, null)),
    actTogether: (selection, command) => answer(() => together(selection, command, find, note)),
    filters: () => answer(() => kept.filters()),
    saveFilter: (name, filter) => answer(() => kept.saveFilter(name, filter)),
    forgetFilter: (name) => answer(() => kept.forgetFilter(name)),
    watch: (number, on) =>
      answer(() => {
        find(number).watched = on;
        return on ? [me] : [];
      }),
    saveDraft: (form, _number, body) => answer(() => kept.saveDraft(form, body)),
    draft: (form) => answer(() => kept.draft(form)),
    forgetDraft: (form) => answer(() => kept.forgetDraft(form)),
    accounting: (asked) => answer(() => kept.accounting(asked)),
    enterDisclosure: (given) => answer(() => kept.enter(given, me)),
    strikeDisclosure: (id, reason) => answer(() => kept.strike(id, reason)),
    person: (number, role) =>
      answer(() => personOf(find(number), role, peopleLike(find(number), [...cases.values()]))),
    previewIntake: (intake) =>
      answer(() => {
        const kind = intake.kinds[0] ?? "access";
        const identity = identityFor(intake.agency, kind, intake.channel);
        const unmet = identity.requirements.filter(
          (requirement) => !requirement.any_of.some((evidence) => intake.evidence?.includes(evidence)),
        );
        const clocks = clocksFor(intake.agency, kind).flatMap((id) => {
          const spec = SPECS[id];
          if (!spec) return [];
          const clock = runClock(spec, intake.received);
          const daysLeft = workingDaysBetween(today, clock.send_by);
          const status = daysLeft < 0 ? ("overdue" as const) : ("running" as const);
          return [{ ...clock, status, met_on: null, working_days_left: daysLeft }];
        });
        const first = unmet[0];
        return {
          identity,
          asked: askedFor(intake, identity, intake.evidence ?? []),
          misfits: misfitsIn(intake),
          triage: ROAD_OFFER,
          cases: 1,
          unmet,
          route: routeFor(intake, ground.systems),
          clocks,
          next: [
            {
              step: first ? "record-evidence" : "verify-identity",
              words: first ? "Record the proof of identity" : "Confirm that identity is proved",
              why:
                first?.words ??
                "Everything that the rule asks is recorded; a person looks at it and confirms.",
              by: clocks[0]?.send_by ?? null,
              cite: first?.cite ?? identity.cites[0] ?? "",
              letter: null,
              recipient: null,
              who: null,
            },
          ],
          problems: problemsOf(intake),
        };
      }),
    openCase: (intake) =>
      answer(() => {
        const problem = problemsOf(intake)[0];
        if (problem)
          refuse("bad-input", `${problem.message} The case was not opened.`, { field: problem.field });
        return viewOf(take(intake, today), ground);
      }),
    caseView: (number) => answer(() => viewOf(find(number), ground)),
    act: (number, version, command) =>
      answer(() => {
        const one = current(number, version);
        note(one, carryOut(one, command, ground, me, today));
        return viewOf(one, ground);
      }),
    whatIf: (_agency, clock, from) =>
      answer(() => {
        const spec = SPECS[clock];
        return spec ? runClock(spec, from) : refuse("not-found", "There is no such clock.");
      }),
    dispose: (number, version) =>
      answer(() => {
        current(number, version);
        return refuse("not-allowed", "Nobody proposed disposal. Nothing was destroyed.");
      }),
    people: (number) => answer(() => peopleLike(find(number), [...cases.values()])),
    sayOfPeople: (number, word) =>
      answer(() => {
        const one = find(number);
        if (word.reason === "")
          refuse("bad-input", "Say how you know: the ledger keeps it.", { field: "reason" });
        one.said[word.other] = { id: 1, same: word.same, reason: word.reason, by: me, on: today };
        return peopleLike(one, [...cases.values()]);
      }),
    unsayOfPeople: (number) =>
      answer(() => {
        const one = find(number);
        one.said = {};
        return peopleLike(one, [...cases.values()]);
      }),
    chooseAndAttachPaper: (number, version, identity) =>
      answer(() => attach(current(number, version), "letter.txt", identity)),
    attachDroppedPaper: (number, version, path, identity) =>
      answer(() => attach(current(number, version), path.split("/").at(-1) ?? path, identity)),
    paper: () => answer(() => ({ media_type: "text/plain", base64: btoa("My letter of 3 November.") })),
    savePaper: (number) => answer(() => `${number}-paper.txt`),
    destroyPaper: (number, version, paper, reason) =>
      answer(() => {
        const one = current(number, version);
        if (reason === "") refuse("bad-input", "Say why: the ledger keeps it.", { field: "reason" });
        one.papers = one.papers.map((row) => (row.paper === paper ? { ...row, destroyed: today } : row));
        note(one, "destroyed a paper.");
        return viewOf(one, ground);
      }),
    staff: () => answer(() => staff.list(me)),
    addStaff: (member) => answer(() => staff.add(member, me)),
    changeStaff: (member) => answer(() => staff.change(member, me)),
    deactivateStaff: (name, reason) => answer(() => staff.leave(name, reason, me)),
    workAs: (name) =>
      answer(() => {
        me = staff.called(name);
        open = deskView(open?.practice ?? false);
        return open;
      }),
    systems: (query) => answer(() => pageOf(ground.systems, query)),
    libraryAgencies: () => answer(() => agenciesOf(ground.systems)),
    correctNotice: (number, effectiveFrom, corrected, reason) =>
      answer(() => {
        const system = ground.systems.find((one) => one.number === number);
        if (!system) return refuse("not-found", `The library has no system ${number}.`);
        if (reason.trim().length < 8)
          refuse("bad-input", "Say why, in a few words: the ledger keeps it.", { field: "reason" });
        const as_read = applied(system, corrected);
        const correction = {
          id: `correction-${system.corrections.length + 1}`,
          number,
          effective_from: effectiveFrom,
          corrected,
          reason,
          by: me,
          on: today,
        };
        system.corrections = [...system.corrections, { correction, as_read, carried_from: null }];
        return { ...system };
      }),
    withdrawNoticeCorrection: (id) =>
      answer(() => {
        for (const system of ground.systems) {
          const withdrawn = system.corrections.find((one) => one.correction.id === id);
          if (!withdrawn) continue;
          applied(system, withdrawn.as_read);
          system.corrections = system.corrections.filter((one) => one !== withdrawn);
        }
        return null;
      }),
    system: (number, on) =>
      answer(() => {
        const system = ground.systems.find((one) => one.number === number);
        return system ? onDay(system, on) : refuse("not-found", `The catalogue has no system ${number}.`);
      }),
    compare: (number, older, newer) =>
      answer(() => {
        const system = ground.systems.find((one) => one.number === number);
        return system
          ? compareRevisions(system, older, newer)
          : refuse("not-found", "There is no such system.");
      }),
    chooseAndImportNotices: () => answer(() => importReport(["usps-890-notice.xml", "minutes.docx"])),
    importNoticeFiles: (paths) =>
      answer(() => importReport(paths.map((path) => path.split("/").at(-1) ?? path))),
    rules: (agency) => answer(() => rulebook.rules(agency)),
    corrections: () => answer(() => rulebook.corrections()),
    previewCorrection: (text) => answer(() => rulebook.preview(text)),
    takeCorrection: (text, reason) => answer(() => rulebook.take(text, reason)),
    withdrawCorrection: (id, reason) => answer(() => rulebook.withdraw(id, reason)),
    wording: (agency) => answer(() => wordings.view(agency)),
    previewWording: (agency, given) => answer(() => wordings.preview(agency, given)),
    previewWordingPage: (agency, given) => answer(() => wordings.page(agency, given)),
    proposeWording: (agency, given) => answer(() => wordings.propose(agency, given)),
    approveWording: (agency, version) => answer(() => wordings.approve(agency, version)),
    rollBackWording: (agency, version) => answer(() => wordings.rollBack(agency, version)),
    approveTranslation: (agency, language, translator) =>
      answer(() => wordings.approveTranslation(agency, language, translator)),
    saveForm: (agency, kind, language) => answer(() => `${agency}-${kind}-${language}.pdf`),
    draftLetter: (number, asked) => answer(() => draft(find(number), asked)),
    editLetter: (number, asked, revision, edits) =>
      answer(() => {
        const kept = drafts.get(draftKey(number, asked));
        if ((kept?.revision ?? 0) !== revision) {
          return refuse("changed-elsewhere", "Somebody else edited this letter in the meantime.");
        }
        drafts.set(draftKey(number, asked), { revision: revision + 1, edits, by: me });
        return draft(find(number), asked);
      }),
    issueLetter: (number, version, asked) =>
      answer((): CaseView => {
        const one = current(number, version);
        issue(one, asked, today);
        return viewOf(one, ground);
      }),
    letterPdf: (_number, letter) =>
      answer(() => pdfs.get(letter) ?? refuse("not-found", "There is no such letter.")),
    saveLetter: (number) => answer(() => `${number}.pdf`),
    printers: () => answer(() => printRoom.printers()),
    lettersToPrint: () => answer(() => printRoom.waiting([...cases.values()])),
    printSettings: () => answer(() => printRoom.settings()),
    printLetters: (letters, how) => printRoom.print(letters, how, [...cases.values()], today),
    printProgress: () => answer(() => printRoom.progress()),
    stopPrinting: () =>
      answer(() => {
        printRoom.stop();
        return null;
      }),
    saveBatch: () => answer(() => `letters-${today}.pdf`),
    queueLetter: (number, version, letter) =>
      answer(() => {
        const one = current(number, version);
        const found = one.letters.find((row) => row.letter === letter);
        if (!found) return refuse("not-found", "This case has no such letter.");
        found.queued = true;
        outbox = [
          {
            id: `m${outbox.length + 1}`,
            case_number: number,
            letter,
            letter_name: found.name,
            to: one.intake.requester.email ?? "",
            state: "queued",
            tries: 0,
            reason: null,
            queued_on: today,
          },
          ...outbox,
        ];
        note(one, "put the letter into the outbox.");
        return viewOf(one, ground);
      }),
    verifyLedger: () =>
      answer(() => ({
        entries: entries(),
        letters: [...cases.values()].reduce((total, one) => total + one.letters.length, 0),
        broken: null,
      })),
    ledgerProgress: () => answer(() => ({ read: 0, of: entries() })),
    stopReadingLedger: () => answer(() => null),
    exportLedger: () => answer(entries),
    backups: () => answer(backups.view),
    chooseFolder: () => answer(() => "/media/archive"),
    planBackups: (plan) => answer(() => backups.plan(plan)),
    backUpNow: () => answer(backups.now),
    backUpIfDue: () => answer(() => null),
    drill: () => answer(backups.drill),
    restoreBackup: (passphrase) =>
      answer(() => {
        open = null;
        if (passphrase !== FAKE_PASSPHRASE)
          refuse("wrong-passphrase", "That passphrase does not open the backup. Nothing was changed.");
        return { entries: entries(), kept: `/desks/before-restore-${today}.desk` };
      }),
    outbox: () => answer(() => outbox),
    sendMail: () =>
      answer(() => {
        const waiting = outbox.filter((row) => row.state !== "sent");
        for (const row of waiting) {
          row.tries += 1;
          row.state = settings ? "sent" : "failed";
          row.reason = settings ? null : "No mail server is set up.";
          const letter = find(row.case_number).letters.find((one) => one.letter === row.letter);
          if (letter && settings) letter.emailed = today;
        }
        return settings ? { sent: waiting.length, failed: 0 } : { sent: 0, failed: waiting.length };
      }),
    mailSettings: () => answer(() => (settings ? { ...settings, password: "" } : null)),
    setMailSettings: (changed) =>
      answer(() => {
        if (changed.host === "")
          throw new Refused({
            code: "bad-input",
            message: "Write the mail server's host name.",
            cite: null,
            field: "host",
          });
        settings = changed;
        return null;
      }),
    onFilesDropped(dropped) {
      listeners.add(dropped);
      return () => listeners.delete(dropped);
    },
    arriveElsewhere(intake) {
      take(intake, today);
    },
    lockElsewhere() {
      open = null;
      for (const changed of others) changed();
    },
    drop(paths) {
      for (const listener of listeners) listener(paths);
    },
    changeElsewhere(number) {
      note(find(number), "noted: the requester telephoned.", today, "L. Ferreira");
    },
  };
}

function importReport(files: string[]) {
  return {
    files: files.map((file) =>
      /\.(txt|xml|html?|pdf)$/i.test(file)
        ? {
            file,
            systems: ["USPS 890.000, revision of 1 July 2020"],
            not_understood: ["USPS 890.000, retrieval: the sentence names no identifier."],
            refused: null,
          }
        : {
            file,
            systems: [],
            not_understood: [],
            refused: "This is not a text, XML, HTML or PDF file. Nothing was imported from it.",
          },
    ),
  };
}

/** In the browser the address chooses the state to look at: `?desk=open`. */
function optionsOfAddress(): FakeOptions {
  const desk = new URLSearchParams(globalThis.location?.search ?? "").get("desk");
  // The router keeps its own search behind the #; one before it would be taken for part of that.
  if (desk !== null) history.replaceState(null, "", location.pathname + location.hash);
  return { desk: desk === "open" || desk === "locked" || desk === "practice" ? desk : "none", delay: 60 };
}

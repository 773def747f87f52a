// A believable desk in memory: for tests, and for looking at the screens without the program behind them.
import { type Backend, Refused } from "./backend";
import { createBackups } from "./fake/backups";
import { peopleLike } from "./fake/case";
import { createCases } from "./fake/cases";
import { agenciesOf, fakeSystems, pageOf } from "./fake/catalogue";
import { carryOut, refuse } from "./fake/commands";
import { runClock } from "./fake/days";
import { createDesktop } from "./fake/desktop";
import { createInbox } from "./fake/inbox";
import { previewOf, problemsOf } from "./fake/intake";
import { createLibrary, importReport } from "./fake/library";
import { createOutbox } from "./fake/outbox";
import { createPrintRoom } from "./fake/printing";
import { createRulebook } from "./fake/rulebook";
import { SPECS } from "./fake/rules";
import { createStaff } from "./fake/staff";
import { remembering, takeBack } from "./fake/undo";
import { createVersions } from "./fake/versions";
import { viewOf } from "./fake/view";
import { createKept, personOf, together } from "./fake/window";
import { createWordings } from "./fake/wording";
import { casesDueOn, worklistOf } from "./fake/worklist";
import { dueDaysOf, workloadOf } from "./fake/workload";
import type { CaseView, DeskView, Intake, LinkedPlace, MenuGiven, Refusal } from "./wire";

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
  /** Whose habits of dates and numbers the computer has, as a language tag. */
  region?: string;
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
  /** The menu bar as it is shown. */
  menu(): MenuGiven[];
  /** As if somebody had chosen this in the menu bar. */
  chooseInMenu(id: string): void;
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
  const listeners = new Set<(paths: string[]) => void>();
  const rulebook = createRulebook(today, () => me);
  const staff = createStaff();
  const wordings = createWordings(
    today,
    () => me,
    () => staff.list(me).some((one) => one.here && one.roles.includes("approver")),
  );
  const cases = createCases(ground, () => me, wordings.words);
  const library = createLibrary(ground.systems, today, () => me);
  const outbox = createOutbox(today, cases.find);
  const inbox = createInbox(today, () => me, cases.attach);
  const { entries } = cases;
  const backups = createBackups(today, () => me, entries);
  const printRoom = createPrintRoom();
  const kept = createKept(today);
  const printed: string[] = [];
  const desktop = createDesktop();
  const versions = createVersions();
  const others = new Set<() => void>();
  let lockAfter = 15;
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
    open_cases: cases.all().filter((one) => !one.closed).length,
    systems: ground.systems.length,
    corrections_left_out: options.leftOut ?? [],
    unit: options.unit ?? "",
    lock_after_minutes: lockAfter,
  });

  const { find, current, note } = cases;

  function openDesk(practice: boolean): DeskView {
    if (cases.all().length === 0 && options.seeds !== false) {
      cases.seed();
      inbox.seed();
    }
    hasDesk = hasDesk || !practice;
    open = deskView(practice);
    return open;
  }

  async function answer<T>(make: () => T): Promise<T> {
    if (options.delay) await new Promise((resolve) => setTimeout(resolve, options.delay));
    else await Promise.resolve();
    return structuredClone(make());
  }

  if (options.desk === "open" || options.desk === "practice") openDesk(options.desk === "practice");

  return {
    startStatus: () =>
      answer(() => ({ has_desk: hasDesk, has_practice: false, open, region: options.region ?? "en-US" })),
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
    worklist: (query) => answer(() => worklistOf(cases.all(), ground, me, query)),
    workload: (asked) => answer(() => workloadOf(cases.all(), ground, asked)),
    dueCalendar: (agency, from, to) => answer(() => dueDaysOf(cases.all(), ground, agency, from, to)),
    casesDue: (agency, on) => answer(() => casesDueOn(cases.all(), ground, agency, on)),
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
    showMenu: (menus) => answer(() => desktop.showMenu(menus)),
    onMenu: desktop.onMenu,
    menu: desktop.menu,
    chooseInMenu: desktop.chooseInMenu,
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
      answer(() => personOf(find(number), role, peopleLike(find(number), cases.all()))),
    previewIntake: (intake) => answer(() => previewOf(intake, ground)),
    openCase: (intake, arrived) =>
      answer(() => {
        const problem = problemsOf(intake, today)[0];
        if (problem)
          refuse("bad-input", `${problem.message} The case was not opened.`, { field: problem.field });
        for (const one of arrived) inbox.find(one.incoming);
        const opened = cases.take(intake, today);
        for (const one of arrived) inbox.fileInto(opened, one);
        return viewOf(opened, ground);
      }),
    caseView: (number) => answer(() => viewOf(find(number), ground)),
    act: (number, version, command) =>
      answer(() => {
        const one = current(number, version);
        const step = () => carryOut(one, command, ground, me, today);
        const undoing = command.command === "undo";
        note(one, undoing ? takeBack(one) : remembering(one, command.command, step));
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
    people: (number) => answer(() => peopleLike(find(number), cases.all())),
    sayOfPeople: (number, word) =>
      answer(() => {
        const one = find(number);
        if (word.reason === "")
          refuse("bad-input", "Say how you know: the ledger keeps it.", { field: "reason" });
        one.said[word.other] = { id: 1, same: word.same, reason: word.reason, by: me, on: today };
        return peopleLike(one, cases.all());
      }),
    unsayOfPeople: (number) =>
      answer(() => {
        const one = find(number);
        one.said = {};
        return peopleLike(one, cases.all());
      }),
    chooseAndAttachPaper: (number, version, identity) =>
      answer(() => cases.attach(current(number, version), "letter.txt", identity)),
    attachDroppedPaper: (number, version, path, identity) =>
      answer(() => {
        const one = version === null ? find(number) : current(number, version);
        return cases.attach(one, path.split("/").at(-1) ?? path, identity);
      }),
    paper: (number, paper) =>
      answer(() => ({
        media_type:
          find(number).papers.find((row) => row.paper === paper)?.media_type ?? "application/octet-stream",
        base64: btoa("My letter of 3 November."),
      })),
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
      answer(() => library.correct(number, effectiveFrom, corrected, reason)),
    withdrawNoticeCorrection: (id) =>
      answer(() => {
        library.withdraw(id);
        return null;
      }),
    system: (number, on) => answer(() => library.read(number, on)),
    compare: (number, older, newer) => answer(() => library.compare(number, older, newer)),
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
    draftLetter: (number, asked) => answer(() => cases.draft(find(number), asked)),
    editLetter: (number, asked, revision, edits) =>
      answer(() => cases.edit(find(number), asked, revision, edits)),
    issueLetter: (number, version, asked) =>
      answer((): CaseView => {
        const one = current(number, version);
        cases.issue(one, asked, today);
        return viewOf(one, ground);
      }),
    letterPdf: (_number, letter) => answer(() => cases.pdfOf(letter)),
    saveLetter: (number) => answer(() => `${number}.pdf`),
    printers: () => answer(() => printRoom.printers()),
    lettersToPrint: () => answer(() => printRoom.waiting(cases.all())),
    printSettings: () => answer(() => printRoom.settings()),
    printLetters: (letters, how) => printRoom.print(letters, how, cases.all(), today),
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
        outbox.queue(one, letter);
        note(one, "put the letter into the outbox.");
        return viewOf(one, ground);
      }),
    verifyLedger: () =>
      answer(() => ({
        entries: entries(),
        letters: cases.all().reduce((total, one) => total + one.letters.length, 0),
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
    inbox: () => answer(inbox.view),
    incoming: (id) => answer(() => inbox.one(id)),
    chooseAndTakeIn: () => answer(() => inbox.takeIn(["claim.eml", "minutes.docx"])),
    takeInDropped: (paths) => answer(() => inbox.takeIn(paths)),
    incomingPart: (id, part) => answer(() => inbox.partOf(id, part)),
    saveIncomingPart: (_id, part) => answer(() => `mail-part-${part + 1}.pdf`),
    fileIncoming: (number, version, id, identity) =>
      answer(() => {
        const one = version === null ? find(number) : current(number, version);
        inbox.fileInto(one, { incoming: id, identity });
        return viewOf(one, ground);
      }),
    setAsideIncoming: (id, why) => answer(() => inbox.setAside(id, why)),
    putBackIncoming: (id) => answer(() => inbox.putBack(id)),
    destroyIncoming: (id) => answer(() => inbox.destroy(id)),
    outbox: () => answer(outbox.rows),
    sendMail: () => answer(outbox.send),
    mailSettings: () => answer(outbox.settings),
    setMailSettings: (changed) =>
      answer(() => {
        outbox.change(changed);
        return null;
      }),
    onFilesDropped(dropped) {
      listeners.add(dropped);
      return () => listeners.delete(dropped);
    },
    arriveElsewhere(intake) {
      cases.take(intake, today);
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

/** In the browser the address chooses the state to look at: `?desk=open`, or `?desk=open&region=de-DE`. */
function optionsOfAddress(): FakeOptions {
  const asked = new URLSearchParams(globalThis.location?.search ?? "");
  const desk = asked.get("desk");
  // The router keeps its own search behind the #; one before it would be taken for part of that.
  if (desk !== null || asked.has("region")) history.replaceState(null, "", location.pathname + location.hash);
  return {
    desk: desk === "open" || desk === "locked" || desk === "practice" ? desk : "none",
    delay: 60,
    region: asked.get("region") ?? "en-US",
  };
}

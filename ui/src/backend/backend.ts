// What the window can ask of the desk. Every method answers or throws a Refused with a sentence for people.
import type {
  AccountingAsked,
  AccountingLine,
  AgencyId,
  Arrived,
  BackupMade,
  BackupPlan,
  BackupsView,
  BlockEdit,
  BulkLine,
  CaseView,
  CertificateView,
  Clock,
  Command,
  Comparison,
  Corrected,
  Correction,
  DesktopAbilities,
  DeskView,
  DisclosureGiven,
  DraftView,
  DrillResult,
  DueDay,
  FormKind,
  ImportReport,
  Inbox,
  IncomingView,
  Intake,
  IntakePreview,
  Language,
  LedgerProgress,
  LedgerRead,
  LetterDraft,
  LetterKind,
  LetterOfCase,
  LetterToPrint,
  LibraryAgencyView,
  LinkedPlace,
  ListedRule,
  MailSettings,
  MenuGiven,
  NewDesk,
  NewStaff,
  NewVersion,
  OutboxRow,
  OverlayPreview,
  PaperShown,
  PeopleOfCase,
  PersonView,
  Printer,
  PrintProgress,
  PrintReport,
  PrintSettings,
  Refusal,
  ReminderSettings,
  Restored,
  SavedFilter,
  Selected,
  SendReport,
  StaffView,
  StartStatus,
  SystemsPage,
  SystemsQuery,
  SystemView,
  TakenIn,
  VersionPlace,
  WordingGiven,
  WordingPreview,
  WordingView,
  WordOnPeople,
  Worklist,
  WorklistQuery,
  Workload,
  WorkloadAsked,
} from "./wire";

/** Which letter of a case. */
export interface LetterAsked {
  kind: LetterKind;
  /** The earlier recipient of the record to whom the letter goes. */
  recipient: number | null;
  language: Language;
}

export interface Backend {
  startStatus(): Promise<StartStatus>;
  createDesk(passphrase: string, newDesk: NewDesk): Promise<DeskView>;
  unlock(passphrase: string): Promise<DeskView>;
  openPractice(): Promise<DeskView>;
  lock(): Promise<null>;
  desk(): Promise<DeskView>;
  setLockAfter(minutes: number): Promise<DeskView>;
  /** Opens the print dialog of the system for the screen that is open. */
  printScreen(): Promise<null>;
  /** Opens a case in a window of its own, or brings that window to the front. */
  openWindow(number: string): Promise<null>;
  /** Calls back when the desk was opened or locked in another window; returns the way to stop. */
  onDeskChanged(changed: () => void): () => void;
  /** Whether this is the window that opens with the program, and not one on a single case. */
  mainWindow: boolean;
  /** Shows this window larger or smaller, in percent of the usual size. */
  zoom(percent: number): Promise<null>;
  /** Closes this window, as the button of its frame does. */
  closeWindow(): Promise<null>;
  /** Ends the program with all of its windows. */
  quit(): Promise<null>;
  desktopAbilities(): Promise<DesktopAbilities>;
  reminderSettings(): Promise<ReminderSettings>;
  setReminderSettings(settings: ReminderSettings): Promise<null>;
  /** Keeps the program in the tray when its last window is closed, or no longer; refused where there is no tray. */
  keepInTray(wanted: boolean): Promise<null>;
  versionPlace(): Promise<VersionPlace>;
  /** An empty folder means that the office names none. */
  setVersionFolder(folder: string): Promise<VersionPlace>;
  /** A newer version in the office's folder; nothing where there is none. */
  lookForVersion(): Promise<NewVersion | null>;
  /** The same unasked, for who administers the desk; nothing where something stands in the way. */
  versionNotice(): Promise<NewVersion | null>;
  /** Where the link leads that the program was opened with, once; refused where it leads nowhere. */
  takeLink(): Promise<LinkedPlace | null>;
  /** Calls back when a link waits; returns the way to stop. */
  onLink(waits: () => void): () => void;
  /** Shows the menu bar. */
  showMenu(menus: MenuGiven[]): Promise<null>;
  /** Calls back with the id of what was chosen in the menu bar; returns the way to stop. */
  onMenu(chosen: (id: string) => void): () => void;
  /** Calls back when the screen is locked; returns the way to stop. */
  onScreenLocked(locked: () => void): () => void;
  worklist(query: WorklistQuery): Promise<Worklist>;
  workload(asked: WorkloadAsked): Promise<Workload>;
  /** Every day of a stretch, with how many open cases have their next thing due on it. */
  dueCalendar(agency: AgencyId | null, from: string, to: string): Promise<DueDay[]>;
  casesDue(agency: AgencyId | null, on: string): Promise<Worklist>;
  previewTogether(selection: Selected[], command: Command): Promise<BulkLine[]>;
  actTogether(selection: Selected[], command: Command): Promise<BulkLine[]>;
  filters(): Promise<SavedFilter[]>;
  /** `filter`: the worklist query as JSON. */
  saveFilter(name: string, filter: string): Promise<SavedFilter[]>;
  forgetFilter(name: string): Promise<SavedFilter[]>;
  /** Answers with who watches the case. */
  watch(number: string, on: boolean): Promise<string[]>;
  /** Keeps what was typed into a form, encrypted in the desk; `number` names the case that it is about. */
  saveDraft(form: string, number: string | null, body: string): Promise<null>;
  draft(form: string): Promise<DraftView | null>;
  forgetDraft(form: string): Promise<null>;
  accounting(asked: AccountingAsked): Promise<AccountingLine[]>;
  enterDisclosure(given: DisclosureGiven): Promise<AccountingLine[]>;
  strikeDisclosure(id: string, reason: string): Promise<null>;
  /** `role`: `requester`, `subject` or `representative`. */
  person(number: string, role: string): Promise<PersonView>;
  previewIntake(intake: Intake): Promise<IntakePreview>;
  /** Each message or scan of `arrived` is filed in the case that is opened. */
  openCase(intake: Intake, arrived: Arrived[]): Promise<CaseView>;
  caseView(number: string): Promise<CaseView>;
  act(number: string, version: number, command: Command): Promise<CaseView>;
  whatIf(agency: AgencyId, clock: string, from: string): Promise<Clock>;
  dispose(number: string, version: number): Promise<CertificateView>;
  people(number: string): Promise<PeopleOfCase>;
  sayOfPeople(number: string, word: WordOnPeople): Promise<PeopleOfCase>;
  unsayOfPeople(number: string, id: number, reason: string): Promise<PeopleOfCase>;
  /** Asks for a file in the system's own dialog; null when the person cancels. */
  chooseAndAttachPaper(number: string, version: number, identity: boolean): Promise<CaseView | null>;
  /** Without a version, to the case as it stands now. */
  attachDroppedPaper(
    number: string,
    version: number | null,
    path: string,
    identity: boolean,
  ): Promise<CaseView>;
  paper(number: string, paper: string): Promise<PaperShown>;
  savePaper(number: string, paper: string): Promise<string | null>;
  destroyPaper(number: string, version: number, paper: string, reason: string): Promise<CaseView>;
  staff(): Promise<StaffView[]>;
  addStaff(member: NewStaff): Promise<StaffView[]>;
  changeStaff(member: NewStaff): Promise<StaffView[]>;
  deactivateStaff(name: string, reason: string): Promise<StaffView[]>;
  workAs(name: string): Promise<DeskView>;
  systems(query: SystemsQuery): Promise<SystemsPage>;
  libraryAgencies(): Promise<LibraryAgencyView[]>;
  system(number: string, on: string | null): Promise<SystemView>;
  compare(number: string, older: string, newer: string): Promise<Comparison>;
  correctNotice(
    number: string,
    effectiveFrom: string,
    corrected: Corrected,
    reason: string,
  ): Promise<SystemView>;
  withdrawNoticeCorrection(id: string, reason: string): Promise<null>;
  /** Asks for files in the system's own dialog; null when the person cancels. */
  chooseAndImportNotices(): Promise<ImportReport | null>;
  importNoticeFiles(paths: string[]): Promise<ImportReport>;
  /** Every rule that binds an agency as it stands on a day; without a day, today. */
  rules(agency: AgencyId, on: string | null): Promise<ListedRule[]>;
  /** The office's corrections to the rulebooks, the newest first. */
  corrections(): Promise<Correction[]>;
  previewCorrection(text: string): Promise<OverlayPreview>;
  takeCorrection(text: string, reason: string): Promise<Correction>;
  withdrawCorrection(id: number, reason: string): Promise<Correction>;
  /** Every clause of an agency's letters, and what the office words itself. */
  wording(agency: AgencyId): Promise<WordingView>;
  /** What a wording would do to the letters of the sample cases; nothing is recorded. */
  previewWording(agency: AgencyId, given: WordingGiven): Promise<WordingPreview>;
  /** A letter of the sample cases as PDF, in base64, as it would look with the wording; nothing is recorded. */
  previewWordingPage(agency: AgencyId, given: WordingGiven): Promise<string>;
  /** Records a wording, which waits for the approval of another person. */
  proposeWording(agency: AgencyId, given: WordingGiven): Promise<WordingView>;
  approveWording(agency: AgencyId, version: number): Promise<WordingView>;
  /** Brings an earlier version back, which waits for approval like any other. */
  rollBackWording(agency: AgencyId, version: number): Promise<WordingView>;
  approveTranslation(agency: AgencyId, language: Language, translator: string): Promise<WordingView>;
  /** The name of the saved blank form; null when the person cancels. */
  saveForm(agency: AgencyId, kind: FormKind, language: Language): Promise<string | null>;
  draftLetter(number: string, asked: LetterAsked): Promise<LetterDraft>;
  /** Keeps paragraphs edited by hand; refused where somebody else kept theirs after `revision`. */
  editLetter(number: string, asked: LetterAsked, revision: number, edits: BlockEdit[]): Promise<LetterDraft>;
  issueLetter(number: string, version: number, asked: LetterAsked): Promise<CaseView>;
  /** The PDF in base64. */
  letterPdf(number: string, letter: string): Promise<string>;
  /** The name of the saved file; null when the person cancels. */
  saveLetter(number: string, letter: string): Promise<string | null>;
  printers(): Promise<Printer[]>;
  lettersToPrint(): Promise<LetterToPrint[]>;
  printSettings(): Promise<PrintSettings>;
  /** Ends when everything is printed, refused or stopped. */
  printLetters(letters: LetterOfCase[], settings: PrintSettings): Promise<PrintReport>;
  printProgress(): Promise<PrintProgress | null>;
  stopPrinting(): Promise<null>;
  /** The name of the saved file; null when the person cancels. */
  saveBatch(letters: LetterOfCase[], settings: PrintSettings): Promise<string | null>;
  queueLetter(number: string, version: number, letter: string, forms: FormKind[]): Promise<CaseView>;
  verifyLedger(): Promise<LedgerRead>;
  ledgerProgress(): Promise<LedgerProgress>;
  stopReadingLedger(): Promise<null>;
  /** How many entries were written; null when the person cancels. */
  exportLedger(): Promise<number | null>;
  backups(): Promise<BackupsView>;
  chooseFolder(): Promise<string | null>;
  planBackups(plan: BackupPlan | null): Promise<BackupsView>;
  backUpNow(): Promise<BackupMade>;
  backUpIfDue(): Promise<BackupMade | null>;
  drill(): Promise<DrillResult>;
  /** Closes the desk. Null when the person cancels. */
  restoreBackup(passphrase: string): Promise<Restored | null>;
  inbox(): Promise<Inbox>;
  incoming(id: string): Promise<IncomingView>;
  /** Asks for files in the system's own dialog; null when the person cancels. */
  chooseAndTakeIn(): Promise<TakenIn | null>;
  takeInDropped(paths: string[]): Promise<TakenIn>;
  incomingPart(id: string, part: number): Promise<PaperShown>;
  /** The name of the saved file; null when the person cancels. */
  saveIncomingPart(id: string, part: number): Promise<string | null>;
  /** Puts it into the file of a case; without a version, into the case as it stands now. */
  fileIncoming(number: string, version: number | null, id: string, identity: number[]): Promise<CaseView>;
  setAsideIncoming(id: string, why: string): Promise<Inbox>;
  putBackIncoming(id: string): Promise<Inbox>;
  /** Only what was set aside: what waits is refused. */
  destroyIncoming(id: string): Promise<Inbox>;
  outbox(): Promise<OutboxRow[]>;
  sendMail(): Promise<SendReport>;
  mailSettings(): Promise<MailSettings | null>;
  setMailSettings(settings: MailSettings): Promise<null>;
  /** Calls back with the paths of files dropped on the window; returns the way to stop. */
  onFilesDropped(dropped: (paths: string[]) => void): () => void;
}

/** A refusal of the desk, as an error that queries and forms can catch. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
    this.name = "Refused";
  }
}

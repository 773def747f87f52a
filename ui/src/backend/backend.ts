// What the window can ask of the desk. Every method answers or throws a Refused with a sentence for people.
import type {
  AgencyId,
  BlockEdit,
  CaseView,
  CertificateView,
  Clock,
  Command,
  Comparison,
  Corrected,
  Correction,
  DeskView,
  ImportReport,
  Intake,
  IntakePreview,
  Language,
  LetterDraft,
  LetterKind,
  LibraryAgencyView,
  ListedRule,
  MailSettings,
  NewDesk,
  NewStaff,
  OutboxRow,
  OverlayPreview,
  PaperShown,
  PeopleOfCase,
  Refusal,
  SendReport,
  StaffView,
  StartStatus,
  SystemsPage,
  SystemsQuery,
  SystemView,
  WordOnPeople,
  Worklist,
  WorklistQuery,
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
  worklist(query: WorklistQuery): Promise<Worklist>;
  previewIntake(intake: Intake): Promise<IntakePreview>;
  openCase(intake: Intake): Promise<CaseView>;
  caseView(number: string): Promise<CaseView>;
  act(number: string, version: number, command: Command): Promise<CaseView>;
  whatIf(agency: AgencyId, clock: string, from: string): Promise<Clock>;
  dispose(number: string, version: number): Promise<CertificateView>;
  people(number: string): Promise<PeopleOfCase>;
  sayOfPeople(number: string, word: WordOnPeople): Promise<PeopleOfCase>;
  unsayOfPeople(number: string, id: number, reason: string): Promise<PeopleOfCase>;
  /** Asks for a file in the system's own dialog; null when the person cancels. */
  chooseAndAttachPaper(number: string, version: number, identity: boolean): Promise<CaseView | null>;
  attachDroppedPaper(number: string, version: number, path: string, identity: boolean): Promise<CaseView>;
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
  draftLetter(number: string, asked: LetterAsked): Promise<LetterDraft>;
  /** Keeps paragraphs edited by hand; refused where somebody else kept theirs after `revision`. */
  editLetter(number: string, asked: LetterAsked, revision: number, edits: BlockEdit[]): Promise<LetterDraft>;
  issueLetter(number: string, version: number, asked: LetterAsked): Promise<CaseView>;
  /** The PDF in base64. */
  letterPdf(number: string, letter: string): Promise<string>;
  /** The name of the saved file; null when the person cancels. */
  saveLetter(number: string, letter: string): Promise<string | null>;
  /** A sentence that says what happened. */
  printLetter(number: string, letter: string): Promise<string>;
  queueLetter(number: string, version: number, letter: string): Promise<CaseView>;
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

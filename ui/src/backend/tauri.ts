// The desk behind the window. The only file that knows of Tauri.
import { listen } from "@tauri-apps/api/event";
import { getCurrentWebview } from "@tauri-apps/api/webview";
import { type Backend, Refused } from "./backend";
import { commands } from "./bindings";
import type { Refusal } from "./wire";

type Answer<T> = { status: "ok"; data: T } | { status: "error"; error: Refusal };

/** Turns what came back instead of an answer into a refusal: the host answers with bare text when a call cannot be read. */
function refusalOf(error: unknown): Refusal {
  if (typeof error === "object" && error !== null && "message" in error && "code" in error) {
    return error as Refusal;
  }
  const text = error instanceof Error ? error.message : String(error);
  return { code: "failed", message: text, cite: null, field: null };
}

async function answer<T>(call: Promise<Answer<T>>): Promise<T> {
  let result: Answer<T>;
  try {
    result = await call;
  } catch (error) {
    throw new Refused(refusalOf(error));
  }
  if (result.status === "error") throw new Refused(refusalOf(result.error));
  return result.data;
}

/** Calls back each time the program says this to its windows; returns the way to stop. */
function heard<Said>(event: string, callBack: (said: Said) => void): () => void {
  const stopping = listen<Said>(event, ({ payload }) => callBack(payload));
  return () => {
    void stopping.then((stop) => stop());
  };
}

export const tauriBackend: Backend = {
  startStatus: () => answer(commands.startStatus()),
  createDesk: (passphrase, newDesk) => answer(commands.createDesk(passphrase, newDesk)),
  unlock: (passphrase) => answer(commands.unlock(passphrase)),
  openPractice: () => answer(commands.openPractice()),
  lock: () => answer(commands.lock()),
  desk: () => answer(commands.desk()),
  setLockAfter: (minutes) => answer(commands.setLockAfter(minutes)),
  printScreen: async () => {
    window.print();
    return null;
  },
  openWindow: (number) => answer(commands.openWindow(number)),
  onDeskChanged: (changed) => heard("desk-changed", changed),
  get mainWindow() {
    return getCurrentWebview().label === "main";
  },
  zoom: (percent) => answer(commands.zoom(percent)),
  closeWindow: () => answer(commands.closeWindow()),
  quit: () => answer(commands.quit()),
  desktopAbilities: () => answer(commands.desktopAbilities()),
  reminderSettings: () => answer(commands.reminderSettings()),
  setReminderSettings: (settings) => answer(commands.setReminderSettings(settings)),
  keepInTray: (wanted) => answer(commands.keepInTray(wanted)),
  versionPlace: () => answer(commands.versionPlace()),
  setVersionFolder: (folder) => answer(commands.setVersionFolder(folder)),
  lookForVersion: () => answer(commands.lookForVersion()),
  versionNotice: () => answer(commands.versionNotice()),
  takeLink: () => answer(commands.takeLink()),
  onLink: (waits) => heard("link-waits", waits),
  onScreenLocked: (locked) => heard("screen-locked", locked),
  showMenu: (menus) => answer(commands.showMenu(menus)),
  onMenu: (chosen) => heard("menu-chosen", chosen),
  previewTogether: (selection, command) => answer(commands.previewTogether(selection, command)),
  actTogether: (selection, command) => answer(commands.actTogether(selection, command)),
  filters: () => answer(commands.filters()),
  saveFilter: (name, filter) => answer(commands.saveFilter(name, filter)),
  forgetFilter: (name) => answer(commands.forgetFilter(name)),
  watch: (number, on) => answer(commands.watch(number, on)),
  saveDraft: (form, number, body) => answer(commands.saveDraft(form, number, body)),
  draft: (form) => answer(commands.draft(form)),
  forgetDraft: (form) => answer(commands.forgetDraft(form)),
  accounting: (asked) => answer(commands.accounting(asked)),
  enterDisclosure: (given) => answer(commands.enterDisclosure(given)),
  strikeDisclosure: (id, reason) => answer(commands.strikeDisclosure(id, reason)),
  person: (number, role) => answer(commands.person(number, role)),
  worklist: (query) => answer(commands.worklist(query)),
  workload: (asked) => answer(commands.workload(asked)),
  dueCalendar: (agency, from, to) => answer(commands.dueCalendar(agency, from, to)),
  casesDue: (agency, on) => answer(commands.casesDue(agency, on)),
  previewIntake: (intake) => answer(commands.previewIntake(intake)),
  openCase: (intake, arrived) => answer(commands.openCase(intake, arrived)),
  caseView: (number) => answer(commands.caseView(number)),
  act: (number, version, command) => answer(commands.act(number, version, command)),
  whatIf: (agency, clock, from) => answer(commands.whatIf(agency, clock, from)),
  dispose: (number, version) => answer(commands.dispose(number, version)),
  people: (number) => answer(commands.people(number)),
  sayOfPeople: (number, word) => answer(commands.sayOfPeople(number, word)),
  unsayOfPeople: (number, id, reason) => answer(commands.unsayOfPeople(number, id, reason)),
  chooseAndAttachPaper: (number, version, identity) =>
    answer(commands.chooseAndAttachPaper(number, version, identity)),
  attachDroppedPaper: (number, version, path, identity) =>
    answer(commands.attachDroppedPaper(number, version, path, identity)),
  paper: (number, paper) => answer(commands.paper(number, paper)),
  savePaper: (number, paper) => answer(commands.savePaper(number, paper)),
  destroyPaper: (number, version, paper, reason) =>
    answer(commands.destroyPaper(number, version, paper, reason)),
  staff: () => answer(commands.staff()),
  addStaff: (member) => answer(commands.addStaff(member)),
  changeStaff: (member) => answer(commands.changeStaff(member)),
  deactivateStaff: (name, reason) => answer(commands.deactivateStaff(name, reason)),
  workAs: (name) => answer(commands.workAs(name)),
  systems: (query) => answer(commands.systems(query)),
  libraryAgencies: () => answer(commands.libraryAgencies()),
  system: (number, on) => answer(commands.system(number, on)),
  compare: (number, older, newer) => answer(commands.compare(number, older, newer)),
  correctNotice: (number, effectiveFrom, corrected, reason) =>
    answer(commands.correctNotice(number, effectiveFrom, corrected, reason)),
  withdrawNoticeCorrection: (id, reason) => answer(commands.withdrawNoticeCorrection(id, reason)),
  chooseAndImportNotices: () => answer(commands.chooseAndImportNotices()),
  importNoticeFiles: (paths) => answer(commands.importNoticeFiles(paths)),
  rules: (agency, on) => answer(commands.rules(agency, on)),
  corrections: () => answer(commands.corrections()),
  previewCorrection: (text) => answer(commands.previewCorrection(text)),
  takeCorrection: (text, reason) => answer(commands.takeCorrection(text, reason)),
  withdrawCorrection: (id, reason) => answer(commands.withdrawCorrection(id, reason)),
  wording: (agency) => answer(commands.wording(agency)),
  previewWording: (agency, given) => answer(commands.previewWording(agency, given)),
  previewWordingPage: (agency, given) => answer(commands.previewWordingPage(agency, given)),
  proposeWording: (agency, given) => answer(commands.proposeWording(agency, given)),
  approveWording: (agency, version) => answer(commands.approveWording(agency, version)),
  rollBackWording: (agency, version) => answer(commands.rollBackWording(agency, version)),
  approveTranslation: (agency, language, translator) =>
    answer(commands.approveTranslation(agency, language, translator)),
  saveForm: (agency, kind, language) => answer(commands.saveForm(agency, kind, language)),
  draftLetter: (number, { kind, recipient, language }) =>
    answer(commands.draftLetter(number, kind, recipient, language)),
  editLetter: (number, { kind, recipient, language }, revision, edits) =>
    answer(commands.editLetter(number, kind, recipient, language, revision, edits)),
  issueLetter: (number, version, { kind, recipient, language }) =>
    answer(commands.issueLetter(number, version, kind, recipient, language)),
  letterPdf: (number, letter) => answer(commands.letterPdf(number, letter)),
  saveLetter: (number, letter) => answer(commands.saveLetter(number, letter)),
  printers: () => answer(commands.printers()),
  lettersToPrint: () => answer(commands.lettersToPrint()),
  printSettings: () => answer(commands.printSettings()),
  printLetters: (letters, settings) => answer(commands.printLetters(letters, settings)),
  printProgress: () => answer(commands.printProgress()),
  stopPrinting: () => answer(commands.stopPrinting()),
  saveBatch: (letters, settings) => answer(commands.saveBatch(letters, settings)),
  queueLetter: (number, version, letter, forms) =>
    answer(commands.queueLetter(number, version, letter, forms)),
  verifyLedger: () => answer(commands.verifyLedger()),
  ledgerProgress: () => answer(commands.ledgerProgress()),
  stopReadingLedger: () => answer(commands.stopReadingLedger()),
  exportLedger: () => answer(commands.exportLedger()),
  backups: () => answer(commands.backups()),
  chooseFolder: () => answer(commands.chooseFolder()),
  planBackups: (plan) => answer(commands.planBackups(plan)),
  backUpNow: () => answer(commands.backUpNow()),
  backUpIfDue: () => answer(commands.backUpIfDue()),
  drill: () => answer(commands.drill()),
  restoreBackup: (passphrase) => answer(commands.restoreBackup(passphrase)),
  inbox: () => answer(commands.inbox()),
  incoming: (id) => answer(commands.incoming(id)),
  chooseAndTakeIn: () => answer(commands.chooseAndTakeIn()),
  takeInDropped: (paths) => answer(commands.takeInDropped(paths)),
  incomingPart: (id, part) => answer(commands.incomingPart(id, part)),
  saveIncomingPart: (id, part) => answer(commands.saveIncomingPart(id, part)),
  fileIncoming: (number, version, id, identity) =>
    answer(commands.fileIncoming(number, version, id, identity)),
  setAsideIncoming: (id, why) => answer(commands.setAsideIncoming(id, why)),
  putBackIncoming: (id) => answer(commands.putBackIncoming(id)),
  destroyIncoming: (id) => answer(commands.destroyIncoming(id)),
  outbox: () => answer(commands.outbox()),
  sendMail: () => answer(commands.sendMail()),
  mailSettings: () => answer(commands.mailSettings()),
  setMailSettings: (settings) => answer(commands.setMailSettings(settings)),
  onFilesDropped(dropped) {
    const stopping = getCurrentWebview().onDragDropEvent((event) => {
      if (event.payload.type === "drop") dropped(event.payload.paths);
    });
    return () => {
      void stopping.then((stop) => stop());
    };
  },
};

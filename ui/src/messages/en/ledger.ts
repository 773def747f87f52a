import { counted, number } from "../../format/numbers";

export const ledger = {
  title: "Ledger and backups",
  verify: {
    heading: "The ledger",
    words:
      "Every step stands in the ledger, each entry chained to the one before it. Reading it again shows whether anything was changed, left out or put in.",
    go: "Read the whole ledger",
    stop: "Stop",
    pages: "Checking the pages of the file…",
    progress: (read: number, of: number) => `${number(read)} of ${counted(of, "entry", "entries")} read`,
    good: (entries: number, letters: number) =>
      `${counted(entries, "entry", "entries")} and ${counted(letters, "letter", "letters")} are as they were written.`,
    broken: (why: string) => `The ledger is not as it was written. ${why} Restore the newest backup.`,
    export: "Write the ledger out",
    exportAsk: "Write the ledger into a file that is not encrypted?",
    exportWords:
      "The file holds every entry as a line of JSON, with names and addresses. Keep it where the office keeps such papers.",
    exported: (entries: number) => `${counted(entries, "entry is", "entries are")} written out.`,
  },
  backups: {
    heading: "Backups",
    server: "This desk is on an office's server. Its administrator backs it up, with pg_dump.",
    words: "A backup is an encrypted copy that the same passphrase opens. Best on another disk.",
    folder: "Folder",
    choose: "Choose the folder",
    every: "Days between two backups",
    keep: "How many to keep",
    save: "Save the plan",
    saved: "The plan is saved.",
    none: "No folder is chosen: nothing is backed up by itself. Choose one below, best on another drive, and save.",
    now: "Back up now",
    made: (entries: number, file: string) =>
      `${counted(entries, "entry is", "entries are")} backed up to ${file}`,
    last: (on: string, by: string, file: string) => `The newest backup is of ${on}, by ${by}: ${file}`,
    never: "No backup was ever made.",
    due: "One is due today.",
  },
  drill: {
    heading: "Proof that a backup can be restored",
    words: "The newest backup is restored aside, read whole, compared with this ledger, and removed again.",
    go: "Try the newest backup",
    never: "It was never tried.",
    passed: "The proof is good.",
    failed: "The backup cannot be relied on.",
    when: (on: string, by: string, file: string) => `${on}, ${by}: ${file}`,
  },
  restore: {
    heading: "Restore a backup",
    words:
      "The desk is closed, the backup is read whole and takes its place. The file of before is kept beside it, so that this can be undone.",
    go: "Restore a backup",
    ask: "Restore a backup in the place of this desk?",
    askWords:
      "What was recorded since the backup will not be in the desk; it stays in the file of before. You choose the backup next.",
    passphrase: "Passphrase of the backup",
    confirm: "Choose and restore",
    restored: "The backup is in place.",
    kept: (entries: number, kept: string) =>
      `The backup with ${counted(entries, "entry", "entries")} is in place. The desk of before is kept: ${kept}`,
    again: "Open the desk",
  },
};

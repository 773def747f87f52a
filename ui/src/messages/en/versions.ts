/** New versions of the program: from the office's folder, and from nowhere else. */
export const versions = {
  about: "About this version",
  running: (version: string) => `This is Docket 552a ${version}.`,
  nowhere: "The office names no folder for new versions, so the program looks nowhere.",
  from: "Your office lays new versions here, and the program looks nowhere else:",
  look: "Look for a new version",
  none: (running: string) => `No version in the folder is newer than ${running}.`,
  found: (version: string) => `Docket 552a ${version} is there`,
  file: "File",
  sum: "SHA-256",
  sumIsRight: "as the office wrote it down in SHA256SUMS",
  install:
    "Whoever administers this computer installs it. The program copies nothing and starts nothing. Make a backup first.",
  toBackups: "To the backups",
  toSettings: "Name a folder under Settings",
  heading: "New versions",
  words:
    "The folder where your office lays new versions of Docket 552a, each written down with its SHA-256 in a file SHA256SUMS. The program looks there when somebody asks it to, and when an administrator opens the desk. With no folder it looks nowhere.",
  folder: "Folder for new versions",
  folderHint: "The whole path, on this computer or a server. Empty: look nowhere.",
  choose: "Choose a folder",
  notYours: "An administrator of the desk names the folder.",
  noFolder: "none: the program looks nowhere",
  saved: (folder: string) =>
    folder === ""
      ? "The program looks nowhere for new versions."
      : "New versions are looked for in this folder.",
  toLook: "Look for a new version under Help",
  arrived: (version: string) => `Docket 552a ${version} is in your office's folder.`,
  toSee: "See what was found",
};

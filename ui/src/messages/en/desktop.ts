/** What the desktop does for the desk: notifications, links, the lock of the screen. */
export const desktop = {
  reminders: {
    heading: "Deadlines on the desktop",
    words:
      "A notification tells of your own requests that are overdue, due today, or due by the next working day. Each is told once a day, by its number and without a name. Nothing is said while the desk is locked, or on a day that is no working day.",
    cannot: "This desktop shows no notifications. What you choose here is kept for one that does.",
    on: "Tell me of deadlines",
    quiet: "Quiet hours",
    from: "Say nothing from",
    to: "until",
    hint: "The same time twice means no quiet hours.",
    saved: "What you chose is saved.",
  },
  tray: {
    heading: "In the tray",
    words:
      "With its window closed, the program goes on telling of deadlines, and its icon opens, locks or quits it. The desk still locks after its idle minutes, and a locked desk tells nothing.",
    keep: "Keep Docket 552a in the tray when its window is closed",
    cannot: "This desktop shows no tray, so the program closes with its last window.",
    stays: "Closing the window leaves the program in the tray.",
    closes: "The program closes with its last window.",
  },
  screenLock: {
    hears: "The desk also locks when you lock the screen and when the computer goes to sleep.",
    deaf: "This computer does not say when its screen is locked, so only the idle minutes lock the desk.",
  },
  zoom: {
    label: "Size of everything",
    hint: "By key: Ctrl+= larger, Ctrl+- smaller, Ctrl+0 the usual size.",
    larger: "Show everything larger",
    smaller: "Show everything smaller",
    usual: "Show everything in the usual size",
    percent: (percent: number) => (percent === 100 ? "100 %, the usual size" : `${percent} %`),
    shown: (percent: number) => `Everything is shown at ${percent} %.`,
  },
  link: {
    copy: "Copy link to this case",
    copied: (number: string) => `The link to ${number} is on the clipboard.`,
    notCopied: (link: string) => `The clipboard did not take it. The link is ${link}`,
    refused: "A link that could not be followed",
  },
};

/** The tour of the practice desk: five places, each with its heading and what to see there. */
export const tour = {
  name: "Tour",
  take: "Take the tour",
  offer: "New here? Five steps show the way of a request.",
  offerWords:
    "Five steps through the rooms that you use every day. Leave it whenever you like; nothing is recorded.",
  onPractice:
    "The tour is on the practice desk, where every person and case is invented. Lock this desk and choose the practice desk.",
  notNow: "Not now",
  step: (n: number, heading: string) => `Step ${n} of 5: ${heading}`,
  next: "Next",
  back: "Back",
  leave: "Leave the tour",
  finish: "Finish",
  left: "You left the tour. Help has it whenever you like.",
  finished: "That was the tour. Help has it whenever you like.",
  nothingHere: "This desk has no such case now; a case that needs it looks like this.",
  steps: {
    worklist: {
      heading: "The worklist",
      words:
        "Everything open stands here, by when its next step is due. The column “Next step” says what the rule asks now. Arrows or j and k move, Enter opens.",
    },
    next: {
      heading: "What the rule asks next",
      words:
        "In a case, this panel always says whose turn it is, what must happen, by when and why. The key a does it. The tabs beside it hold the facts.",
    },
    clock: {
      heading: "The working of a due date",
      words:
        "Each clock shows its day and the paragraph behind it. “Working” opens the count day by day, with weekends and holidays, and answers “what if it arrives on …”.",
    },
    letter: {
      heading: "The letter and its checks",
      words:
        "The letter is composed from what the case knows. Each paragraph shows its rule, the page stands beside it, and the checks below say what is missing. Nothing goes out before you issue it.",
    },
    intake: {
      heading: "Take in a request, and find anything",
      words:
        "Type who asks and their own words, or drop their e-mail or scan here; the margin says what follows, as you type. Ctrl+K finds every action, case and word; ? shows the keys of a screen; F1 explains a field.",
    },
  },
};

export const help = {
  title: "Help",
  contents: "On this page",
  howTo: "How a request goes through",
  steps: [
    [
      "Take in the request",
      "Type who asks, how it came and their own words; or drop the e-mail or the scan on the window, and take it in from the inbox. The margin shows the proof that is asked, the system and office, and every due date.",
    ],
    [
      "Settle identity",
      "Record the proof that came. Where something is missing, write the letter that asks for it; that letter is never a denial.",
    ],
    [
      "Choose the system and office",
      "The desk proposes the system and quotes the sentence of its notice. You confirm, or choose another.",
    ],
    [
      "Have it searched",
      "Send the request to the office with a day to answer by, and record what it found, where and how.",
    ],
    ["Decide", "Each record is decided on its own, in the name of the official responsible."],
    [
      "Write and issue the letter",
      "Each paragraph shows its rule. The checks say what is missing. Edit puts a paragraph in your own words: the checks and the page follow as you type, and your words are kept with the draft. An issued letter is frozen.",
    ],
    [
      "Send it out",
      "Print it and mark it as posted, or e-mail it. Under Mail, everything that waits is printed at once, with its envelopes. Then close the case.",
    ],
  ] as [string, string][],
  keys: "Keys",
  keysWords:
    "Single keys work outside of text fields. On every screen, ? shows its keys and Ctrl+K finds anything.",
  words: "Words",
  findWord: "Find a word",
  whatIs: (term: string) => `What is “${term}”?`,
  wordsFound: (n: number) => `${n} ${n === 1 ? "word" : "words"}`,
  noWord: "No word here matches.",
  noWordHint: "Try a shorter word, or look for it under Systems or Rules.",
  questions: "Questions",
  answers: [
    [
      "Why two due dates?",
      "When a holiday falls on a weekend, offices close on another day. One reading counts the observed day as a holiday, the other counts only the dates of 5 U.S.C. 6103(a). The last safe working day is good under both.",
    ],
    [
      "How do I type a date?",
      "As 2026-09-08 or 8 Sep 2026. In figures, 8/9/2026 is read in the order of the region that this computer is set to, and the day is read back in words beside the field. Arrow up and down move a day. A day is always shown with its month as a word, on every computer.",
    ],
    [
      "How do e-mail messages and scans come in?",
      "The program reads no mailbox. Save the message from your mail program as an .eml file, or scan the letter, and drop the file on the window: it waits under Mail, in the inbox. On the form of a request it goes into that form, on a case into its file. Under Systems a dropped file is read as a notice.",
    ],
    [
      "What becomes of a message that I took in?",
      "It leaves the inbox: its words and its attachments become papers of the case, and no second copy is kept. An attachment that you mark as showing identity is locked and destroyed 30 days later.",
    ],
    [
      "Somebody else changed my case.",
      "The desk never overwrites. It says who changed what and when; reload the case, look, and do your step again.",
    ],
    [
      "I recorded something by mistake.",
      "Press Ctrl+Z, or “Undo” under what the rule asks next. It takes back the last step of the case, if you recorded it today and nothing has left the office by it; press again for the step before. The history keeps both. Anything older is put right by recording it as it should be.",
    ],
    [
      "A rule here is wrong or out of date.",
      "Open it under Rules and choose “Correct this rule”. You see what changes before you take the correction; it holds from the day that you write in it, for everybody at this desk. It can be withdrawn; the ledger keeps who did it and why.",
    ],
    [
      "The desk misread a notice.",
      "Open the system under Systems. “In the notice” beside a fact shows the words it was understood from; “Put right” lets you write what the notice says, with your reason. The published words are never changed, and the correction can be taken back.",
    ],
    [
      "Whose notices can I keep here?",
      "Every agency's: import them and search them all under Systems. Requests are routed only by the systems of your own agencies.",
    ],
    [
      "Can our letters read in our own words?",
      "Yes: under Rules, Letters. Choose a clause, write it anew and preview it: every letter of the sample cases that would read differently is shown, and one that could not be issued stops it. Propose it, and another person approves it. Earlier versions can be brought back.",
    ],
    [
      "When may a letter go out in Spanish?",
      "Choose the language where you write the letter. It is issued once an official translator's approval is recorded under Rules, Letters, Spanish. The approval lapses when a clause is worded anew, and a clause in the office's own words has no Spanish.",
    ],
    [
      "What is an unconfirmed rule?",
      "One that nobody has checked against its source. It is shown under Rules so that somebody can check it, and it never reaches a letter.",
    ],
    [
      "Can I take a step back?",
      "No step is erased. Record what is right as a further step, or add a note; the history keeps both.",
    ],
    [
      "Whose cases does the workload count?",
      "Those that you may see. A restricted case of somebody else is in none of its numbers.",
    ],
    [
      "How do I know that a backup is good?",
      "Under Ledger, try the newest backup: it is restored aside, read whole and compared with this ledger. The result stays there with its day.",
    ],
    [
      "What leaves this machine?",
      "Only e-mail that you send, through the server that you set up. Nothing else.",
    ],
    [
      "Does the program update itself?",
      "No. It looks for a new version only in the folder that an administrator names under Settings, compares what lies there with the office's SHA256SUMS, and tells you. Whoever administers the computer installs it.",
    ],
    [
      "I forgot the passphrase.",
      "Nobody can open the desk without it, us included. Keep it where your office keeps such things.",
    ],
  ] as [string, string][],
};

export const help = {
  title: "Help",
  contents: "On this page",
  howTo: "How a request goes through",
  steps: [
    [
      "Take in the request",
      "Type who asks, how it came and their own words. The margin shows the proof that is asked, the system and office, and every due date.",
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
  glossary: [
    [
      "request",
      "What the person asks: notification, access, amendment (a contest or correction), accounting (of disclosures).",
    ],
    ["case", "The office's file on one request, numbered like USPS-2026-00042."],
    [
      "subject, requester",
      "The subject is the individual the records are about. The requester is who asks: that person, a parent, a guardian, or a third party with consent.",
    ],
    [
      "notice, system, revision",
      "A notice is a system of records notice (SORN) as published. A system is what it describes. A revision is a system at a date.",
    ],
    [
      "system manager",
      "The official the notice names. The office that takes inquiries may be another one, and may depend on the subject matter.",
    ],
    ["particulars", "What the notice asks the requester to give so that the record can be found."],
    [
      "evidence, requirement",
      "Evidence proves identity or relationship. The requirement is what the rule asks, with its citation.",
    ],
    ["deficient, perfected", "Lacking something needed; complete. A deficient request is not a denied one."],
    [
      "clock",
      "One time limit: what starts it, how many days, its citation, the due date and the working of it.",
    ],
    ["suspense", "The day by which your own office wants an answer. No rule sets it."],
    [
      "rulebook, correction",
      "A rulebook holds the numbers, addresses and citations of an agency's rules, each with its days. A correction is your office's own version of a rule, laid over it.",
    ],
    ["determination", "What was decided: granted, granted in part, no record, amended, refused."],
    [
      "statement of disagreement",
      "The requester's paper that goes with the record after an amendment was refused.",
    ],
    [
      "issued, dispatched",
      "A letter is issued once its pages are in the ledger; dispatched by print or e-mail.",
    ],
  ] as [string, string][],
  questions: "Questions",
  answers: [
    [
      "Why two due dates?",
      "When a holiday falls on a weekend, offices close on another day. One reading counts the observed day as a holiday, the other counts only the dates of 5 U.S.C. 6103(a). The last safe working day is good under both.",
    ],
    [
      "Somebody else changed my case.",
      "The desk never overwrites. It says who changed what and when; reload the case, look, and do your step again.",
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
      "I forgot the passphrase.",
      "Nobody can open the desk without it, us included. Keep it where your office keeps such things.",
    ],
  ] as [string, string][],
};

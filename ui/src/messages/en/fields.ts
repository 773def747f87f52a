import { ask } from "./paragraphs";

const seen = "Only what is left out of the list; nothing in the desk changes.";

/** The help on each field: what to enter, why it is asked, and the paragraphs behind it. */
export const fields = {
  intake: {
    agency: ask("The agency whose record is meant.", "Its rulebook decides proof, days and letters."),
    received: ask(
      "The day on which the request reached the agency, as the date stamp has it.",
      "Every date counts from it; the day itself is day 0.",
      "39 CFR 266.5(a)(2)",
      "20 CFR 401.65(c)",
    ),
    channel: ask(
      "The way that it came.",
      "What proves identity depends on it, and some requests cannot be made by telephone.",
      "20 CFR 401.45(b)",
      "39 CFR 266.5(b)(2)",
    ),
    name: ask(
      "The name of whoever asks, as they wrote it.",
      "The answer goes to this person, and earlier requests are found by it.",
      "39 CFR 266.5(a)(1)",
    ),
    capacity: ask(
      "For whom the requester acts. A stepparent, spouse or attorney is a third party.",
      "A parent or guardian must prove the relationship; a third party needs consent.",
      "5 U.S.C. 552a(h)",
      "20 CFR 401.75",
    ),
    ward: ask(
      "Whether the guardian acts for a minor or for an adult whom a court declared incompetent.",
      "The proof differs, and a minor's medical record takes another way.",
      "20 CFR 401.45(b)(6)",
      "20 CFR 401.55(c)",
    ),
    address: ask(
      "The postal address, one line for each line of the envelope.",
      "Letters and envelopes are printed with it.",
    ),
    email: ask("An e-mail address, where the requester gave one.", "A letter can go out by e-mail as well."),
    subjectName: ask(
      "The person whom the records are about.",
      "The record is searched under this name, not under the requester's.",
      "5 U.S.C. 552a(h)",
    ),
    subjectAddress: ask(
      "The address of the person whom the records are about.",
      "It tells namesakes apart, and helps to find earlier requests.",
      "20 CFR 401.40(b)",
    ),
    text: ask(
      "The sentences that ask for something, word for word.",
      "The kind of request, the system and the office are found from them.",
      "20 CFR 401.40(b)",
      "39 CFR 266.5(a)(1)",
    ),
    kinds: ask(
      "What is asked: whether there is a record, to see it, to change it, or to whom it was disclosed.",
      "Each kind has its own days and letters; the first that you tick is the main one.",
      "5 U.S.C. 552a(d)(1)",
      "5 U.S.C. 552a(d)(2)",
      "5 U.S.C. 552a(c)",
    ),
    sensitivity: ask(
      "Whether the record is medical, or whether even its existence is private.",
      "Medical records go by a way of their own, and private ones ask for more proof.",
      "20 CFR 401.45(b)(7)",
      "20 CFR 401.55(b)",
      "39 CFR 266.5(b)(4)",
    ),
    particulars: ask(
      "What the requester gave to help the search: a number, a date, a topic.",
      "The notice says which particulars it asks for; what is missing is asked in a letter.",
      "39 CFR 266.5(a)(1)",
      "20 CFR 401.40(b)",
    ),
    evidence: ask(
      "Tick what came with the request or was shown.",
      "The rule says what proves identity for this kind and way of asking. What is missing is no denial.",
      "39 CFR 266.5(b)(2)",
      "20 CFR 401.45(b)",
    ),
    known: ask(
      "Tick it where you know the requester yourself and they came in person.",
      "A person who is known need not prove who they are.",
      "20 CFR 401.45(a)",
    ),
  },
  identity: {
    evidence: ask(
      "Tick each proof that came.",
      "Identity is confirmed once what the rule asks is there.",
      "39 CFR 266.5(b)(2)",
      "20 CFR 401.45(b)",
    ),
    note: ask(
      "What the file should know of the proof, such as its date. No numbers of identity papers.",
      "It stands in the history beside the proof.",
    ),
    verify: ask(
      "What you looked at, where it is not plain from the proof.",
      "You confirm in your own name that identity is proved.",
      "39 CFR 266.5(b)(2)",
      "20 CFR 401.45(b)",
    ),
  },
  search: {
    candidates: ask(
      "The system that most likely has the record, and the office that its notice names.",
      "The request goes to that office. The words of the notice stand beneath each.",
      "39 CFR 266.5(a)(1)",
      "20 CFR 401.40(c)",
    ),
    catalogue: ask(
      "A word of the notice, or the number of the system.",
      "Every system of the agency is found here.",
    ),
    answerBy: ask(
      "The day by which the office should answer, before your own due date.",
      "It is your suspense: no rule sets it, and the desk reminds you of it.",
    ),
    by: ask("Name and title of whoever searched.", "The search can be shown later as it was done."),
    on: ask("The day on which the search ended.", "It stands in the history and in the attestation."),
    where: ask(
      "The files, databases and places that were searched.",
      "It shows that the search was reasonable.",
    ),
    how: ask("By which names, numbers and dates.", "It shows that what was given was used."),
    notSearched: ask(
      "Places that were left out, and why.",
      "Who reads the file later sees what the search covers.",
    ),
    items: ask(
      "One record a line, in words that the letter can use, with its pages. No line where nothing was found.",
      "Each record is decided on its own. Mark what concerns other people or is medical.",
      "39 CFR 266.5(b)(1)",
      "20 CFR 401.55(b)",
    ),
    reminder: ask(
      "How the office was reminded, by whom, and what it answered.",
      "The file shows that you kept after the request.",
    ),
    remindedBy: ask("The day by which it now promises an answer.", "It becomes the new suspense."),
  },
  delay: {
    reason: ask(
      "Why the answer takes longer, as the letter will state it.",
      "The notice of delay must give the reason.",
      "20 CFR 401.50(b)",
    ),
    expected: ask(
      "The day by which you expect to answer.",
      "The notice of delay tells it to the requester.",
      "20 CFR 401.50(b)",
    ),
    unusual: ask(
      "What makes the circumstances unusual. Leave all empty where the time is not extended.",
      "The time is extended once, by a written notice that states them.",
      "5 U.S.C. 552(a)(6)(B)(i)",
    ),
  },
  decision: {
    outcome: ask(
      "What is decided on this record.",
      "The desk offers what this kind of request allows, and says why not where a rule forbids it.",
      "39 CFR 266.5(b)(6)",
      "39 CFR 266.5(d)(2)",
      "5 U.S.C. 552a(d)(2)",
    ),
    words: ask(
      "The reason of a refusal, or what the letter should say of this record.",
      "These words go into the letter. A refusal must give its reason.",
      "5 U.S.C. 552a(d)(2)",
      "39 CFR 266.5(b)(6)",
    ),
    exemption: ask(
      "The exemption that the agency's rule claims for this system.",
      "Only what a published rule exempts may be withheld.",
      "5 U.S.C. 552a(k)",
      "39 CFR 266.8",
      "20 CFR 401.85",
    ),
    revealsSource: ask(
      "Tick it where the record would show who spoke in confidence.",
      "Some exemptions protect the source only, and the letter then says so.",
      "20 CFR 401.85",
    ),
    others: ask(
      "What is said of other people, and how it was treated.",
      "What concerns others is not the requester's record.",
      "5 U.S.C. 552a(b)",
    ),
    official: ask(
      "The official in whose name it is decided.",
      "A denial names who is responsible for it.",
      "39 CFR 266.5(b)(6)",
    ),
    officialTitle: ask(
      "That official's title, as it stands under a letter.",
      "The letter is signed with it.",
    ),
    toldOn: ask(
      "The day on which the earlier recipients were told.",
      "It meets the duty to tell them.",
      "39 CFR 266.3(c)",
      "5 U.S.C. 552a(c)(4)",
    ),
    toldHow: ask("Who was told, and how.", "The file shows it.", "5 U.S.C. 552a(c)(4)"),
  },
  dialogs: {
    note: ask("What the file should remember.", "It stands in the history in your name and is not erased."),
    withdraw: ask(
      "How the requester withdrew the request, and when.",
      "A case ends without an answer only at their own wish.",
    ),
    close: ask("What should be remembered at the end.", "The case is closed in your name."),
    reason: ask(
      "In a sentence, why.",
      "The step stands in the history with your reason, so that whoever comes later understands it.",
    ),
    actions: ask(
      "A word of what you want to record.",
      "Every action of the case stands here, possible or not.",
    ),
    whatIf: ask(
      "Another day on which the clock might begin.",
      "The desk works out the due date from it; nothing is recorded.",
    ),
    incomingCase: ask(
      "The number of the case whose file it belongs in.",
      "Its words and what is attached to it become papers of that case, and it no longer waits in the inbox.",
    ),
    identityPaper: ask(
      "Tick it where the paper shows who somebody is.",
      "Such a paper is locked under a key of its own and destroyed earlier.",
    ),
  },
  letter: {
    words: ask(
      "The paragraph in your own words.",
      "The checks read it as you type; what a rule prescribes must stay.",
    ),
    postedOn: ask(
      "The day on which the letter went out by post.",
      "It meets the clock that waits for this letter.",
    ),
    formsWith: ask(
      "The blank forms that are attached to the e-mail, in the letter's language.",
      "They fit what this letter asks for or answers; no form has a name or a number on it.",
    ),
  },
  accounting: {
    agency: ask("The agency that disclosed.", "What is shown of a disclosure is each agency's own rule."),
    subject: ask("The person whose record was disclosed.", "The accounting is kept by person."),
    identifier: ask(
      "A number of that person, where you have one.",
      "It tells namesakes apart. The desk keeps only a hash of it.",
    ),
    system: ask(
      "The number of the system that the record comes from.",
      "Each system has its own accounting.",
    ),
    on: ask("The day of the disclosure.", "It is kept five years from it at the least.", "5 U.S.C. 552a(c)"),
    nature: ask("What was disclosed, and in which form.", "The accounting must say it.", "5 U.S.C. 552a(c)"),
    purpose: ask("For what it was disclosed.", "The accounting must say it.", "5 U.S.C. 552a(c)"),
    name: ask(
      "The person or agency that received it.",
      "They are told where the record is corrected later.",
      "5 U.S.C. 552a(c)(4)",
    ),
    address: ask("The recipient's address.", "The accounting must say it.", "5 U.S.C. 552a(c)"),
    basis: ask(
      "The condition under which it was disclosed.",
      "Some disclosures are not accounted for, and some not shown.",
      "5 U.S.C. 552a(b)",
      "39 CFR 266.3(d)",
      "20 CFR 401.80",
    ),
  },
  worklist: {
    filters: ask("Words of a request, a name or a number; and whose cases, how near, at which step.", seen),
    saveName: ask("A short name for the filter.", "You find it again under this name; nobody else sees it."),
    together: ask(
      "What is to be done to all the cases that you chose.",
      "You see what happens to each before it is done.",
    ),
    who: ask("The member of the staff who gets the case or task.", "It appears under their own cases."),
    unit: ask("The unit of the office.", "Colleagues filter by it."),
    note: ask("What each case should have noted.", "It stands in the history of every one of them."),
    by: ask("The day by which the task is to be done.", "It counts as a day of the office, not of a rule."),
  },
  systems: {
    search: ask("Any words of any notice, or a number.", seen),
    agency: ask("Whose notices are listed.", "Requests are routed by your own agencies' systems only."),
    older: ask("The earlier text.", "Words that were taken out are marked in it."),
    newer: ask("The later text.", "Words that were put in are marked in it."),
    onlyChanged: ask("Tick it to leave out sections that read the same.", seen),
    lines: ask(
      "What the notice says, one a line.",
      "Cases are routed by the facts that were understood; the published words never change.",
      "5 U.S.C. 552a(e)(4)",
    ),
    managerTitle: ask(
      "The title of the system manager.",
      "Requests are sent to this official.",
      "5 U.S.C. 552a(e)(4)",
    ),
    address: ask(
      "The address as the notice prints it.",
      "Letters and tasks go there.",
      "5 U.S.C. 552a(e)(4)",
    ),
    officeSubject: ask(
      "The matter for which this office is named; nothing where it takes every other.",
      "The words of a request are compared with it.",
    ),
    office: ask(
      "The office that takes inquiries.",
      "Requests on this matter go to it.",
      "5 U.S.C. 552a(e)(4)",
    ),
    particulars: ask(
      "What the requester must give, one a line.",
      "What is missing is asked for in a letter.",
      "39 CFR 266.5(a)(1)",
      "20 CFR 401.40(b)",
    ),
    reason: ask(
      "What you read, and where in the notice.",
      "Whoever doubts the correction sees who made it and why.",
    ),
  },
  rules: {
    agency: ask("Whose rulebook is listed.", "Each agency has its own, and both rest on the Act."),
    kind: ask("Clocks, offices, proof, fees and so on.", seen),
    search: ask("A word or a citation.", seen),
    text: ask(
      "The entry as the rulebook writes it, with the day from which it holds.",
      "You see what changes before it is taken. It can be withdrawn.",
    ),
    reason: ask(
      "Why the rule reads differently, and where you read it.",
      "It stands beside the rule for everybody.",
    ),
  },
  mail: {
    host: ask("The name of the office's mail server.", "Letters go out through it and nowhere else."),
    port: ask("Its port: most often 587 or 465.", "The server listens there."),
    security: ask("How the way to the server is protected.", "Letters carry personal data."),
    user: ask("The name under which the server knows the office.", "Some servers ask who sends."),
    password: ask("The password of that name.", "It is kept encrypted in the desk and never shown again."),
    from: ask("The address that stands as sender.", "Requesters answer to it."),
    printer: ask("The printer of the office.", "The desk remembers it."),
    copies: ask("How many of each letter, from 1 to 20.", "A file copy may be wanted beside the original."),
    sides: ask("One side or both.", "Only what the printer can do is offered."),
    tray: ask("The tray with the letter paper.", "It is remembered with its printer."),
    envelopes: ask("Whether envelopes are printed as well.", "The address is the one on the letter."),
    window: ask("Tick it where your envelopes have a window.", "Then only the sender is printed."),
    oneJob: ask("Tick it to send all letters as one job.", "Nobody else's pages come in between."),
  },
  workload: {
    agency: ask("One agency, or all of them.", seen),
    weeks: ask("How many weeks back.", seen),
  },
  ledger: {
    folder: ask("A folder on another drive.", "A backup beside the desk is lost with it."),
    every: ask("After how many days the next is made.", "What was done since the last one would be lost."),
    keep: ask("How many backups are kept.", "The oldest is taken away when there are more."),
    restorePassphrase: ask("The passphrase of the backup.", "It is encrypted like the desk itself."),
  },
  settings: {
    theme: ask("Light, dark or high contrast.", "It holds for this machine."),
    lockAfter: ask("Minutes without a key or the mouse.", "Nobody reads an open desk while you are away."),
    zoom: ask(
      "How large everything is shown.",
      "It holds for this machine. Ctrl+= and Ctrl+- change it too.",
    ),
    reminders: ask(
      "Whether the computer tells you once a day what is due.",
      "It names the numbers of your own requests and nobody's name.",
    ),
    quietFrom: ask("The hour from which nothing is told.", "Deadlines are no reason to ring in the evening."),
    quietTo: ask("The hour until which nothing is told.", "What is due is told once the working day begins."),
    tray: ask(
      "Whether closing the window leaves the program in the tray.",
      "It holds for this computer. Ctrl+Q ends the program in any case.",
    ),
    versionFolder: ask(
      "The folder where your office lays new versions, such as a share that all can read.",
      "New versions come from where the office says, and from nowhere else.",
    ),
    staffName: ask("The name as colleagues know it.", "It stands beside everything that the person does."),
    staffTitle: ask("The title that stands under letters.", "A letter is signed with it."),
    staffUnit: ask("The unit of the office.", "Cases can be filtered by it."),
    roles: ask("What the person may do.", "Some steps ask for a second person with another role."),
  },
  help: {
    word: ask(
      "A word of the field, such as: suspense.",
      "Each is explained in a sentence or two, with its citation.",
    ),
  },
  start: {
    agencies: ask("The agencies that this office answers for.", "Their rulebooks and notices are loaded."),
    name: ask("Your name, as it should stand in the history.", "Everything at the desk is done in a name."),
    title: ask("Your title, as it stands under letters.", "A letter is signed with it."),
    newPassphrase: ask(
      "A sentence that nobody guesses and you do not forget.",
      "The desk is encrypted with it. Nobody can open it without.",
    ),
    again: ask("The same once more.", "A slip of the finger would lock you out."),
    passphrase: ask("The passphrase of this desk.", "The desk is encrypted with it."),
  },
};

//! Both journeys on the command line, as a script would run them: names, fields and exit codes of the contract.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};

const PASSPHRASE: &str = "four words will do";

pub struct Terminal {
    folder: tempfile::TempDir,
    today: &'static str,
}

impl Terminal {
    pub fn new(today: &'static str) -> Terminal {
        Terminal { folder: tempfile::tempdir().expect("a folder"), today }
    }

    pub fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    pub fn run(&self, words: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_docket"))
            .args(["--desk".as_ref(), self.path("office.desk").as_os_str()])
            .args(["--today", self.today, "--json"])
            .args(words)
            .env("DOCKET_PASSPHRASE", PASSPHRASE)
            .output()
            .expect("docket runs")
    }

    /// Runs what must succeed, and reads its JSON.
    pub fn ok(&self, words: &[&str]) -> Value {
        let output = self.run(words);
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|_| Value::String(String::from_utf8_lossy(&output.stdout).into_owned()))
    }

    /// Runs what must be refused with exit 1, and reads the error.
    pub fn refused(&self, words: &[&str]) -> Value {
        let output = self.run(words);
        assert_eq!(output.status.code(), Some(1), "{words:?}: {}", String::from_utf8_lossy(&output.stdout));
        let error: Value = serde_json::from_slice(&output.stderr).expect("an error as JSON");
        assert!(error["error"]["message"].as_str().expect("a sentence").ends_with('.'));
        error["error"].clone()
    }

    pub fn act(&self, number: &str, command: &str, fields: Value) -> Value {
        let file = self.path("fields.json");
        std::fs::write(&file, fields.to_string()).expect("written");
        self.ok(&["case", "do", number, command, "--file", utf8(&file)])
    }

    pub fn open(&self, request: Value) -> Value {
        let file = self.path("request.json");
        std::fs::write(&file, request.to_string()).expect("written");
        self.ok(&["case", "open", "--file", utf8(&file)])
    }
}

pub fn utf8(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}

#[test]
fn an_ssa_transcript_from_intake_to_the_letter() {
    let terminal = Terminal::new("2026-11-06");
    let desk = terminal.ok(&[
        "desk",
        "init",
        "--agency",
        "usps,ssa",
        "--name",
        "Robin Blake",
        "--title",
        "Privacy Specialist",
    ]);
    assert_eq!(desk["open_cases"], 0);
    let case = terminal.open(json!({
        "agency": "ssa", "kinds": ["access"], "received": "2026-11-05", "channel": "mail", "capacity": "self",
        "sensitivity": "ordinary",
        "requester": { "name": "Renée Okonkwo-Hašek", "address": ["14 Larkmoor Row", "Baltimore, MD 21299"], "email": null },
        "subject": null, "text": "a copy of the transcript of my Click-to-Chat conversation",
        "particulars": { "ssn": "987-65-4321" }, "evidence": ["written-certification", "false-pretenses-statement"],
    }));
    let number = case["number"].as_str().expect("a number");
    assert_eq!(number, "SSA-2026-00001");
    assert_eq!(case["state"], "identity");
    assert_eq!(case["clocks"][0]["clock"], "ssa-delay-notice");
    assert_eq!(case["clocks"][0]["send_by"], "2026-12-04");
    assert_eq!(case["next"][0]["step"], "verify-identity");
    let asked: Vec<_> =
        case["requirements"].as_array().expect("a list").iter().map(|asked| &asked["id"]).collect();
    assert_eq!(asked, [&json!("identity"), &json!("false-pretenses")]);
    assert!(!case.to_string().contains("987-65-4321"), "the number is masked in every answer");

    terminal.act(number, "verify-identity", json!({}));
    let office = case["proposal"]["candidates"][0]["office"].as_str().expect("an office");
    terminal.act(number, "route", json!({ "system": "60-0383", "office": office }));
    terminal.act(number, "send-to-office", json!({ "answer_by": "2026-11-20" }));
    terminal.act(number, "record-search", json!({
        "by": "Dana Whitlock, IT Specialist", "where_searched": "the Customer Engagement Tools Record System",
        "how": "by name, number and date", "on": "2026-11-06", "items": [{ "what": "the transcript", "pages": 3 }],
    }));
    let decided = terminal.act(
        number,
        "decide",
        json!({
            "parts": [{ "item": 1, "outcome": "granted" }], "official": "Morgan Ellery", "title": "Director",
        }),
    );
    assert_eq!(decided["determination"]["words"], "granted");

    let draft = terminal.path("draft.pdf");
    let checked = terminal.ok(&["letter", "write", number, "grant", "--out", utf8(&draft)]);
    assert_eq!(checked["ready"], true);
    let edits = terminal.path("edits.json");
    let first = checked["blocks"][1]["clause"].as_str().expect("a clause");
    std::fs::write(&edits, json!([{ "clause": first, "text": ["Call 987-65-4321."] }]).to_string())
        .expect("written");
    let bad = terminal.refused(&["letter", "issue", number, "grant", "--edits", utf8(&edits)]);
    assert!(bad["message"].as_str().expect("a sentence").contains("Nothing was recorded"), "{bad}");
    assert_eq!(
        terminal.run(&["letter", "check", number, "grant", "--edits", utf8(&edits)]).status.code(),
        Some(1)
    );
    let words =
        format!("{} Please keep this letter.", checked["blocks"][1]["text"][0].as_str().expect("words"));
    std::fs::write(&edits, json!([{ "clause": first, "text": [words] }]).to_string()).expect("written");
    let tried =
        terminal.ok(&["letter", "write", number, "grant", "--edits", utf8(&edits), "--out", utf8(&draft)]);
    assert_eq!(tried["changes"][0]["words"][1]["mark"], "put-in", "{tried}");
    let kept = terminal.ok(&["letter", "edit", number, "grant", "--edits", utf8(&edits)]);
    assert_eq!(kept["changes"], tried["changes"]);
    let paper = terminal.path("grant.pdf");
    let issued = terminal.ok(&["letter", "issue", number, "grant", "--out", utf8(&paper)]);
    assert_eq!(
        std::fs::read(&draft).expect("draft"),
        std::fs::read(&paper).expect("letter"),
        "the draft is the letter"
    );
    let known = terminal.ok(&["letter", "verify", utf8(&paper)]);
    assert_eq!(
        (&known["made_again"], &known["edited"][0], &known["number"]),
        (&json!(true), &json!(first), &json!(number))
    );
    let mut changed = std::fs::read(&paper).expect("letter");
    changed.push(b' ');
    let copy = terminal.path("changed.pdf");
    std::fs::write(&copy, changed).expect("written");
    let stranger = terminal.refused(&["letter", "verify", utf8(&copy)]);
    assert!(stranger["message"].as_str().expect("a sentence").contains(number), "{stranger}");
    terminal.act(number, "record-posted", json!({ "letter": issued["letter"], "on": "2026-11-06" }));
    terminal.act(number, "add-note", json!({ "text": "Meant for another case." }));
    let undone = terminal.act(number, "undo", json!({}));
    let taken_back = &undone["history"].as_array().expect("lines")
        [undone["version"].as_u64().expect("a version") as usize - 2];
    assert_eq!((&taken_back["undone"], &undone["undo"]), (&json!(true), &Value::Null), "the posting stays");
    let closed = terminal.act(number, "close", json!({}));
    assert_eq!(closed["state"], "closed");
    let history = terminal.ok(&["case", "history", number]);
    assert_eq!(
        history.as_array().expect("lines").len(),
        closed["version"].as_u64().expect("a version") as usize
    );
    assert_eq!(terminal.ok(&["ledger", "verify"])["broken"], Value::Null);
}

#[test]
fn a_usps_amendment_refused_in_part_offers_an_appeal_or_a_statement() {
    let terminal = Terminal::new("2026-12-15");
    terminal.ok(&["desk", "init", "--agency", "usps", "--name", "Robin Blake"]);
    let case = terminal.open(json!({
        "agency": "usps", "kinds": ["amendment"], "received": "2026-12-14", "channel": "mail", "capacity": "self",
        "requester": { "name": "Thảo Nguyễn", "address": ["880 Sallow Court", "Duluth, MN 55899"] },
        "text": "I am a customer. Your sales file has a wrong e-mail address and a wrong note. Correct both.",
        "evidence": ["certification-of-identity"],
    }));
    let number = case["number"].as_str().expect("a number");
    terminal.act(number, "verify-identity", json!({}));
    terminal.act(
        number,
        "route",
        json!({ "system": "USPS 890.000", "office": "Sales and Customer Relations" }),
    );
    terminal.act(number, "send-to-office", json!({ "answer_by": "2027-01-08" }));
    terminal.act(number, "record-search", json!({
        "by": "Chris Adeyemi, Sales Operations Specialist", "where_searched": "the sales records", "how": "by name",
        "on": "2026-12-15", "items": [{ "what": "the e-mail address" }, { "what": "the note of the call" }],
    }));
    terminal.act(
        number,
        "decide",
        json!({
            "parts": [{ "item": 1, "outcome": "amended", "words": "We replaced it." },
                      { "item": 2, "outcome": "refused", "words": "The recording agrees with the note." }],
            "official": "Jordan Pryce", "title": "Manager, Sales and Customer Relations",
        }),
    );
    let paper = terminal.path("refusal.pdf");
    let early = terminal.run(&["letter", "issue", number, "amendment-refused"]);
    assert_eq!(early.status.code(), Some(1), "a refusal is approved by a second person first");
    let second = "Imani Achebe-Lindqvist";
    terminal.ok(&["staff", "add", "--name", second, "--roles", "specialist,approver"]);
    let own = terminal.run(&["case", "do", number, "approve-decision"]);
    assert_eq!(own.status.code(), Some(1), "nobody approves what they drafted");
    terminal.ok(&["--as", second, "case", "do", number, "approve-decision"]);
    terminal.ok(&["letter", "issue", number, "amendment-refused", "--out", utf8(&paper)]);
    let Ok(text) = Command::new("pdftotext").arg(&paper).arg("-").output() else {
        println!("skipped: pdftotext is not installed, so the words of the page were not read");
        return;
    };
    let text = String::from_utf8_lossy(&text.stdout).split_whitespace().collect::<Vec<_>>().join(" ");
    for needed in [
        "Thảo Nguyễn",
        "General Counsel",
        "475 L'Enfant Plaza SW",
        "90",
        "statement of disagreement",
        "Jordan Pryce",
    ] {
        assert!(text.replace('’', "'").contains(needed), "the page lacks “{needed}”:\n{text}");
    }
}

#[test]
fn the_law_answers_without_a_desk() {
    let terminal = Terminal::new("2026-11-20");
    let due = terminal.ok(&[
        "law",
        "due",
        "--agency",
        "usps",
        "--clock",
        "usps-amendment-refusal",
        "--from",
        "2026-12-14",
    ]);
    assert_eq!(
        (&due["due"], &due["due_strict"], &due["send_by"], &due["cite"]),
        (&json!("2027-01-28"), &json!("2027-01-28"), &json!("2027-01-28"), &json!("39 CFR 266.5(d)(2)"))
    );
    assert_eq!(due["days"][0], json!({ "date": "2026-12-15", "counted": 1, "why": "working day" }));
    let identity = terminal.ok(&[
        "law",
        "identity",
        "--agency",
        "ssa",
        "--kind",
        "access",
        "--channel",
        "mail",
        "--capacity",
        "self",
        "--sensitivity",
        "ordinary",
    ]);
    assert_eq!(identity["channel_accepted"], true);
    assert_eq!(
        identity["requirements"][0]["any_of"],
        json!(["notarized-statement", "written-certification"])
    );
    let route = terminal.ok(&[
        "route",
        "--agency",
        "ssa",
        "--kind",
        "access",
        "--text",
        "transcript of my chat with an agent",
    ]);
    assert_eq!(route["candidates"][0]["system"], "60-0383");
    assert_eq!(route["fallback"], Value::Null);
    let clocks = terminal.ok(&["law", "clocks", "--agency", "ssa"]);
    assert!(clocks.as_array().expect("a list").iter().any(|clock| clock["clock"] == "ssa-delay-notice"));
}

#[test]
fn an_office_corrects_a_rule_and_asks_what_if_without_a_desk() {
    let terminal = Terminal::new("2026-11-20");
    let rules = terminal.ok(&["law", "rules", "--agency", "usps", "--kind", "clock"]);
    let clock = rules
        .as_array()
        .expect("a list")
        .iter()
        .find(|rule| rule["rule"] == "usps-acknowledge, notification, access, amendment, accounting")
        .unwrap_or_else(|| panic!("no such rule in {rules}"));
    assert_eq!(
        (&clock["title"], &clock["versions"][0]["cite"]),
        (&json!("Acknowledge the request"), &json!("39 CFR 266.5(a)(2)"))
    );
    assert_eq!(clock["versions"][0]["state"], "in-force");
    assert!(rules.as_array().expect("a list").iter().all(|rule| rule["kind"] == "clock"));
    let earlier = terminal.ok(&["law", "rules", "--agency", "usps", "--kind", "clock", "--on", "2010-01-04"]);
    assert_ne!(rules, earlier);

    // The correction begins with the rule as it stands; only what changes, and who read it where, is written.
    let draft = clock["versions"][0]["draft"].as_str().expect("a draft");
    assert!(
        draft.starts_with("for = \"usps\"\n\n[[clock]]\n")
            && draft.contains("effective_from = \"2026-11-20\"")
    );
    let text =
        draft.replace("count = 10", "count = 5").replace("source = \"\"", "source = \"our privacy officer\"");
    let file = terminal.path("sooner.toml");
    std::fs::write(&file, text).expect("written");

    let due = ["law", "due", "--agency", "usps", "--clock", "usps-acknowledge", "--from", "2026-11-23"];
    assert_eq!(terminal.ok(&due)["due"], "2026-12-03");
    let with_it = [due.as_slice(), &["--overlay", utf8(&file)]].concat();
    assert_eq!(terminal.ok(&with_it)["due"], "2026-11-28");
    let listed =
        terminal.ok(&["law", "rules", "--agency", "usps", "--kind", "clock", "--overlay", utf8(&file)]);
    assert!(listed.to_string().contains("\"correction\":\"sooner.toml\""), "{listed}");

    terminal.ok(&["desk", "init", "--agency", "usps", "--name", "Robin Blake"]);
    assert_eq!(terminal.ok(&["overlay", "list"]), json!([]));
    let preview = terminal.ok(&["overlay", "preview", utf8(&file)]);
    assert_eq!(preview["changes"][0]["fields"][0], json!({ "field": "count", "before": "10", "after": "5" }));
    let take = ["overlay", "take", utf8(&file), "--reason"];
    assert_eq!(terminal.refused(&[take.as_slice(), &["soon"]].concat())["field"], "reason");
    let taken = terminal.ok(&[take.as_slice(), &["The privacy officer asks for it."]].concat());
    assert_eq!((&taken["id"], &taken["taken_by"]), (&json!(1), &json!("Robin Blake")));
    assert_eq!(terminal.ok(&["overlay", "list"])[0]["reason"], "The privacy officer asks for it.");
    let withdrawn = terminal.ok(&["overlay", "withdraw", "1", "--reason", "She thought better of it."]);
    assert_eq!(withdrawn["withdrawn"]["reason"], "She thought better of it.");
    assert_eq!(
        terminal.refused(&["overlay", "withdraw", "1", "--reason", "Once more, please."])["code"],
        "not-found"
    );
    assert_eq!(terminal.ok(&["ledger", "verify"])["broken"], Value::Null);
    assert_eq!(
        terminal.refused(&["law", "fees", "--agency", "usps", "--pages", "3", "--overlay", "no-such.toml"])["code"],
        "bad-input"
    );
}

#[test]
fn a_case_says_who_asks_what_and_which_road_the_words_point_to() {
    let terminal = Terminal::new("2026-11-06");
    terminal.ok(&["desk", "init", "--agency", "usps,ssa", "--name", "Robin Blake"]);
    let request = json!({
        "agency": "ssa", "kinds": ["access"], "received": "2026-11-05", "channel": "mail", "capacity": "guardian",
        "facts": { "relation": "guardian-of-minor" }, "sensitivity": "medical",
        "requester": { "name": "Soledad de la Cruz", "address": ["3 Wren Hollow", "Erie, PA 16599"] },
        "subject": { "name": "Thị Nguyễn" },
        "text": "Send everything you have on my ward, the chat with Social Security too.", "evidence": ["court-order"],
    });
    let case = terminal.open(request.clone());
    assert_eq!(case["facts"]["relation"], "guardian-of-minor");
    let asked = case["asked"].as_array().expect("what is asked");
    assert!(asked.iter().any(|one| one["by"] == "rule" && one["id"] == "health-professional"));
    assert!(asked.iter().any(|one| one["by"] == "rule" && one["id"] == "relationship" && one["met"] == true));
    let proof = asked.iter().find(|one| one["id"] == "identity").expect("proof of identity");
    assert_eq!(
        proof["also_by"], "60-0383, FR Doc. 2017-16331",
        "the notice asks the same, and says nothing twice"
    );
    assert!(asked.iter().all(|one| one["id"] != "proof"));
    let misfit = &case["misfits"][0];
    assert_eq!(
        (&misfit["misfit"], &misfit["found"]),
        (&json!("blanket-request"), &json!("everything you have"))
    );
    assert_eq!(misfit["cite"], "20 CFR 401.40(c)");
    assert!(case["state"] == "identity" && case["determination"] == Value::Null, "nothing is decided by it");
    // The same is found when the case is read again from the ledger.
    let again = terminal.ok(&["case", "show", case["number"].as_str().expect("a number")]);
    assert_eq!((&again["facts"], &again["misfits"]), (&case["facts"], &case["misfits"]));
    // A relation that does not fit the capacity is refused with the reason.
    let mut wrong = request;
    wrong["facts"]["relation"] = json!("attorney");
    let file = terminal.path("wrong.json");
    std::fs::write(&file, wrong.to_string()).expect("written");
    let error = terminal.refused(&["case", "open", "--file", utf8(&file)]);
    assert!(
        error["field"] == "capacity" && error["message"].as_str().expect("words").contains("third party")
    );
}

#[test]
fn refusals_have_a_code_a_sentence_and_exit_1_and_wrong_words_exit_2() {
    let terminal = Terminal::new("2026-11-20");
    assert_eq!(terminal.refused(&["case", "list"])["code"], "not-found");
    terminal.ok(&["desk", "init", "--agency", "ssa", "--name", "Robin Blake"]);
    assert_eq!(terminal.refused(&["case", "show", "SSA-2026-00009"])["code"], "not-found");
    assert_eq!(
        terminal.refused(&["law", "due", "--agency", "ssa", "--clock", "no-such", "--from", "2026-01-01"])["code"],
        "bad-input"
    );
    assert_eq!(terminal.run(&["case", "list", "--colour"]).status.code(), Some(2));
    let empty = terminal.path("empty.txt");
    std::fs::write(&empty, "").expect("written");
    assert_eq!(terminal.refused(&["notice", "read", utf8(&empty)])["code"], "bad-input");
}

#[test]
fn the_practice_desk_has_a_case_at_every_step() {
    let terminal = Terminal::new("2026-11-20");
    terminal.ok(&["practice", utf8(terminal.folder.path())]);
    let practice = terminal.path("practice.desk");
    let output = Command::new(env!("CARGO_BIN_EXE_docket"))
        .args(["--desk", utf8(&practice), "--today", "2026-11-20", "--json", "case", "list", "--closed"])
        .env("DOCKET_PASSPHRASE", "practice makes perfect")
        .output()
        .expect("docket runs");
    let rows: Vec<Value> = serde_json::from_slice(&output.stdout).expect("rows");
    for state in ["identity", "system", "search", "decision", "letter", "dispatch", "answered", "closed"] {
        assert!(rows.iter().any(|row| row["state"] == state), "no case at the step “{state}”");
    }
    assert!(rows.iter().any(|row| row["nearness"] == "overdue"), "nothing is overdue to learn from");
}

#[test]
fn the_workload_and_what_is_due_as_json_and_in_words() {
    let terminal = Terminal::new("2026-11-06");
    terminal.ok(&["desk", "init", "--agency", "usps", "--name", "Robin Blake"]);
    terminal.open(json!({
        "agency": "usps", "kinds": ["access"], "received": "2026-11-05", "channel": "mail", "capacity": "self",
        "sensitivity": "ordinary", "requester": { "name": "Žofie Hašek", "address": ["2 Quarry Steps"] },
        "text": "Please send me what you have about my hold mail.", "evidence": []
    }));
    let load = terminal.ok(&["report", "workload"]);
    assert_eq!((load["open"].as_u64(), load["to"].as_str()), (Some(1), Some("2026-11-06")));
    assert_eq!(load["weeks"].as_array().map(Vec::len), Some(26));
    assert_eq!(load["weeks"][25]["received"], 1);
    assert_eq!(load["steps"][0], json!({ "state": "identity", "cases": 1, "overdue": 0 }));
    let days = terminal.ok(&["report", "due", "--from", "2026-11-09", "--days", "14"]);
    assert_eq!(days.as_array().map(Vec::len), Some(14));
    assert_eq!(days[2]["what"], "Veterans Day");
    assert_eq!(days.as_array().map(|days| days.iter().filter(|day| day["cases"] == 1).count()), Some(1));
    let other = terminal.refused(&["report", "workload", "--agency", "ssa"]);
    assert_eq!((other["code"].as_str(), other["field"].as_str()), (Some("bad-input"), Some("agency")));

    let words = Command::new(env!("CARGO_BIN_EXE_docket"))
        .args(["--desk".as_ref(), terminal.path("office.desk").as_os_str()])
        .args(["--today", "2026-11-06", "report", "workload"])
        .env("DOCKET_PASSPHRASE", PASSPHRASE)
        .output()
        .expect("docket runs");
    let words = String::from_utf8_lossy(&words.stdout).into_owned();
    for part in ["1 case is open, 0 of them overdue.", "Week of", "Days to decide", "not confirmed"] {
        assert!(words.contains(part), "“{part}” in {words}");
    }
}

#[test]
fn the_ledger_a_backup_its_proof_and_a_restore() {
    let terminal = Terminal::new("2026-11-06");
    terminal.ok(&["desk", "init", "--agency", "usps", "--name", "Robin Blake"]);
    let out = terminal.path("ledger.jsonl");
    let entries = terminal.ok(&["ledger", "export", utf8(&out)])["entries"].clone();
    assert_eq!(entries, terminal.ok(&["ledger", "verify"])["entries"]);
    let folder = terminal.path("away");
    std::fs::create_dir(&folder).expect("made");
    let made = terminal.ok(&["backup", "--plan", utf8(&folder), "--every", "7", "--keep", "3"]);
    assert!(
        made["file"].as_str().is_some_and(|file| file.ends_with("docket-backup-2026-11-06.desk")),
        "{made}"
    );
    assert_eq!(terminal.ok(&["backup", "--if-due"]), Value::Null);
    let proof = terminal.ok(&["drill"]);
    assert_eq!((proof["passed"].as_bool(), &proof["entries"]), (Some(true), &entries));
    let copy = terminal.path("copy.desk");
    terminal.ok(&["backup", utf8(&copy)]);
    assert_eq!(terminal.refused(&["backup", utf8(&copy)])["code"], "bad-input");
    let restored = terminal.ok(&["restore", utf8(&copy)]);
    assert_eq!(restored["entries"], entries);
    assert!(restored["kept"].as_str().is_some_and(|kept| Path::new(kept).exists()));
    terminal.ok(&["ledger", "verify"]);
    assert_eq!(terminal.refused(&["drill", utf8(&out)])["code"], "damaged-desk");
}

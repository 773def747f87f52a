//! Every room, every part of a case and every dialog, in light, dark and high contrast, by axe and in pictures; every room by keyboard
//! alone; and every room at twice its size.

use docket_window_tests::{Computer, Key, Window, checkout};
use serde_json::Value;

use crate::{practice, staff};

const THEMES: [&str; 3] = ["light", "dark", "contrast"];
pub const TABS: [&str; 8] =
    ["request", "identity", "search", "decision", "letters", "after", "file", "history"];

/// The rooms, with the heading that each begins with.
pub const ROOMS: [(&str, &str, &str); 11] = [
    ("worklist", "/", "Worklist"),
    ("new", "/new", "Take in a request"),
    ("systems", "/systems", "Systems of records"),
    ("accounting", "/accounting", "Accounting of disclosures"),
    ("rules", "/rules", "Rules"),
    ("mail", "/mail", "Mail"),
    ("workload", "/workload", "Week by week"),
    ("ledger", "/ledger", "Ledger and backups"),
    ("settings", "/settings", "Settings"),
    ("help", "/help", "Help"),
    ("letters", "/rules/letters", "The office's letters"),
];

/// Goes to an address.
pub async fn go(window: &Window, address: &str) {
    window.ask(&format!("window.location.hash = '#{address}'")).await;
}

/// The screen in each theme. The window is light afterwards, so that what follows finds it as it was.
pub async fn portray(window: &Window, name: &str) {
    for theme in THEMES.iter().rev() {
        window.ask(&format!("document.documentElement.dataset.theme = '{theme}'")).await;
        window.photograph(&format!("every-{name}-{theme}")).await;
    }
}

/// The cases that are looked at: one at each step, of one agency and of the other by turns.
pub async fn one_case_at_each_step(window: &Window) -> Vec<(String, String)> {
    let list = practice::answer(window, "'worklist', { query: { closed: true } }").await;
    let rows = list["rows"].as_array().cloned().unwrap_or_default();
    let word = |row: &Value, name: &str| row[name].as_str().unwrap_or_default().to_owned();
    let mut chosen: Vec<(String, String)> = Vec::new();
    for row in &rows {
        let state = word(row, "state");
        if chosen.iter().all(|(known, _)| *known != state) {
            chosen.push((state, word(row, "number")));
        }
    }
    assert!(chosen.len() >= 7, "the practice desk has cases at many steps: {chosen:?}");
    chosen
}

/// A case with an issued letter, and the letter.
pub async fn an_issued_letter(window: &Window, cases: &[(String, String)]) -> (String, String) {
    for (_, number) in cases {
        let case = practice::answer(window, &format!("'case_view', {{ number: '{number}' }}")).await;
        if let Some(letter) = case["letters"][0]["letter"].as_str() {
            return (number.clone(), letter.to_owned());
        }
    }
    panic!("no case of the practice desk has a letter")
}

/// A case and a kind of letter that can be written for it now.
async fn a_letter_to_write(window: &Window, cases: &[(String, String)]) -> (String, String) {
    for (_, number) in cases {
        let case = practice::answer(window, &format!("'case_view', {{ number: '{number}' }}")).await;
        let step = case["next"].as_array().into_iter().flatten().find(|step| step["step"] == "write-letter");
        if let Some(kind) = step.and_then(|step| step["letter"].as_str()) {
            return (number.clone(), kind.to_owned());
        }
    }
    panic!("no case of the practice desk waits for a letter")
}

/// The practice desk in the smallest window that the program is made for.
async fn opens(computer: &mut Computer) -> Window {
    let window = practice::opens(computer).await;
    window.resize(1280, 720).await;
    window
}

#[tokio::test(flavor = "multi_thread")]
async fn every_room_is_accessible_in_every_theme_and_by_keyboard() {
    let mut computer = Computer::with_a_mouse();
    let window = opens(&mut computer).await;
    for (name, address, heading) in ROOMS {
        go(&window, address).await;
        window.see_heading(heading).await;
        portray(&window, name).await;
        window.walk_by_keyboard(name).await;
    }
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_dialog_of_the_worklist_is_accessible_in_every_theme() {
    let mut computer = Computer::with_a_mouse();
    let window = opens(&mut computer).await;
    window.control('k').await;
    window.see("Go to systems of records").await;
    portray(&window, "palette").await;
    window.key(Key::Escape).await;
    window.key('?').await;
    window.see_heading("Keys of this screen").await;
    portray(&window, "keys").await;
    window.key(Key::Escape).await;
    window.key('j').await;
    window.key('p').await;
    window.see("Close the preview").await;
    portray(&window, "worklist-preview").await;
    window.key('p').await;
    window.key('x').await;
    window.key('b').await;
    window.fill("Note", "While you are here this week.").await;
    portray(&window, "together").await;
    window.press("Preview").await;
    window.see_heading("What would happen").await;
    portray(&window, "together-preview").await;
    window.press("Cancel").await;
    window.key('s').await;
    window.see("Name of the filter").await;
    portray(&window, "save-filter").await;
    window.key(Key::Escape).await;
    go(&window, "/?q=nobody-of-this-name").await;
    window.see_no_more("USPS-2026-").await;
    portray(&window, "worklist-none").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn systems_revisions_and_rules_are_accessible_in_every_theme() {
    let fixtures = checkout().join("tests/window/fixtures");
    let mut computer = Computer::with_a_mouse();
    computer.will_choose(&[
        &fixtures.join("usps-990.552-first.txt"),
        &fixtures.join("usps-990.552-second.txt"),
        &fixtures.join("no-notice.txt"),
    ]);
    let window = opens(&mut computer).await;
    go(&window, "/systems").await;
    window.press("Import notices").await;
    window.see("What the import did").await;
    portray(&window, "import").await;
    window.press_marked("system-row-USPS 990.552").await;
    window.see("1 Nowhere Quay").await;
    portray(&window, "system").await;
    window.press("Compare").await;
    window.see_heading("Compare USPS 990.552").await;
    portray(&window, "compare").await;
    go(&window, "/rules").await;
    window.see_heading("Rules").await;
    window.press_marked("rule-row-…").await;
    window.press_marked("correct-rule").await;
    window.see("Show what changes").await;
    portray(&window, "rule-correct").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_offices_letters_are_accessible_in_every_theme() {
    let mut computer = Computer::with_a_mouse();
    let window = opens(&mut computer).await;
    go(&window, "/rules/letters?agency=usps&clause=acknowledgement.office").await;
    window.see_heading("The office's letters").await;
    let program = window.value("The office's words").await;
    window.fill("The office's words", &format!("{program} You need not call us.")).await;
    window.see("Changed in your draft").await;
    portray(&window, "letters-clause").await;
    window.walk_by_keyboard("a clause").await;
    window.press_marked("preview-wording").await;
    window.see_heading("What would read differently").await;
    portray(&window, "letters-preview").await;
    window.send_form("Propose").await;
    window.see("waits for approval").await;
    portray(&window, "letters-version").await;
    window.press("Approve version 1").await;
    window.see("Approve version 1?").await;
    portray(&window, "letters-approve-ask").await;
    window.key(Key::Escape).await;
    go(&window, "/rules/letters?agency=usps&part=spanish").await;
    window.see_heading("Spanish beside the English").await;
    window.press("Read all …").await;
    window.see("Estimado/a").await;
    portray(&window, "letters-spanish").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_case_with_its_parts_and_dialogs_is_accessible_in_every_theme() {
    let mut computer = Computer::with_a_mouse();
    let window = opens(&mut computer).await;
    let cases = &one_case_at_each_step(&window).await;
    for (state, number) in cases {
        go(&window, &format!("/case/{number}")).await;
        window.see(number).await;
        window.see_heading("What the rule asks next").await;
        portray(&window, &format!("case-{state}")).await;
    }
    let of = |state: &str| cases.iter().find(|(known, _)| known == state).map(|(_, number)| number.clone());
    let both = [of("closed"), of("answered")];
    for number in both.into_iter().flatten() {
        for tab in TABS {
            go(&window, &format!("/case/{number}?tab={tab}")).await;
            window.see_heading("What the rule asks next").await;
            let agency = number.split('-').next().unwrap_or_default().to_lowercase();
            portray(&window, &format!("case-{agency}-{tab}")).await;
        }
        window.walk_by_keyboard("a case").await;
    }
    let (_, open) = cases.iter().find(|(state, _)| state != "closed").expect("a case is open");
    go(&window, &format!("/case/{open}?tab=request")).await;
    window.see_heading("What the rule asks next").await;
    window.press("Working…").await;
    window.see("What if").await;
    portray(&window, "clock-working").await;
    for (doing, words) in [
        ("add-note", "Note for the file"),
        ("withdraw", "Record that the requester withdrew?"),
        ("close", "Close this case?"),
    ] {
        go(&window, &format!("/case/{open}?tab=request&do={doing}")).await;
        window.see(words).await;
        portray(&window, &format!("dialog-{doing}")).await;
        window.walk_by_keyboard(doing).await;
        window.key(Key::Escape).await;
    }
    go(&window, &format!("/person/{open}/requester")).await;
    window.see_heading("Names and addresses").await;
    portray(&window, "person").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_forms_and_refusals_are_accessible_in_every_theme() {
    let mut computer = Computer::with_a_mouse();
    let window = opens(&mut computer).await;
    let cases = &one_case_at_each_step(&window).await;
    let (number, kind) = a_letter_to_write(&window, cases).await;
    go(&window, &format!("/case/{number}/write/{kind}")).await;
    window.see_drawn_page().await;
    portray(&window, "composer").await;
    window.walk_by_keyboard("the composer").await;
    window.press_marked("issue-letter").await;
    window.see("Issue this letter?").await;
    portray(&window, "issue-ask").await;
    window.key(Key::Escape).await;
    let (number, letter) = an_issued_letter(&window, cases).await;
    go(&window, &format!("/case/{number}/letter/{letter}")).await;
    window.see_drawn_page().await;
    portray(&window, "issued").await;
    go(&window, "/mail").await;
    window.see_heading("Mail").await;
    if window.ask("return !document.querySelector('[data-testid=print-batch]').disabled").await == true {
        window.press_marked("print-batch").await;
        window.see_heading("Print 1 letter…").await;
        portray(&window, "print").await;
        window.key(Key::Escape).await;
    }
    go(&window, "/accounting").await;
    window.press("Enter a disclosure").await;
    window.see("What was disclosed").await;
    portray(&window, "accounting-enter").await;
    go(&window, "/settings").await;
    window.press("Add a member of the staff").await;
    window.see("May act as").await;
    portray(&window, "staff-add").await;
    go(&window, "/new").await;
    window.choose("For", "SSA").await;
    window.fill("Requester's name", "Nguyễn Thảo").await;
    window.fill("Their words", "Please send me everything from my chat about my benefits.").await;
    window.tick("Access: to see a record or have a copy").await;
    window.see("60-0383").await;
    portray(&window, "new-typed").await;
    go(&window, "/nowhere").await;
    window.see_heading("There is no such page").await;
    portray(&window, "nowhere").await;
    go(&window, "/case/USPS-2026-99999").await;
    window.see("Nothing was found").await;
    portray(&window, "refusal").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_locked_desk_and_the_empty_one_are_accessible_in_every_theme() {
    let mut computer = Computer::with_a_mouse();
    let window = computer.open().await;
    window.resize(1280, 720).await;
    window.see_heading("Set up your desk").await;
    portray(&window, "first-start").await;
    window.walk_by_keyboard("the first start").await;
    window.close().await;

    let window = staff::sets_up_a_desk(&mut computer).await;
    window.resize(1280, 720).await;
    for (name, address, heading) in [ROOMS[0], ROOMS[3], ROOMS[5], ROOMS[6]] {
        go(&window, address).await;
        if name != "workload" {
            window.see_heading(heading).await;
        }
        portray(&window, &format!("empty-{name}")).await;
    }
    window.press("Lock").await;
    window.see_heading("Open your desk").await;
    portray(&window, "locked").await;
    window.walk_by_keyboard("the locked desk").await;
    window.close().await;
}

/// The program's own zoom, by its key: what a person does who needs everything twice as large.
#[tokio::test(flavor = "multi_thread")]
async fn at_twice_the_size_no_room_is_wider_than_the_window() {
    let mut computer = Computer::with_a_mouse();
    let window = practice::opens(&mut computer).await;
    window.resize(1280, 720).await;
    for percent in [110, 125, 150, 175, 200] {
        window.control('=').await;
        window.see(&format!("Everything is shown at {percent} %.")).await;
    }
    let wide = window.ask("return window.innerWidth").await;
    assert_eq!(wide, 640, "half as much of the page is seen");
    let cases = one_case_at_each_step(&window).await;
    let (number, letter) = an_issued_letter(&window, &cases).await;
    for (name, address, heading) in ROOMS {
        go(&window, address).await;
        window.see_heading(heading).await;
        window.photograph(&format!("every-{name}-twice")).await;
        window.fits_its_width(name).await;
    }
    // The pointer of the WebDriver knows nothing of the zoom: the way goes by addresses here.
    let inbox = practice::answer(&window, "'inbox'").await;
    let message = inbox["waiting"][0]["id"].as_str().unwrap_or_default();
    go(&window, &format!("/mail/in/{message}")).await;
    window.see_heading("What to do with it").await;
    window.photograph("every-message-twice").await;
    window.fits_its_width("a message").await;
    for tab in TABS {
        go(&window, &format!("/case/{number}?tab={tab}")).await;
        window.see_heading("What the rule asks next").await;
        window.photograph(&format!("every-case-{tab}-twice")).await;
        window.fits_its_width(tab).await;
    }
    go(&window, &format!("/case/{number}/letter/{letter}")).await;
    window.see_drawn_page().await;
    window.photograph("every-issued-twice").await;
    window.fits_its_width("an issued letter").await;
    window.close().await;
}

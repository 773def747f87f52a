//! The words of a journey. Each waits until what it names is there, and fails with what the screen says instead.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use fantoccini::Client;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::key::Key;
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::checkout;

/// How long a person would wait before calling it broken.
const PATIENCE: Duration = Duration::from_secs(60);
const LOOK: &str = include_str!("look.js");

/// The window of the program.
#[derive(Debug)]
pub struct Window {
    client: Client,
    faults: Mutex<Vec<String>>,
}

impl Window {
    pub(crate) fn new(client: Client) -> Self {
        Self { client, faults: Mutex::default() }
    }

    /// Presses a button.
    pub async fn press(&self, name: &str) {
        self.click(&["role", "button", name]).await;
    }

    /// Sends the form that is open by its button.
    pub async fn send_form(&self, name: &str) {
        self.click(&["role", "submit", name]).await;
    }

    /// Follows a link.
    pub async fn follow(&self, name: &str) {
        self.click(&["role", "link", name]).await;
    }

    /// Chooses a radio button or ticks a box.
    pub async fn tick(&self, name: &str) {
        self.click_any(&[&["role", "radio", name], &["role", "checkbox", name]]).await;
    }

    /// Presses what the program marks with a test id.
    pub async fn press_marked(&self, id: &str) {
        self.click(&["testid", id, ""]).await;
    }

    /// Writes into a field, in place of what stands there.
    pub async fn fill(&self, label: &str, text: &str) {
        let field = self.one(&["field", label, ""]).await;
        // One call each: a modifier is let go only at the end of a call.
        let select_all = format!("{}a", char::from(Key::Control));
        let typed = text.replace('\n', &String::from(char::from(Key::Enter)));
        for keys in [select_all.as_str(), &String::from(char::from(Key::Delete)), &typed] {
            field
                .send_keys(keys)
                .await
                .unwrap_or_else(|cause| panic!("“{label}” could not be filled in: {cause}"));
        }
    }

    /// Chooses an entry of a list by its words.
    pub async fn choose(&self, label: &str, entry: &str) {
        let list = self.one(&["field", label, ""]).await;
        list.select_by_label(entry)
            .await
            .unwrap_or_else(|cause| panic!("“{label}” has no “{entry}”: {cause}"));
    }

    /// Gives a file to a field that takes one, as its dialog does.
    pub async fn give(&self, label: &str, file: &Path) {
        let field = self.one(&["field", label, ""]).await;
        let file = file.to_string_lossy();
        field.send_keys(&file).await.unwrap_or_else(|cause| panic!("“{label}” takes no file: {cause}"));
    }

    /// What stands in a field.
    pub async fn value(&self, label: &str) -> String {
        let field = self.one(&["field", label, ""]).await;
        field.prop("value").await.expect("a field has a value").unwrap_or_default()
    }

    /// Waits until the screen says this.
    pub async fn see(&self, words: &str) {
        self.wait(&format!("the words “{words}”"), async |window| {
            window.text().await.contains(words).then_some(())
        })
        .await;
    }

    /// Opens a part of the screen by its tab.
    pub async fn choose_tab(&self, name: &str) {
        self.click(&["role", "tab", name]).await;
    }

    /// Waits until the page of a letter is drawn, not only its frame: some pixel of it is dark.
    pub async fn see_drawn_page(&self) {
        let dark = "const pages = [...document.querySelectorAll('[data-testid=letter-page]')];
            return pages.length > 0 && pages.every((page) => page.dataset.drawn === 'true') && pages[0].getContext('2d')
              .getImageData(0, 0, pages[0].width, pages[0].height).data.some((part, at) => at % 4 === 0 && part < 64);";
        self.wait("the page of the letter to be drawn", async |window| {
            window.ask(dark).await.as_bool().filter(|drawn| *drawn)
        })
        .await;
    }

    /// Waits until the screen no longer says this.
    pub async fn see_no_more(&self, words: &str) {
        self.wait(&format!("the words “{words}” to go"), async |window| {
            (!window.text().await.contains(words)).then_some(())
        })
        .await;
    }

    /// Waits for a heading, which says on which screen one is.
    pub async fn see_heading(&self, name: &str) {
        self.one(&["role", "heading", name]).await;
    }

    /// Holds Control and strikes a letter or sign.
    pub async fn control(&self, key: char) {
        self.strike(&[Key::Control.into(), key]).await;
    }

    /// Makes the window this large, as by its corner.
    pub async fn resize(&self, width: u32, height: u32) {
        self.client.set_window_size(width, height).await.expect("the window can be made larger and smaller");
    }

    /// Drags the window to a place of the screen, and to a size: left, top, width and height.
    pub async fn put_at(&self, place: (u32, u32, u32, u32)) {
        let (left, top, width, height) = place;
        let put = self.client.set_window_rect(left, top, width, height).await;
        put.expect("the window can be moved and sized");
        self.wait(&format!("the window to be at {place:?}"), async |window| {
            (window.place().await == place).then_some(())
        })
        .await;
    }

    /// Where the window is on the screen: left, top, width and height.
    pub async fn place(&self) -> (u32, u32, u32, u32) {
        let (left, top, width, height) =
            self.client.get_window_rect().await.expect("the window is somewhere");
        let [left, top, width, height] =
            [left, top, width, height].map(|part| u32::try_from(part).expect("a screen has no such place"));
        (left, top, width, height)
    }

    /// Waits until the window is on the screen no more, or again.
    pub async fn is_hidden(&self, hidden: bool) {
        let wanted = if hidden { "hidden" } else { "visible" };
        self.wait(&format!("the window to be {wanted}"), async |window| {
            (window.ask("return document.visibilityState").await == wanted).then_some(())
        })
        .await;
    }

    /// Leaves the program by its key, and waits until nothing answers any more.
    pub(crate) async fn quits(&self) {
        let keys = [Key::Control.into(), 'q'].map(|value| KeyAction::Down { value });
        let actions = keys.into_iter().fold(KeyActions::new("keyboard".to_owned()), KeyActions::then);
        // The program may be gone before it could say that the key was struck.
        let _ = self.client.perform_actions(actions).await;
        let until = Instant::now() + PATIENCE;
        while self.client.current_url().await.is_ok() {
            assert!(Instant::now() < until, "the program did not end");
            sleep(Duration::from_millis(50)).await;
        }
    }

    /// Holds Control and strikes Enter.
    pub async fn control_enter(&self) {
        self.strike(&[Key::Control, Key::Enter].map(char::from)).await;
    }

    /// Strikes one key, such as the letter of a shortcut.
    pub async fn key(&self, key: impl Into<char>) {
        self.strike(&[key.into()]).await;
    }

    async fn strike(&self, keys: &[char]) {
        self.strike_all(keys, true).await;
    }

    /// Strikes keys: all held down together, or one after the other.
    async fn strike_all(&self, keys: &[char], together: bool) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        let (down, up) = (|value| KeyAction::Down { value }, |value| KeyAction::Up { value });
        for key in keys {
            actions = actions.then(down(*key));
            if !together {
                actions = actions.then(up(*key));
            }
        }
        for key in keys.iter().rev().filter(|_| together) {
            actions = actions.then(up(*key));
        }
        self.client.perform_actions(actions).await.expect("a key can be struck");
    }

    /// Types as on a keyboard, to whatever has the focus.
    pub async fn keys(&self, text: &str) {
        let focused = self.client.active_element().await.expect("something has the focus");
        focused.send_keys(text).await.expect("keys can be sent");
    }

    /// Moves the focus with the Tab key until it stands on something with this name, as a person without a mouse does.
    pub async fn tab_to(&self, name: &str) {
        let mut passed = Vec::new();
        for _ in 0..120 {
            self.key(Key::Tab).await;
            let focused = self.focused().await;
            if focused == name {
                return;
            }
            passed.push(focused);
        }
        panic!("120 times Tab did not reach “{name}”; it passed: {}", passed.join(" | "));
    }

    /// Waits until the program itself has moved the focus here.
    pub async fn focus_on(&self, name: &str) {
        self.wait(&format!("the focus to be on “{name}”"), async |window| {
            (window.focused().await == name).then_some(())
        })
        .await;
    }

    /// The name of what has the focus.
    pub async fn focused(&self) -> String {
        self.ask(
            "const read = (e) => { const copy = e.cloneNode(true); copy.querySelectorAll('[aria-hidden=true]').forEach((x) => x.remove()); return copy.textContent; };
             const e = document.activeElement; if (!e || e === document.body) return '';
             const ids = e.getAttribute('aria-labelledby');
             const text = ids ? ids.split(/\\s+/).map((id) => document.getElementById(id)).filter(Boolean).map(read).join(' ')
               : e.getAttribute('aria-label') ?? (e.labels?.length ? [...e.labels].map(read).join(' ') : read(e));
             return (text ?? '').replace(/\\s+/g, ' ').trim().replace(/ \\(optional\\)$/, '');",
        )
        .await
        .as_str()
        .unwrap_or_default()
        .to_owned()
    }

    /// All words on the screen.
    pub async fn text(&self) -> String {
        self.ask("return document.body.innerText").await.as_str().unwrap_or_default().to_owned()
    }

    /// Photographs the screen to `target/screens/<name>.png`, and checks it with axe. What axe finds fault with is said
    /// when the window closes, so that one journey shows all of it.
    pub async fn photograph(&self, name: &str) {
        self.painted().await;
        self.nudge("const one = document.documentElement.appendChild(document.createElement('i'));
            one.style.cssText = 'position: fixed; right: 0; bottom: 0; width: 1px; height: 1px';
            let odd = false;
            const turn = setInterval(() => { odd = !odd; one.style.background = odd ? '#fefefe' : '#fff'; }, 40);
            window.nudged = () => { clearInterval(turn); one.remove(); };")
            .await;
        let picture = self.client.screenshot().await.expect("the window can be photographed");
        self.nudge("window.nudged();").await;
        keep(name, &picture);
        self.check_with_axe(name).await;
    }

    /// Lets one pixel change, or rest again: WebKitGTK takes its picture with the next frame, and where nothing changes it draws none.
    async fn nudge(&self, script: &str) {
        self.client.execute(script, vec![]).await.expect("a pixel can change");
    }

    /// Waits until nothing moves and what the page shows is on the screen: a picture taken earlier shows the frame before.
    async fn painted(&self) {
        let settled = "const done = arguments[arguments.length - 1];
            const moving = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime < 20000);
            Promise.allSettled(moving.map((one) => one.finished))
              .then(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 150))));";
        self.client.execute_async(settled, vec![]).await.expect("the page paints");
    }

    /// Notes what is wrong with a screen; the window says it when it closes.
    pub(crate) fn find_fault(&self, fault: String) {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner).push(fault);
    }

    /// Strikes one key many times.
    pub(crate) async fn strike_often(&self, key: Key, times: usize) {
        self.strike_all(&[key.into()].repeat(times), false).await;
    }

    /// Keeps every rule of WCAG 2.2 A and AA, and of good practice, that axe finds broken on the screen.
    async fn check_with_axe(&self, name: &str) {
        let axe = checkout().join("ui/node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(&axe)
            .unwrap_or_else(|_| panic!("{} is missing: run `make test`", PathBuf::from(&axe).display()));
        self.client
            .execute(&format!("if (!window.axe) {{ {axe}\n }}"), vec![])
            .await
            .expect("axe can be loaded");
        let found = self
            .client
            .execute_async(
                "const done = arguments[arguments.length - 1];
                 axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })
                   .then((r) => done(r.violations.map((v) => `${v.id}: ${v.help}\\n` + v.nodes.map((n) => `    ${n.html}\\n    ${n.failureSummary}`).join('\\n'))))
                   .catch((e) => done([String(e)]));",
                vec![],
            )
            .await
            .expect("axe can run");
        let found: Vec<_> = found.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        if !found.is_empty() {
            self.find_fault(format!("axe finds fault with the screen {name}:\n{}", found.join("\n")));
        }
    }

    /// Closes the window; fails where a screen of it had an accessibility fault.
    pub async fn close(self) {
        self.client.clone().close().await.expect("the window can be closed");
        self.is_accessible();
    }

    pub(crate) fn is_accessible(&self) {
        let faults = self.faults.lock().unwrap_or_else(PoisonError::into_inner);
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    /// Runs a script in the page and hands over its answer: for measuring, not for acting.
    pub async fn ask(&self, script: &str) -> Value {
        self.client
            .execute(script, vec![])
            .await
            .unwrap_or_else(|cause| panic!("the page did not answer: {cause}\n{script}"))
    }

    /// The same for a script that promises its answer, as text.
    pub async fn ask_later(&self, promise: &str) -> String {
        let script = format!(
            "const done = arguments[arguments.length - 1]; ({promise}).then(done, (e) => done(`${{e}}`));"
        );
        let answer = self.client.execute_async(&script, vec![]).await;
        answer
            .unwrap_or_else(|cause| panic!("the page did not answer: {cause}\n{promise}"))
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    async fn click(&self, what: &[&str; 3]) {
        self.click_any(&[what]).await;
    }

    async fn click_any(&self, any: &[&[&str; 3]]) {
        let until = Instant::now() + PATIENCE;
        loop {
            // Between finding and pressing, the page may draw the thing anew.
            match self.one_of(any).await.click().await {
                Ok(()) => return,
                Err(cause) => assert!(Instant::now() < until, "{any:?} could not be pressed: {cause}"),
            }
            sleep(Duration::from_millis(100)).await;
        }
    }

    async fn one(&self, what: &[&str; 3]) -> Element {
        self.one_of(&[what]).await
    }

    async fn one_of(&self, any: &[&[&str; 3]]) -> Element {
        self.wait(&format!("{any:?}"), async |window| {
            for what in any {
                if let Some(first) = window.look(what).await.into_iter().next() {
                    return Some(first);
                }
            }
            None
        })
        .await
    }

    async fn look(&self, what: &[&str; 3]) -> Vec<Element> {
        let found = self
            .client
            .execute(LOOK, what.iter().map(|word| json!(word)).collect())
            .await
            .expect("the page can be searched");
        let ids = found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|one| one.as_object()?.values().next()?.as_str());
        ids.map(|id| Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned()))).collect()
    }

    async fn wait<T>(&self, what: &str, mut found: impl AsyncFnMut(&Self) -> Option<T>) -> T {
        let until = Instant::now() + PATIENCE;
        loop {
            if let Some(thing) = found(self).await {
                return thing;
            }
            if Instant::now() > until {
                let journey = std::thread::current().name().unwrap_or("journey").replace("::", "-");
                let picture = self.client.screenshot().await.expect("the window can be photographed");
                keep(&format!("failed-{journey}"), &picture);
                let faults = self.faults.lock().unwrap_or_else(PoisonError::into_inner).join("\n");
                panic!("waited for {what} in vain. The screen says:\n{}\n{faults}", self.text().await);
            }
            sleep(Duration::from_millis(50)).await;
        }
    }
}

fn keep(name: &str, picture: &[u8]) {
    let folder = checkout().join("target/screens");
    std::fs::create_dir_all(&folder).expect("target/screens can be made");
    std::fs::write(folder.join(format!("{name}.png")), picture).expect("a picture can be written");
}

//! The words of a journey. Each waits until what it names is there, and fails with what the screen says instead.

use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use fantoccini::Client;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::key::Key;
use serde_json::{Value, json};
use tokio::time::{sleep, timeout};

use crate::picture::keep;

/// How long a person would wait before calling it broken.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);
/// How long the picture of a failure may take.
const PICTURE: Duration = Duration::from_secs(10);
const NAMES: &str = include_str!("names.js");
pub(crate) const LOOK: &str = include_str!("look.js");

/// What is looked for on the screen: how, by which role or label, and its name.
pub(crate) type Sought<'a> = [&'a str; 3];

/// A script that can ask for names.
pub(crate) fn script(words: &str) -> String {
    format!("{NAMES}\n{words}")
}

/// With what a person works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hand {
    /// The keyboard alone.
    Keys,
    /// A mouse, and the keyboard for writing.
    Mouse,
}

/// The window of the program.
#[derive(Debug)]
pub struct Window {
    client: Client,
    hand: Hand,
    faults: Mutex<Vec<String>>,
}

impl Window {
    pub(crate) fn new(client: Client, hand: Hand) -> Self {
        Self { client, hand, faults: Mutex::default() }
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    /// Presses a button.
    pub async fn press(&self, name: &str) {
        self.press_any(&[&["role", "button", name]], Key::Enter).await;
    }

    /// Sends the form that is open by its button.
    pub async fn send_form(&self, name: &str) {
        self.press_any(&[&["role", "submit", name]], Key::Enter).await;
    }

    /// Follows a link.
    pub async fn follow(&self, name: &str) {
        self.press_any(&[&["role", "link", name]], Key::Enter).await;
    }

    /// Chooses a radio button or ticks a box.
    pub async fn tick(&self, name: &str) {
        self.press_any(&[&["role", "radio", name], &["role", "checkbox", name]], ' ').await;
    }

    /// Presses what the program marks with a test id.
    pub async fn press_marked(&self, id: &str) {
        self.press_any(&[&["testid", id, ""]], Key::Enter).await;
    }

    /// Opens a part of the screen by its tab.
    pub async fn choose_tab(&self, name: &str) {
        self.press_any(&[&["role", "tab", name]], Key::Enter).await;
    }

    async fn press_any(&self, any: &[&Sought<'_>], key: impl Into<char>) {
        match self.hand {
            Hand::Keys => self.act(any, key).await,
            Hand::Mouse => self.click(any).await,
        }
    }

    /// Writes into a field, in place of what stands there.
    pub async fn fill(&self, label: &str, text: &str) {
        if self.hand == Hand::Keys {
            return self.type_into(&["field", label, ""], text).await;
        }
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
        if self.hand == Hand::Keys {
            return self.type_ahead(&["field", label, ""], entry).await;
        }
        let list = self.one(&["field", label, ""]).await;
        list.select_by_label(entry)
            .await
            .unwrap_or_else(|cause| panic!("“{label}” has no “{entry}”: {cause}"));
    }

    /// Gives a file to a field that takes one, as its dialog does. Always by the WebDriver: the dialog belongs to the desktop, and
    /// neither keys nor the pointer of a journey reach it.
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

    /// All words on the screen.
    pub async fn text(&self) -> String {
        self.ask("return document.body.innerText").await.as_str().unwrap_or_default().to_owned()
    }

    /// Notes what is wrong with a screen; the window says it when it closes.
    pub(crate) fn find_fault(&self, fault: String) {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner).push(fault);
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

    async fn one(&self, what: &Sought<'_>) -> Element {
        self.one_of(&[what]).await
    }

    pub(crate) async fn one_of(&self, any: &[&Sought<'_>]) -> Element {
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

    async fn look(&self, what: &Sought<'_>) -> Vec<Element> {
        let found = self
            .client
            .execute(&script(LOOK), what.iter().map(|word| json!(word)).collect())
            .await
            .expect("the page can be searched");
        let ids = found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|one| one.as_object()?.values().next()?.as_str());
        ids.map(|id| Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned()))).collect()
    }

    pub(crate) async fn wait<T>(&self, what: &str, mut found: impl AsyncFnMut(&Self) -> Option<T>) -> T {
        let until = Instant::now() + PATIENCE;
        loop {
            if let Some(thing) = found(self).await {
                return thing;
            }
            if Instant::now() > until {
                self.gave_up(what).await;
            }
            sleep(Duration::from_millis(50)).await;
        }
    }

    /// Says what was waited for, and what is on the screen instead.
    pub(crate) async fn gave_up(&self, what: &str) -> ! {
        let journey = std::thread::current().name().unwrap_or("journey").replace("::", "-");
        // A page that stands still answers nothing at all.
        if let Ok(picture) = timeout(PICTURE, self.picture()).await {
            keep(&format!("failed-{journey}"), &picture);
        }
        let faults = self.faults.lock().unwrap_or_else(PoisonError::into_inner).join("\n");
        panic!("waited for {what} in vain. The screen says:\n{}\n{faults}", self.text().await);
    }
}

//! A screen as a screen reader gets it: what is wrong with its names, roles, headings and landmarks, and with the way of the focus.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use serde_json::Value;

use crate::tree::{ScreenReader, Thing, Tree};
use crate::window::{Window, script};

const PASSED: &str = include_str!("passed.js");
/// Resolves when the page has not been drawn anew for a while: what is drawn anew is another thing in the tree.
const QUIET: &str = "new Promise((done) => {
    let wait = setTimeout(done, 300);
    const again = () => { clearTimeout(wait); wait = setTimeout(done, 300); };
    new MutationObserver(again).observe(document, { subtree: true, childList: true });
})";
/// WebKitGTK tells only where the focus rests: who strikes faster hears the last place.
const PACE: Duration = Duration::from_millis(25);
/// What a screen reader can say of a thing that takes keys.
const SAYABLE: [&str; 13] = [
    "push button",
    "toggle button",
    "link",
    "entry",
    "password text",
    "check box",
    "radio button",
    "combo box",
    "spin button",
    "page tab",
    "list box",
    "landmark",
    "dialog",
];

impl ScreenReader {
    /// Goes through a screen with the Tab key and reads it; what is wrong is said when the window closes.
    pub async fn goes_through(&self, window: &Window, screen: &str) {
        window.ask_later(QUIET).await;
        // What was told before does not belong to this screen.
        self.focused();
        window.walk(PACE).await;
        let page = window.ask(&script(PASSED)).await;
        let words = |list: &Value| -> Vec<String> {
            list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
        };
        let (passed, unstopped) = (words(&page["passed"]), words(&page["unstopped"]));
        let told = self.focused();
        let tree = self.reads();
        let walk: Vec<usize> = told
            .iter()
            .filter_map(|place| tree.position(place))
            .filter(|at| tree.0[*at].role != "document web")
            .collect();
        let been: HashSet<usize> = walk.iter().copied().collect();
        let mut faults = of_names(&tree, &been);
        faults.extend(of_headings(&tree));
        faults.extend(of_landmarks(&tree));
        faults.extend(of_the_way(&tree, &walk[..passed.len().min(walk.len())], &passed, &unstopped));
        for fault in faults {
            window.find_fault(format!("to a screen reader, {screen}: {fault}"));
        }
    }

    /// Waits until a part of the page that is read out by itself says this.
    pub async fn announces(&self, window: &Window, words: &str) {
        let is_read_out = |thing: &&Thing| !thing.attribute("live").is_empty();
        window
            .wait(&format!("“{words}” to be read out"), async |_| {
                let tree = self.reads();
                let says = |thing: &Thing| self.words(thing).contains(words);
                tree.0.iter().filter(is_read_out).any(says).then_some(())
            })
            .await;
    }
}

/// Whether a screen reader can say of a thing what one does with it. To the line that opens a part of the page, a `summary`, WebKitGTK
/// gives no role: whoever hears it has only its tag.
fn is_sayable(thing: &Thing) -> bool {
    SAYABLE.contains(&thing.role.as_str()) || thing.attribute("tag") == "summary"
}

/// The dialog that holds everything, where there is one: what lies behind it is then not in the tree.
fn dialog(tree: &Tree) -> Option<&Thing> {
    tree.0.iter().find(|thing| thing.role == "dialog")
}

/// The things that one works with, by their places: those with such a role, and all others that Tab came to.
fn controls<'a>(tree: &'a Tree, been: &'a HashSet<usize>) -> impl Iterator<Item = (usize, &'a Thing)> {
    let meant = move |at: usize, thing: &Thing| {
        let jumped_to = thing.attribute("xml-roles") == "main" || !is_sayable(thing);
        thing.focusable && (been.contains(&at) || !jumped_to)
    };
    tree.0.iter().enumerate().filter(move |(at, thing)| meant(*at, thing))
}

/// Each has a name and a role, and no two beside each other are told alike.
fn of_names(tree: &Tree, been: &HashSet<usize>) -> Vec<String> {
    let mut faults = Vec::new();
    let mut before: Option<(usize, &Thing)> = None;
    let group = |at| tree.around(at).find(|around| !around.name.is_empty()).map(|around| &around.name);
    for (at, thing) in controls(tree, been) {
        if thing.name.is_empty() {
            faults.push(format!("a {} has no name {:?}", thing.role, thing.attributes));
        }
        if !is_sayable(thing) {
            faults.push(format!("Tab comes to {}, which is nothing that one can work with", thing.told()));
        }
        let like = before.filter(|(_, other)| other.role == thing.role && other.name == thing.name);
        if like
            .is_some_and(|(place, other)| other.description == thing.description && group(place) == group(at))
        {
            faults.push(format!("two beside each other are called {}", thing.told()));
        }
        before = Some((at, thing));
    }
    faults
}

/// They begin with the one of the first level, and leave out none. A dialog has its own below that of the screen.
fn of_headings(tree: &Tree) -> Vec<String> {
    let headings: Vec<_> = tree.0.iter().filter(|thing| thing.role == "heading").collect();
    let levels: Vec<u32> =
        headings.iter().filter_map(|thing| thing.attribute("level").parse().ok()).collect();
    let mut faults = Vec::new();
    let whole = levels.first() == Some(&1) && levels.iter().filter(|level| **level == 1).count() == 1;
    let below = dialog(tree).is_some_and(|dialog| !dialog.name.is_empty()) && !levels.contains(&1);
    if !whole && !below {
        faults.push(format!("the headings have the levels {levels:?}"));
    }
    for (pair, thing) in levels.windows(2).zip(headings.iter().skip(1)) {
        if pair[1] > pair[0] + 1 {
            faults.push(format!("{} is of level {} after {}", thing.told(), pair[1], pair[0]));
        }
    }
    faults
}

/// There is one main part, and where there are several of a kind, each has a name of its own.
fn of_landmarks(tree: &Tree) -> Vec<String> {
    let mut kinds: HashMap<&str, Vec<&str>> = HashMap::new();
    for thing in tree.0.iter().filter(|thing| thing.role == "landmark") {
        kinds.entry(thing.attribute("xml-roles")).or_default().push(&thing.name);
    }
    let mut faults = Vec::new();
    if dialog(tree).is_none() && kinds.get("main").map_or(0, Vec::len) != 1 {
        faults.push(format!("the landmarks are {kinds:?}"));
    }
    for (kind, names) in kinds.iter().filter(|(_, names)| names.len() > 1) {
        let own: HashSet<_> = names.iter().filter(|name| !name.is_empty()).collect();
        if own.len() < names.len() {
            faults.push(format!("the landmarks of the kind {kind} are called {names:?}"));
        }
    }
    faults
}

/// The focus goes as the things stand in the tree, comes to all of them, and is told by the names that the page gives.
fn of_the_way(tree: &Tree, round: &[usize], passed: &[String], unstopped: &[String]) -> Vec<String> {
    let mut faults = Vec::new();
    // Between two words of different boxes, the tree has a space and the page has none.
    let letters = |name: &str| name.split_whitespace().collect::<String>();
    let names: Vec<&str> = round.iter().map(|at| tree.0[*at].name.as_str()).collect();
    let other = names.iter().zip(passed).find(|(told, page)| letters(told) != letters(page));
    if let Some((told, page)) = other {
        faults.push(format!("the focus is told as “{told}”, and the page calls it “{page}”"));
    } else if names.len() < passed.len() {
        faults.push(format!("the focus was told {} times of {}", names.len(), passed.len()));
    }
    // From the last one, the focus goes to the first again, and that once.
    let back = round.windows(2).filter(|pair| pair[1] < pair[0]).count();
    if back > 1 {
        faults.push(format!("the focus goes back {back} times: {}", names.join(" | ")));
    }
    let been: HashSet<usize> = round.iter().copied().collect();
    let group = |at: usize| {
        let around = tree
            .around(at)
            .find(|around| ["panel", "grouping", "page tab list"].contains(&around.role.as_str()));
        around.map(Thing::told)
    };
    for (at, thing) in controls(tree, &been).filter(|(at, _)| !been.contains(at)) {
        // Of a group, Tab goes to one.
        let one_of_a_group = ["radio button", "page tab"].contains(&thing.role.as_str())
            && been.iter().any(|other| tree.0[*other].role == thing.role && group(*other) == group(at));
        if !one_of_a_group && !unstopped.contains(&thing.name) {
            faults.push(format!("Tab does not come to {}", thing.told()));
        }
    }
    faults
}

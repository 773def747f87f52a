//! The accessibility tree of the window, as a screen reader gets it: over AT-SPI, on a bus of the journey's own.
//!
//! Five questions of the protocol are asked, so the D-Bus library alone is enough. Nothing is taken from the page here.

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use zbus::blocking::{Connection, MessageIterator, connection};
use zbus::message::Type;
use zbus::zvariant::{DynamicType, OwnedObjectPath, OwnedValue};
use zbus::{MatchRule, Message};

use crate::Bus;

const ACCESSIBLE: &str = "org.a11y.atspi.Accessible";
const REGISTRY: &str = "org.a11y.atspi.Registry";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";
/// The place of this state in a thing's set of states.
const FOCUSABLE: u32 = 11;
/// The roles that pages have, by their number in AT-SPI: WebKitGTK has no answer to the question for their names.
const ROLES: [(u32, &str); 49] = [
    (2, "alert"),
    (6, "canvas"),
    (7, "check box"),
    (11, "combo box"),
    (16, "dialog"),
    (20, "filler"),
    (27, "image"),
    (29, "label"),
    (31, "list"),
    (32, "list item"),
    (33, "menu"),
    (35, "menu item"),
    (37, "page tab"),
    (38, "page tab list"),
    (39, "panel"),
    (40, "password text"),
    (43, "push button"),
    (44, "radio button"),
    (49, "scroll pane"),
    (50, "separator"),
    (51, "slider"),
    (52, "spin button"),
    (54, "status bar"),
    (55, "table"),
    (56, "table cell"),
    (57, "table column header"),
    (58, "table row header"),
    (61, "text"),
    (62, "toggle button"),
    (73, "paragraph"),
    (79, "entry"),
    (81, "caption"),
    (83, "heading"),
    (85, "section"),
    (87, "form"),
    (88, "link"),
    (90, "table row"),
    (95, "document web"),
    (98, "list box"),
    (99, "grouping"),
    (101, "notification"),
    (105, "block quote"),
    (108, "definition"),
    (109, "article"),
    (110, "landmark"),
    (111, "log"),
    (115, "timer"),
    (116, "static"),
    (121, "description list"),
];
/// How long the tree may take to say where the focus went.
const ECHO: Duration = Duration::from_millis(400);

/// Where a thing of the tree is asked: whose it is, and its path.
type Place = (String, OwnedObjectPath);
/// A change of a state: which, and 1 for on; the rest is not asked.
type Change = (String, i32, i32, OwnedValue, HashMap<String, OwnedValue>);

/// One thing of the tree.
#[derive(Clone, Debug, Default)]
pub struct Thing {
    place: Place,
    /// What it is, in the words of AT-SPI.
    pub role: String,
    /// What it is called.
    pub name: String,
    /// What is said of it besides.
    pub description: String,
    /// What else the page told of it, such as the level of a heading.
    pub attributes: HashMap<String, String>,
    /// Whether it can have the focus.
    pub focusable: bool,
    /// In which thing of the tree it stands.
    parent: Option<usize>,
}

impl Thing {
    /// An attribute, or nothing.
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    /// As it is named in a fault.
    pub fn told(&self) -> String {
        format!("{} “{}”", self.role, self.name)
    }
}

/// The things of a page in reading order.
#[derive(Debug)]
pub struct Tree(pub Vec<Thing>);

impl Tree {
    /// The things in which a thing stands, from the nearest.
    pub fn around(&self, at: usize) -> impl Iterator<Item = &Thing> {
        let parent = |at: &usize| self.0.get(*at).and_then(|thing| thing.parent);
        std::iter::successors(parent(&at), parent).filter_map(|at| self.0.get(at))
    }

    /// Where a thing stands in reading order.
    pub(crate) fn position(&self, place: &Place) -> Option<usize> {
        self.0.iter().position(|thing| thing.place.1 == place.1)
    }
}

/// A screen reader, which hears where the focus goes and reads the tree.
#[derive(Debug)]
pub struct ScreenReader {
    bus: Connection,
    focused: Mutex<Receiver<Place>>,
    _desktop: Bus,
}

impl ScreenReader {
    /// Starts listening on a desktop, which then offers its accessibility.
    pub(crate) fn start(desktop: Bus) -> Self {
        let address = desktop.accessibility();
        let bus = connection::Builder::address(address.as_str())
            .and_then(connection::Builder::build)
            .expect("the accessibility bus can be joined");
        let rule = MatchRule::builder()
            .msg_type(Type::Signal)
            .interface("org.a11y.atspi.Event.Object")
            .and_then(|rule| rule.member("StateChanged"))
            .expect("these are names of D-Bus")
            .build();
        let signals = MessageIterator::for_match_rule(rule, &bus, Some(4096)).expect("the bus takes a rule");
        let (tell, focused) = channel();
        std::thread::spawn(move || listen(signals, &tell));
        let reader = Self { bus, focused: Mutex::new(focused), _desktop: desktop };
        // A program tells nothing that nobody asked for.
        let event = ("object:state-changed:focused", Vec::<String>::new(), "");
        reader.call((REGISTRY, "/org/a11y/atspi/registry"), (REGISTRY, "RegisterEvent"), &event);
        reader
    }

    /// Reads the page of the window that is open.
    pub fn reads(&self) -> Tree {
        let root = (REGISTRY.to_owned(), path("/org/a11y/atspi/accessible/root"));
        let mut tree = Tree(Vec::new());
        if let Some(page) = self.page_under(&root) {
            self.read(page, None, &mut tree);
        }
        tree
    }

    /// The words of a thing and of all that stands in it.
    pub fn words(&self, thing: &Thing) -> String {
        let text = "org.a11y.atspi.Text";
        let own = self.ask(&thing.place, (text, "GetText"), &(0_i32, -1_i32));
        let own: String = own.and_then(|answer| answer.body().deserialize().ok()).unwrap_or_default();
        let below = self.children(&thing.place).into_iter().map(|child| self.words(&self.thing(child, None)));
        std::iter::once(own).chain(below).collect::<Vec<_>>().join(" ")
    }

    /// Where the focus went since the last time, in the order in which the tree told it.
    pub(crate) fn focused(&self) -> Vec<Place> {
        let focused = self.focused.lock().expect("one journey listens at a time");
        std::iter::from_fn(|| focused.recv_timeout(ECHO).ok()).collect()
    }

    fn page_under(&self, place: &Place) -> Option<Place> {
        let role = self.role(place);
        if role == "document web" {
            return Some(place.clone());
        }
        let below = self.children(place);
        let below = if below.is_empty() && role == "filler" { self.plugged_into(place) } else { below };
        below.iter().find_map(|child| self.page_under(child))
    }

    fn read(&self, place: Place, parent: Option<usize>, tree: &mut Tree) {
        let thing = self.thing(place.clone(), parent);
        // The entries of a list are no places for the focus, and there are many.
        let whole = thing.role == "combo box";
        let at = tree.0.len();
        tree.0.push(thing);
        for child in self.children(&place).into_iter().filter(|_| !whole) {
            self.read(child, Some(at), tree);
        }
    }

    fn thing(&self, place: Place, parent: Option<usize>) -> Thing {
        let role = self.role(&place);
        let states: Vec<u32> = self.answer(&place, (ACCESSIBLE, "GetState"));
        let focusable = states.first().is_some_and(|low| low & (1 << FOCUSABLE) != 0);
        let mut thing = Thing { place, role, focusable, parent, ..Thing::default() };
        // Of what is only words and boxes, nothing more is asked: every question takes its time.
        if focusable
            || !["section", "label", "paragraph", "table row", "table cell", "list item"]
                .contains(&thing.role.as_str())
        {
            thing.name = self.property(&thing.place, "Name");
            thing.attributes = self.answer(&thing.place, (ACCESSIBLE, "GetAttributes"));
        }
        if focusable {
            thing.description = self.property(&thing.place, "Description");
        }
        thing
    }

    fn children(&self, place: &Place) -> Vec<Place> {
        self.answer(place, (ACCESSIBLE, "GetChildren"))
    }

    /// GTK names the page, which another process draws, only where it is asked for the first thing by number.
    fn plugged_into(&self, socket: &Place) -> Vec<Place> {
        let page = self.ask(socket, (ACCESSIBLE, "GetChildAtIndex"), &0_i32);
        page.and_then(|answer| answer.body().deserialize().ok()).into_iter().collect()
    }

    fn role(&self, place: &Place) -> String {
        let number: u32 = self.answer(place, (ACCESSIBLE, "GetRole"));
        let known = ROLES.iter().find(|(known, _)| *known == number);
        known.map_or_else(|| format!("role {number}"), |(_, name)| (*name).to_owned())
    }

    fn property(&self, place: &Place, name: &str) -> String {
        let value = self.ask(place, (PROPERTIES, "Get"), &(ACCESSIBLE, name));
        let value: Option<OwnedValue> = value.and_then(|answer| answer.body().deserialize().ok());
        value.and_then(|value| String::try_from(value).ok()).unwrap_or_default()
    }

    /// Nothing where the page drew the thing anew in the meantime.
    fn answer<T>(&self, place: &Place, what: (&str, &str)) -> T
    where
        T: for<'a> zbus::export::serde::Deserialize<'a> + zbus::zvariant::Type + Default,
    {
        let answer = self.ask(place, what, &());
        answer.and_then(|answer| answer.body().deserialize().ok()).unwrap_or_default()
    }

    fn ask<B>(&self, (whose, place): &Place, (interface, question): (&str, &str), body: &B) -> Option<Message>
    where
        B: zbus::export::serde::Serialize + DynamicType,
    {
        self.bus.call_method(Some(whose.as_str()), place, Some(interface), question, body).ok()
    }

    fn call<B>(&self, (whose, place): (&str, &str), what: (&str, &str), body: &B)
    where
        B: zbus::export::serde::Serialize + DynamicType,
    {
        let answer = self.ask(&(whose.to_owned(), path(place)), what, body);
        answer.expect("the registry of the accessibility bus answers");
    }
}

fn path(words: &str) -> OwnedObjectPath {
    OwnedObjectPath::try_from(words).expect("this is a path of D-Bus")
}

/// Passes on what got the focus, for as long as somebody listens.
fn listen(signals: MessageIterator, tell: &Sender<Place>) {
    for signal in signals.flatten() {
        let body = signal.body();
        let Ok((state, 1, ..)) = body.deserialize::<Change>() else { continue };
        let header = signal.header();
        let (Some(whose), Some(place)) = (header.sender(), header.path()) else { continue };
        if state == "focused" && tell.send((whose.to_string(), place.to_owned().into())).is_err() {
            return;
        }
    }
}

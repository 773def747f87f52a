//! The menu bar. What stands in it and what can be chosen is the page's, which knows its keys and its words; here it becomes the
//! system's own menu, and what is chosen goes to the window in front.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use docket::error::Refusal;
use serde::{Deserialize, Serialize};
use tauri::menu::{IsMenuItem, Menu, MenuItem, PredefinedMenuItem, Submenu};
use tauri::{AppHandle, Emitter, Manager, WebviewWindow, Wry};

/// What the window in front hears, with the id of the command.
const CHOSEN: &str = "menu-chosen";

const MOST_MENUS: usize = 8;
const MOST_ITEMS: usize = 24;
const LONGEST: usize = 60;

/// A menu of the bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct MenuGiven {
    /// Its title.
    pub title: String,
    /// Its commands, from top to bottom.
    pub items: Vec<MenuItemGiven>,
}

/// A command in a menu.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct MenuItemGiven {
    /// The page's id of the command; empty for a line between commands.
    pub id: String,
    /// Its words.
    pub label: String,
    /// Its key, as `Ctrl+K`; empty where it has none.
    pub keys: String,
    /// Whether it can be chosen now.
    pub enabled: bool,
}

/// The bar as it is shown.
#[derive(Default)]
pub struct MenuBar(Mutex<Shown>);

/// The items that were built, by their ids.
type Items = HashMap<String, MenuItem<Wry>>;

#[derive(Default)]
struct Shown {
    /// What it was built from, with everything enabled.
    given: Vec<MenuGiven>,
    items: Items,
}

/// Shows the bar: built anew where it reads differently, and otherwise only what can be chosen.
///
/// # Errors
/// Where the page gives what is no menu, or the system refuses it.
pub fn show(app: &AppHandle, menus: &[MenuGiven]) -> Result<(), Refusal> {
    check(menus)?;
    let failed = |cause: tauri::Error| Refusal::failed("The menu bar could not be shown.", &cause);
    let bar = app.state::<MenuBar>();
    let mut shown = bar.0.lock().unwrap_or_else(PoisonError::into_inner);
    let alike = all_enabled(menus);
    if shown.given != alike {
        let (menu, items) = build(app, menus).map_err(failed)?;
        app.set_menu(menu).map_err(failed)?;
        *shown = Shown { given: alike, items };
        return Ok(());
    }
    for item in menus.iter().flat_map(|menu| &menu.items) {
        if let Some(built) = shown.items.get(&item.id) {
            built.set_enabled(item.enabled).map_err(failed)?;
        }
    }
    Ok(())
}

/// Hands what was chosen to the window in front.
pub fn chosen(app: &AppHandle, id: &str) {
    let Some(window) = in_front(app) else { return };
    if let Err(cause) = app.emit_to(window.label(), CHOSEN, id) {
        tracing::warn!(%cause, "a command of the menu bar did not reach its window");
    }
}

fn in_front(app: &AppHandle) -> Option<WebviewWindow> {
    let windows = app.webview_windows();
    let focused = windows.values().find(|window| window.is_focused().unwrap_or_default());
    focused.or_else(|| windows.get("main")).cloned()
}

fn build(app: &AppHandle, menus: &[MenuGiven]) -> tauri::Result<(Menu<Wry>, Items)> {
    let bar = Menu::new(app)?;
    let mut items = HashMap::new();
    for menu in menus {
        let here = there_is(&menu.items, cfg!(target_os = "linux"));
        if here.is_empty() {
            continue;
        }
        let built = Submenu::new(app, &menu.title, true)?;
        for given in here {
            if given.id.is_empty() {
                built.append(&PredefinedMenuItem::separator(app)?)?;
            } else if let Some(own) = of_the_system(app, given) {
                built.append(own?.as_ref())?;
            } else {
                let item = item(app, given)?;
                built.append(&item)?;
                items.insert(given.id.clone(), item);
            }
        }
        bar.append(&built)?;
    }
    Ok((bar, items))
}

/// What of a menu there is on this system: without what Linux leaves to the fields, and with lines only between commands.
fn there_is(items: &[MenuItemGiven], linux: bool) -> Vec<&MenuItemGiven> {
    let mut here: Vec<&MenuItemGiven> = Vec::new();
    for item in items.iter().filter(|item| !linux || !BY_THE_SYSTEM.contains(&item.id.as_str())) {
        if !item.id.is_empty() || here.last().is_some_and(|last| !last.id.is_empty()) {
            here.push(item);
        }
    }
    here.pop_if(|last| last.id.is_empty());
    here
}

/// The item with its key, or without it where the system does not know the key.
fn item(app: &AppHandle, given: &MenuItemGiven) -> tauri::Result<MenuItem<Wry>> {
    let with = |keys: Option<&str>| MenuItem::with_id(app, &given.id, &given.label, given.enabled, keys);
    if given.keys.is_empty() { with(None) } else { with(Some(&given.keys)).or_else(|_| with(None)) }
}

/// What the system does in the field that has the focus.
const BY_THE_SYSTEM: [&str; 6] = ["undo", "redo", "cut", "copy", "paste", "select-all"];

/// The system's own item for it. Linux has none that works everywhere; there the keys of the field do the same.
fn of_the_system(app: &AppHandle, given: &MenuItemGiven) -> Option<tauri::Result<Box<dyn IsMenuItem<Wry>>>> {
    if cfg!(target_os = "linux") {
        return None;
    }
    let words = Some(given.label.as_str());
    let built = match given.id.as_str() {
        "undo" => PredefinedMenuItem::undo(app, words),
        "redo" => PredefinedMenuItem::redo(app, words),
        "cut" => PredefinedMenuItem::cut(app, words),
        "copy" => PredefinedMenuItem::copy(app, words),
        "paste" => PredefinedMenuItem::paste(app, words),
        "select-all" => PredefinedMenuItem::select_all(app, words),
        _ => return None,
    };
    Some(built.map(|item| Box::new(item) as Box<dyn IsMenuItem<Wry>>))
}

fn all_enabled(menus: &[MenuGiven]) -> Vec<MenuGiven> {
    let mut menus = menus.to_vec();
    for item in menus.iter_mut().flat_map(|menu| &mut menu.items) {
        item.enabled = true;
    }
    menus
}

/// The page is not trusted with more than some short words.
fn check(menus: &[MenuGiven]) -> Result<(), Refusal> {
    let short = |words: &str| words.chars().count() <= LONGEST && !words.contains(char::is_control);
    let named = |id: &str| id.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    let fits =
        |item: &MenuItemGiven| short(&item.id) && named(&item.id) && short(&item.label) && short(&item.keys);
    let good = menus.len() <= MOST_MENUS
        && menus
            .iter()
            .all(|menu| short(&menu.title) && menu.items.len() <= MOST_ITEMS && menu.items.iter().all(fits));
    if good { Ok(()) } else { Err(Refusal::bad_input("menus", "That is no menu bar. Nothing was changed.")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn menu(id: &str, label: &str) -> Vec<MenuGiven> {
        let item = MenuItemGiven {
            id: id.to_owned(),
            label: label.to_owned(),
            keys: "Ctrl+K".to_owned(),
            enabled: false,
        };
        vec![MenuGiven { title: "Go".to_owned(), items: vec![item] }]
    }

    #[test]
    fn some_short_words_are_a_menu_and_everything_else_is_refused() {
        check(&menu("go-worklist", "Worklist")).unwrap();
        check(&menu("", "")).unwrap();
        for bad in [menu("Go worklist", "x"), menu("go", "two\nlines"), menu("go", &"x".repeat(61))] {
            check(&bad).unwrap_err();
        }
        let one = menu("go", "Go").remove(0);
        check(&vec![one.clone(); MOST_MENUS + 1]).unwrap_err();
        let item = one.items[0].clone();
        check(&[MenuGiven { items: vec![item; MOST_ITEMS + 1], ..one }]).unwrap_err();
    }

    #[test]
    fn a_line_stands_only_between_commands_and_a_menu_without_commands_is_left_out() {
        let edit: Vec<MenuItemGiven> = ["undo-step", "", "undo", "redo", "", "cut", "copy"]
            .into_iter()
            .flat_map(|id| menu(id, id).remove(0).items)
            .collect();
        let ids = |linux| there_is(&edit, linux).iter().map(|item| item.id.as_str()).collect::<Vec<_>>();
        assert_eq!(ids(true), ["undo-step"]);
        assert_eq!(ids(false), ["undo-step", "", "undo", "redo", "", "cut", "copy"]);
        assert!(there_is(&edit[1..], true).is_empty());
    }

    #[test]
    fn what_can_be_chosen_changes_nothing_that_the_bar_is_built_from() {
        let grey = menu("go-worklist", "Worklist");
        let mut black = grey.clone();
        black[0].items[0].enabled = true;
        assert_eq!(all_enabled(&grey), all_enabled(&black));
        assert_ne!(all_enabled(&grey), all_enabled(&menu("go-worklist", "The worklist")));
    }
}

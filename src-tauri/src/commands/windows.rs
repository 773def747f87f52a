//! Several windows on several cases, and what stands around the page.

use docket::error::Refusal;
use tauri::{AppHandle, Emitter, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

use super::{Answer, Here};
use crate::menu::{self, MenuGiven};

/// What every window hears when the desk was opened or locked in one of them.
const CHANGED: &str = "desk-changed";

/// The smallest and the largest that a page is shown, in percent of the usual size.
const SMALLEST: u32 = 50;
const LARGEST: u32 = 300;

/// Tells every window to ask anew whether the desk is open.
pub fn tell_all(app: &AppHandle) {
    if let Err(cause) = app.emit(CHANGED, ()) {
        tracing::warn!(%cause, "a window could not be told that the desk changed");
    }
}

/// Opens a case in a window of its own, or brings that window to the front.
#[tauri::command]
#[specta::specta]
pub async fn open_window(app: AppHandle, office: Here<'_>, number: String) -> Answer<()> {
    // Who may not see the case gets the refusal here, and no number that is not one of a case becomes an address.
    let number = office.desk().await?.case(&number).await?.number;
    let label = format!("case-{number}");
    if let Some(window) = app.get_webview_window(&label) {
        return window.set_focus().map_err(|cause| {
            Refusal::failed("The window of this case could not be brought to the front.", &cause)
        });
    }
    let address = WebviewUrl::App(format!("index.html#/case/{number}").into());
    WebviewWindowBuilder::new(&app, label, address)
        .title(number)
        .inner_size(1100.0, 760.0)
        .min_inner_size(960.0, 640.0)
        .build()
        .map(|_| ())
        .map_err(|cause| Refusal::failed("A second window could not be opened. Nothing was changed.", &cause))
}

/// Shows this window's page larger or smaller; 100 is the usual size.
#[tauri::command]
#[specta::specta]
pub async fn zoom(window: WebviewWindow, percent: u32) -> Answer<()> {
    window
        .set_zoom(f64::from(percent.clamp(SMALLEST, LARGEST)) / 100.0)
        .map_err(|cause| Refusal::failed("The size of the page could not be changed.", &cause))
}

/// Shows the menu bar of the windows.
#[tauri::command]
#[specta::specta]
pub async fn show_menu(app: AppHandle, menus: Vec<MenuGiven>) -> Answer<()> {
    menu::show(&app, &menus)
}

/// Closes this window, as the button of its frame does.
#[tauri::command]
#[specta::specta]
pub async fn close_window(window: WebviewWindow) -> Answer<()> {
    window.close().map_err(|cause| Refusal::failed("This window could not be closed.", &cause))
}

/// Ends the program with all of its windows; the desk is locked.
#[tauri::command]
#[specta::specta]
pub async fn quit(app: AppHandle) -> Answer<()> {
    app.exit(0);
    Ok(())
}

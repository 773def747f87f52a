//! The icon on Windows and macOS, which always have a place for it.

use tauri::AppHandle;
use tauri::menu::{Menu, MenuItem};
use tauri::tray::{MouseButton, MouseButtonState, TrayIcon, TrayIconBuilder, TrayIconEvent};

use super::{Entry, PROGRAM};

const ID: &str = "docket-desktop";

pub type Icon = TrayIcon;

pub fn can_show() -> bool {
    true
}

pub async fn put_up(app: &AppHandle) -> Result<Icon, String> {
    build(app).map_err(|cause| cause.to_string())
}

pub async fn take_away(app: &AppHandle, icon: Icon) {
    drop(icon);
    drop(app.remove_tray_by_id(ID));
}

fn build(app: &AppHandle) -> tauri::Result<Icon> {
    let menu = Menu::new(app)?;
    for entry in Entry::ALL {
        menu.append(&MenuItem::with_id(app, entry.name(), entry.name(), true, None::<&str>)?)?;
    }
    let mut icon = TrayIconBuilder::with_id(ID)
        .tooltip(PROGRAM)
        .menu(&menu)
        .show_menu_on_left_click(false)
        .on_menu_event(|app, event| {
            if let Some(entry) = Entry::ALL.into_iter().find(|entry| event.id() == entry.name()) {
                entry.choose(app);
            }
        })
        .on_tray_icon_event(|icon, event| {
            if let TrayIconEvent::Click {
                button: MouseButton::Left,
                button_state: MouseButtonState::Up,
                ..
            } = event
            {
                Entry::Open.choose(icon.app_handle());
            }
        });
    if let Some(picture) = app.default_window_icon() {
        icon = icon.icon(picture.clone());
    }
    icon.build(app)
}

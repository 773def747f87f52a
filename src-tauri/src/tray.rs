//! The tray: where somebody at this computer wants it, the last window is hidden instead of closed, so that deadlines go on being
//! told. Off to begin with.

#[cfg(target_os = "linux")]
#[path = "tray/notifier_item.rs"]
mod icon;
#[cfg(all(not(target_os = "linux"), feature = "tray"))]
#[path = "tray/system_icon.rs"]
mod icon;
#[cfg(all(not(target_os = "linux"), not(feature = "tray")))]
compile_error!("Build with --features tray, as tauri.windows.conf.json and tauri.macos.conf.json do.");

use docket::error::{Code, Refusal};
use tauri::{AppHandle, Manager, Window};
use tokio::sync::Mutex;

/// What the icon is called.
const PROGRAM: &str = "Docket 552a";

/// The icon in the tray; nothing where nobody wants it.
#[derive(Default)]
pub struct Tray(Mutex<Option<icon::Icon>>);

/// What the menu of the icon does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entry {
    Open,
    Lock,
    Quit,
}

impl Entry {
    const ALL: [Entry; 3] = [Entry::Open, Entry::Lock, Entry::Quit];

    fn name(self) -> &'static str {
        match self {
            Entry::Open => "Open",
            Entry::Lock => "Lock",
            Entry::Quit => "Quit",
        }
    }

    fn choose(self, app: &AppHandle) {
        match self {
            Entry::Open => drop(crate::show(app)),
            Entry::Lock => crate::lock(app),
            Entry::Quit => app.exit(0),
        }
    }
}

/// Whether this desktop shows a tray.
pub async fn can_show() -> bool {
    tauri::async_runtime::spawn_blocking(icon::can_show).await.unwrap_or(false)
}

impl Tray {
    /// Puts the icon into the tray, or takes it away. With it there, closing the last window hides it.
    ///
    /// # Errors
    /// Where this desktop shows no tray: a window that is hidden could not be found again.
    pub async fn keep(&self, app: &AppHandle, wanted: bool) -> Result<(), Refusal> {
        let mut here = self.0.lock().await;
        if !wanted {
            if let Some(icon) = here.take() {
                icon::take_away(app, icon).await;
            }
            // Nobody finds a window again that is hidden without an icon.
            let hidden = app.webview_windows().into_values().filter(|one| !one.is_visible().unwrap_or(true));
            hidden.for_each(|window| drop(window.show()));
        } else if here.is_none() {
            *here = Some(icon::put_up(app).await.map_err(|cause| {
                tracing::info!(%cause, "the desktop shows no tray");
                Refusal::new(
                    Code::NotAllowed,
                    "This desktop shows no tray, so the program closes with its last window. Nothing was changed.",
                )
            })?);
        }
        Ok(())
    }

    /// Hides a window that is to be closed, where the program stays in the tray: the first window, or the last that there is.
    /// Whether it was hidden.
    pub fn hides(&self, window: &Window) -> bool {
        let there = self.0.try_lock().is_ok_and(|here| here.is_some());
        let stays = window.label() == "main" || window.app_handle().webview_windows().len() == 1;
        there && stays && window.hide().is_ok()
    }
}

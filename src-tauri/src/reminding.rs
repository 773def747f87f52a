//! Tells of deadlines on the desktop. What may be said, and when, the desk decides; here it is only asked and shown.

use std::time::Duration;

use docket::reports::Reminder;
use notify_rust::Notification;
use tauri::{AppHandle, Manager};
use tokio::time::timeout;

use crate::state::Office;

/// How often the desk is asked while it is open.
const ASK_EVERY: Duration = Duration::from_secs(60);
/// What the notification is from.
const PROGRAM: &str = "Docket 552a";

/// Asks the desk for as long as the program runs. A locked desk is not asked, so it says nothing.
pub async fn remind(app: AppHandle) {
    let office = app.state::<Office>();
    loop {
        // Whoever opens the desk or chooses to be told need not wait for the next turn.
        let _ = timeout(ASK_EVERY, office.remind_now.notified()).await;
        let Some(desk) = office.open_desk().await else { continue };
        match desk.due_reminder().await {
            Ok(Some(reminder)) => {
                if show(&app, &reminder).await
                    && let Err(refusal) = desk.note_reminded(&reminder).await
                {
                    tracing::warn!(%refusal, "that a deadline was told could not be noted");
                }
            }
            Ok(None) => {}
            Err(refusal) => tracing::warn!(%refusal, "the desk could not say what is due"),
        }
    }
}

/// Whether this desktop shows notifications.
pub fn can_notify() -> bool {
    #[cfg(all(unix, not(target_os = "macos")))]
    return notify_rust::get_server_information().is_ok();
    #[cfg(not(all(unix, not(target_os = "macos"))))]
    true
}

async fn show(app: &AppHandle, reminder: &Reminder) -> bool {
    let mut note = Notification::new();
    note.appname(PROGRAM).summary(PROGRAM).body(&reminder.lines.join("\n")).auto_icon();
    #[cfg(windows)]
    note.app_id(&app.config().identifier);
    #[cfg(all(unix, not(target_os = "macos")))]
    note.action("default", "Open the worklist")
        .hint(notify_rust::Hint::DesktopEntry("docket-desktop".to_owned()));
    let app = app.clone();
    // The desktop may take its time, and is then waited for beside everything else.
    let shown = tauri::async_runtime::spawn_blocking(move || match note.show() {
        Ok(shown) => {
            follow(app, shown);
            true
        }
        Err(cause) => {
            tracing::warn!(%cause, "the desktop did not show a notification");
            false
        }
    });
    shown.await.unwrap_or(false)
}

/// Opens the worklist when the notification is pressed.
#[cfg(all(unix, not(target_os = "macos")))]
fn follow(app: AppHandle, shown: notify_rust::NotificationHandle) {
    std::thread::spawn(move || {
        shown.wait_for_action(|action| {
            if action == "default" {
                crate::follow_link(&app, "docket:worklist".to_owned());
            }
        });
    });
}

/// Elsewhere the desktop does not say that a notification was pressed.
#[cfg(not(all(unix, not(target_os = "macos"))))]
fn follow<T>(_: AppHandle, _: T) {}

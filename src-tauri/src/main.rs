//! The window of Docket 552a: one window, its files, its dialogs, its printer. What the page asks goes to the desk.
//!
//! Deliberately absent: rules of law, SQL, and any power of the page over files, programs or the network.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod bindings;
mod commands;
mod dialogs;
#[cfg(target_os = "linux")]
mod drawing;
mod dropped;
mod limits;
mod links;
mod log;
mod menu;
mod printing;
mod region;
mod reminding;
mod session;
mod state;
mod tray;

use std::process::ExitCode;
use std::time::Duration;

use docket::clock::Clock;
use tauri::ipc::Invoke;
use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, DragDropEvent, Emitter, Manager, RunEvent, WebviewWindow, WindowEvent, Wry};
use tauri_plugin_window_state::StateFlags;

use crate::state::Office;

/// What a window hears when a link waits for it.
const LINK: &str = "link-waits";
/// What every window hears when the screen is locked.
const SCREEN_LOCKED: &str = "screen-locked";
/// How long the windows may take to keep what is half typed before the desk locks without them.
const PATIENCE_WITH_WINDOWS: Duration = Duration::from_secs(3);

/// A fifth of the work of many small texts was the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(cause) => {
            tracing::error!(%cause, "the window could not be opened");
            complain(&format!("Docket 552a could not open its window: {cause}\nNothing was lost."));
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn std::error::Error>> {
    let commands = bindings::commands();
    let serve = commands.invoke_handler();
    let mut app = tauri::Builder::default();
    // `DOCKET_DATA` names another folder for desk and log: that is not the user's own desk, so it is not kept single.
    if std::env::var_os("DOCKET_DATA").is_none_or(|folder| folder.is_empty()) {
        app = app.plugin(tauri_plugin_single_instance::init(|app, words, _| match links::among(words) {
            Some(link) => follow_link(app, link),
            None => drop(show(app)),
        }));
    }
    #[cfg(target_os = "linux")]
    let app = app.plugin(drawing::by_the_processor());
    let app = app
        .plugin(kept_place())
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(move |invoke: Invoke<Wry>| match limits::check(invoke.message.payload()) {
            Ok(()) => serve(invoke),
            Err(refusal) => {
                invoke.resolver.reject(refusal);
                true
            }
        })
        // From the start: on macOS a link may come before anything is set up.
        .manage(Office::new(docket::desk::data_folder()?, clock()?))
        .manage(menu::MenuBar::default())
        .setup(|app| {
            let office = app.state::<Office>();
            office.make_folder()?;
            if let Some(guard) = log::begin(office.folder()) {
                app.manage(guard);
            }
            tracing::info!(version = env!("CARGO_PKG_VERSION"), "the window opens");
            if let Some(link) = links::among(std::env::args()) {
                office.link.lay_down(link);
            }
            let listening = std::sync::Arc::clone(&office.listening);
            app.on_menu_event(|app, event| menu::chosen(app, &event.id().0));
            let locking = app.handle().clone();
            session::listen(listening, move || {
                tracing::info!("the screen is locked, and the desk with it");
                lock(&locking);
            });
            tauri::async_runtime::spawn(reminding::remind(app.handle().clone()));
            Ok(())
        })
        .on_window_event(|window, event| match event {
            WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
                window.state::<Office>().dropped.remember(paths);
            }
            WindowEvent::CloseRequested { api, .. } if window.state::<Office>().tray.hides(window) => {
                api.prevent_close();
            }
            _ => {}
        })
        .build(tauri::generate_context!())?;
    app.run(|app, event| match event {
        RunEvent::Exit => tauri::async_runtime::block_on(app.state::<Office>().leave()),
        // Elsewhere a link is one of the words that the program is started with.
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            if let Some(link) = links::first_of(urls.into_iter().map(String::from)) {
                follow_link(app, link);
            }
        }
        _ => {}
    });
    Ok(())
}

/// Keeps where the first window is and how large. Those on single cases open anew each time: their names, which are numbers of
/// cases, are written nowhere.
fn kept_place() -> TauriPlugin<Wry> {
    tauri_plugin_window_state::Builder::default()
        .with_filter(|window| window == "main")
        // Whether it was to be seen is not kept: nobody starts a program to see nothing.
        .with_state_flags(StateFlags::all() - StateFlags::VISIBLE)
        .build()
}

/// `DOCKET_TODAY` fixes the day, so that a test or a training gets the same dates every time.
fn clock() -> Result<Clock, String> {
    match std::env::var("DOCKET_TODAY") {
        Err(_) => Ok(Clock::System),
        Ok(day) => day
            .parse()
            .map(Clock::Fixed)
            .map_err(|_| format!("DOCKET_TODAY is “{day}”, which is no day; write it as 2026-03-04.")),
    }
}

/// Brings the window that is open already to the front, and hands it over.
fn show(app: &AppHandle) -> Option<WebviewWindow> {
    let any = || app.webview_windows().into_values().next();
    let window = app.get_webview_window("main").or_else(any)?;
    let _ = window.show();
    let _ = window.unminimize();
    let _ = window.set_focus();
    Some(window)
}

/// Lays a link down for the window in front, and tells it. While the desk is locked the link waits.
fn follow_link(app: &AppHandle, link: String) {
    app.state::<Office>().link.lay_down(link);
    if let Some(window) = show(app)
        && let Err(cause) = app.emit_to(window.label(), LINK, ())
    {
        tracing::warn!(%cause, "the window could not be told of a link");
    }
}

/// Locks the desk from outside of its windows: the windows first, which keep what is half typed; then, where none of them did so in
/// time, without them.
fn lock(app: &AppHandle) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let office = app.state::<Office>();
        let times_left = office.times_left();
        let _ = app.emit(SCREEN_LOCKED, ());
        tokio::time::sleep(PATIENCE_WITH_WINDOWS).await;
        // Whoever came back and opened the desk within that time is not locked out again.
        if office.leave_where_nobody_left(times_left).await {
            commands::windows::tell_all(&app);
        }
    });
}

#[expect(clippy::print_stderr, reason = "there is no window yet in which to say it")]
fn complain(words: &str) {
    eprintln!("{words}");
}

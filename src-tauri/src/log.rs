//! The log: one file a day beside the desks, two weeks of them. It holds what failed and why, never whom it was about.

use std::path::Path;

use tracing_appender::non_blocking::WorkerGuard;
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::EnvFilter;

/// How many days are kept.
const DAYS_KEPT: usize = 14;

/// Only our own lines, and failures of libraries that never see a request's words. The database's and the mail
/// library's lines stay out: they can quote what they were given.
const FILTER: &str = "error,docket=info,docket_desktop=info,sqlx=off,lettre=off";

/// Begins the log. While the guard lives, lines are written; where no file can be made the program runs without a log.
pub fn begin(folder: &Path) -> Option<WorkerGuard> {
    let file = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("docket")
        .filename_suffix("log")
        .max_log_files(DAYS_KEPT)
        .build(folder.join("log"))
        .ok()?;
    let (writer, guard) = tracing_appender::non_blocking(file);
    tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(FILTER))
        .with_ansi(false)
        .with_writer(writer)
        .try_init()
        .ok()?;
    log_panics();
    Some(guard)
}

/// A panic is logged by its place. Its message stays out of the log, for it can quote what the program was working on.
fn log_panics() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(%place, "the program found a mistake of its own");
        before(panic);
    }));
}

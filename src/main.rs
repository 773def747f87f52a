//! The command line `docket`: everything that the window does, for scripts, administrators and tests.

mod cli;

use std::process::ExitCode;

use clap::Parser;

/// A fifth of the work of many small texts was the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    let asked = cli::Asked::parse();
    tracing_subscriber::fmt()
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_env("DOCKET_LOG").unwrap_or_else(|_| "error".into()),
        )
        .with_writer(std::io::stderr)
        .init();
    cli::answer(asked).await
}

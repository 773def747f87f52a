//! Measures the window of `DOCKET_WINDOW` (or of the debug build): cold start to a usable worklist on an encrypted desk,
//! and the memory that it then holds, beside an empty page in WebKitGTK's own browser, in turns. `make bench` runs it on a
//! release build.

#![expect(clippy::print_stdout, reason = "this program prints what it measured")]
#![expect(
    clippy::disallowed_methods,
    reason = "it compares its own clock with the page's, and no rule is asked"
)]

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use docket_window_tests::{Computer, Window};

/// How often the program is started; the median is told.
const STARTS: usize = 7;

#[tokio::main]
async fn main() {
    let mut computer = Computer::with_a_mouse();
    let window = computer.open().await;
    window.press("Open a practice desk").await;
    window.see_heading("Worklist").await;
    window.close().await;

    let (mut starts, mut unlocks, mut memory) = (Vec::new(), Vec::new(), Vec::new());
    let (mut empty_starts, mut empty_memory) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let begun = Instant::now();
        let empty = computer.open_empty_browser().await;
        empty.ask("return document.readyState").await;
        empty_starts.push(begun.elapsed());
        empty_memory.push(resident_mib());
        empty.close().await;

        let begun = SystemTime::now();
        let window = computer.open().await;
        window.see("Open a practice desk").await;
        starts.push(first_words(&window).await.duration_since(begun).unwrap_or_default());
        let begun = Instant::now();
        window.press("Open a practice desk").await;
        window.see("Overdue").await;
        unlocks.push(begun.elapsed());
        memory.push(resident_mib());
        window.close().await;
    }
    println!("an empty page in WebKitGTK's own browser: {}", told(empty_starts));
    println!("its memory (PSS): median {} MiB", median(empty_memory));
    println!("process start to the passphrase field: {}", told(starts));
    println!("passphrase to the worklist: {}", told(unlocks));
    println!(
        "memory with the worklist open (program and its web processes, PSS): median {} MiB",
        median(memory)
    );
}

/// When the page was first seen with words on it, by its own clock: before the desk says how to begin it shows none.
async fn first_words(window: &Window) -> SystemTime {
    let painted = "const [first] = performance.getEntriesByName('first-contentful-paint');
        return first ? performance.timeOrigin + first.startTime : null;";
    loop {
        if let Some(at) = window.ask(painted).await.as_f64() {
            return UNIX_EPOCH + Duration::from_secs_f64(at / 1000.0);
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

fn median(mut figures: Vec<u64>) -> u64 {
    figures.sort_unstable();
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

fn told(mut times: Vec<Duration>) -> String {
    times.sort_unstable();
    let ms = |index: usize| times[index].as_millis();
    format!("median {} ms, slowest {} ms of {STARTS}", ms(STARTS / 2), ms(STARTS - 1))
}

/// The proportional memory of the program and of the web processes that it started, in MiB.
fn resident_mib() -> u64 {
    let Ok(processes) = std::fs::read_dir("/proc") else { return 0 };
    let ours = |process: &std::fs::DirEntry| {
        let name = std::fs::read_to_string(process.path().join("comm")).unwrap_or_default();
        ["docket-desktop", "MiniBrowser", "WebKitWebProces", "WebKitNetworkPr"].contains(&name.trim())
    };
    let pss = |process: std::fs::DirEntry| -> Option<u64> {
        let rollup = std::fs::read_to_string(process.path().join("smaps_rollup")).ok()?;
        rollup
            .lines()
            .find_map(|line| line.strip_prefix("Pss:"))?
            .trim()
            .trim_end_matches(" kB")
            .trim()
            .parse()
            .ok()
    };
    processes.flatten().filter(ours).filter_map(pss).sum::<u64>() / 1024
}

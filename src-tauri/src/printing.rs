//! Printing: the letter's bytes go to the print system's own program, `lp`, on its standard input.
//!
//! No file is written on the way, and the job is titled with the case number, so the printer's queue names no person.

use std::io::ErrorKind;
use std::process::Stdio;
use std::time::Duration;

use docket::error::{Code, Refusal};
use tokio::io::AsyncWriteExt;
use tokio::process::Command;
use tokio::time::timeout;

/// How long the print system may take to accept a job.
const PATIENCE: Duration = Duration::from_secs(30);

/// Hands a PDF to `program` (`lp` of CUPS) under a title. The answer says which printer took it.
pub async fn print(program: &str, title: &str, pdf: Vec<u8>) -> Result<String, Refusal> {
    let started = Command::new(program)
        .args(["-t", title, "-"])
        .env("LC_ALL", "C")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn();
    let mut job = started.map_err(|cause| match cause.kind() {
        ErrorKind::NotFound => refuse("This computer has no print system. Install CUPS (cups-client on Debian and Ubuntu) and add a printer, or save the letter and print it elsewhere."),
        _ => Refusal::failed("The print system could not be started.", &cause),
    })?;
    let mut input = job.stdin.take();
    let feed = async {
        if let Some(input) = input.as_mut() {
            // A print system that has no printer closes its end at once; what it says then is the answer.
            let _ = input.write_all(&pdf).await;
        }
        drop(input.take());
    };
    let finished = timeout(PATIENCE, async { tokio::join!(feed, job.wait_with_output()).1 }).await;
    let output = finished
        .map_err(|_| refuse("The print system did not answer within 30 seconds. Look at the printer's queue before you print again."))?
        .map_err(|cause| Refusal::failed("The print system stopped.", &cause))?;
    if !output.status.success() {
        tracing::warn!(status = ?output.status.code(), "lp refused a job");
        return Err(refused(&String::from_utf8_lossy(&output.stderr)));
    }
    Ok(taken(&String::from_utf8_lossy(&output.stdout)))
}

/// `request id is Office-17 (1 file(s))` → `Office took the letter as job Office-17.`
fn taken(words: &str) -> String {
    let job = words.split_whitespace().skip_while(|word| *word != "is").nth(1);
    match job.and_then(|job| Some((job.rsplit_once('-')?.0, job))) {
        Some((printer, job)) => format!("The printer {printer} took the letter as job {job}."),
        None => "The print system took the letter.".to_owned(),
    }
}

fn refused(words: &str) -> Refusal {
    let words = words.to_lowercase();
    if words.contains("no default destination") || words.contains("no destinations") {
        refuse(
            "No printer is set as the default on this computer. Choose one in the system's printer settings, or save the letter and print it elsewhere.",
        )
    } else if words.contains("scheduler")
        || words.contains("connection refused")
        || words.contains("bad file descriptor")
    {
        refuse(
            "The print service is not running, or this computer has no printer. Start it or add a printer in the system's settings, or save the letter and print it elsewhere.",
        )
    } else {
        refuse(
            "The print system did not take the letter. Look at the printer's settings, or save the letter and print it elsewhere.",
        )
    }
}

fn refuse(words: &str) -> Refusal {
    Refusal::new(Code::Failed, format!("{words} Nothing was printed, and the letter is safe in the case."))
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    /// A print system that keeps what it is given, says a sentence, and ends as told.
    fn print_system(says: &str, ends: i32) -> (tempfile::TempDir, String) {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("lp");
        let kept = folder.path().display();
        let script = format!(
            "#!/bin/sh\necho \"$@\" > {kept}/args\ncat > {kept}/paper\necho '{says}' >&{}\nexit {ends}\n",
            if ends == 0 { 1 } else { 2 }
        );
        std::fs::write(&program, script).unwrap();
        std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
        let program = program.display().to_string();
        (folder, program)
    }

    #[tokio::test]
    async fn the_printer_gets_the_very_bytes_under_the_case_number() {
        let (folder, lp) = print_system("request id is Front-Office-17 (0 file(s))", 0);
        let pdf: Vec<u8> = (0..=255).cycle().take(200_000).collect();
        let said = print(&lp, "SSA-2026-00007", pdf.clone()).await.unwrap();
        assert_eq!(said, "The printer Front-Office took the letter as job Front-Office-17.");
        assert_eq!(std::fs::read(folder.path().join("paper")).unwrap(), pdf);
        assert_eq!(std::fs::read_to_string(folder.path().join("args")).unwrap(), "-t SSA-2026-00007 -\n");
    }

    #[tokio::test]
    async fn without_a_printer_a_sentence_says_what_to_do() {
        let (_folder, lp) = print_system("lp: Error - No default destination.", 1);
        let refusal = print(&lp, "SSA-2026-00007", vec![0; 1_000_000]).await.unwrap_err();
        assert_eq!(refusal.code, Code::Failed);
        assert!(refusal.message.contains("printer settings"));
        assert!(refusal.message.ends_with("the letter is safe in the case."));
    }

    #[tokio::test]
    async fn without_a_print_system_a_sentence_says_what_to_install() {
        let refusal = print("/nowhere/lp", "SSA-2026-00007", vec![]).await.unwrap_err();
        assert!(refusal.message.contains("Install CUPS"));
    }
}

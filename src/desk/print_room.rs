//! The print room: which letters wait for the printer, and printing them with their envelopes.
//!
//! A letter is printed when the print service says that its job is, and never before: whatever else becomes of the job leaves
//! the letter waiting, with the reason. Jobs that were under way when the program ended are asked after at the next look.

use std::time::Duration;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::cases::{Enclosed, folded};
use super::{Desk, LetterAsked};
use crate::casework::{self, Case, Event};
use crate::error::{Code, Refusal};
use crate::letters::{self, Audience, LetterKind};
use crate::printing::{
    Envelopes, JobStanding, PaperSize, PrintJob, PrintRun, PrintService, PrintSettings, Printer, Sides,
};

/// The setting that holds how a member of the staff prints.
const SETTINGS: &str = "printing:";
/// The setting that holds the jobs whose end a member of the staff has not learnt yet.
const JOBS: &str = "print-jobs:";
/// How far back a batch looks where no day is given.
const DAYS_BACK: u64 = 30;
/// How often the print service is asked after a job.
const ASK_AGAIN: Duration = Duration::from_millis(400);
/// How often a silent print service is asked before a job is left to itself.
const SILENCES: u32 = 5;
/// How often a letter's end is recorded anew where others write to its case at the same moment.
const TRIES: u32 = 5;

/// A letter of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct LetterOfCase {
    /// The case.
    pub number: String,
    /// The letter's id.
    pub letter: String,
}

/// A letter that waits for the printer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct LetterToPrint {
    /// The case.
    pub number: String,
    /// The letter's id.
    pub letter: String,
    /// `Acknowledgement`.
    pub name: String,
    /// The date on it.
    pub dated: NaiveDate,
    /// To whom it goes.
    pub to: String,
    /// Why it was not printed when that was last tried; nothing where it was not tried.
    pub not_printed: Option<String>,
    /// Where its job waits, as a sentence; nothing where none is under way.
    pub at_printer: Option<String>,
}

/// A letter that was to be printed and was not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct NotPrinted {
    /// The case.
    pub number: String,
    /// The letter's id.
    pub letter: String,
    /// Why, as a sentence.
    pub reason: String,
}

/// What became of a printing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct PrintReport {
    /// The printer.
    pub printer: String,
    /// How many letters are printed.
    pub printed: u32,
    /// Those that are not, with the reason; they wait as before.
    pub not_printed: Vec<NotPrinted>,
    /// How many were not tried, because it was stopped before.
    pub not_tried: u32,
    /// Why the envelopes of the end were not printed; nothing where they were, or none were asked for.
    pub envelopes: Option<String>,
}

/// A job whose end is not known yet, with the letters that it prints.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct UnderWay {
    job: PrintJob,
    letters: Vec<LetterOfCase>,
}

/// One job to be: its letters, and the papers in their order.
struct Sheaf {
    letters: Vec<LetterOfCase>,
    papers: Vec<Vec<u8>>,
    title: String,
}

impl Sheaf {
    /// Envelopes alone are printed on envelopes; beside letters they stand on the paper that the printer takes for their size.
    fn paper(&self) -> PaperSize {
        if self.letters.is_empty() { PaperSize::Envelope } else { PaperSize::Letter }
    }
}

/// How a job ended, as far as the desk could follow it.
enum Ended {
    Printed,
    Failed(String),
    /// The printer stood still for too long, or it was asked to stop; the job is taken back.
    GaveUp(String),
    /// The service fell silent: what becomes of the job is asked the next time.
    Unknown(Refusal),
}

impl Desk {
    /// The letters that are issued, go by post and were not printed, in the order of their issue: those dated from `since` on,
    /// or of the last 30 days, among the newest 20,000 letters of the desk.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn letters_to_print(&self, since: Option<NaiveDate>) -> Result<Vec<LetterToPrint>, Refusal> {
        let since = since.unwrap_or_else(|| self.clock.today() - chrono::Days::new(DAYS_BACK));
        let under_way = self.jobs_under_way().await?;
        let mut waiting = Vec::new();
        for (letter, number) in self.room.store.letters_unprinted(since).await? {
            let case = folded(&self.events(&number).await?)?;
            if self.need_to_know(&case).is_err() {
                continue;
            }
            let Some(issued) = casework::waiting_to_print(&case).find(|issued| issued.letter == letter)
            else {
                continue;
            };
            let to = self.addressee_of(&case, issued);
            // A requester who gave an e-mail address alone gets the letter by e-mail.
            if issued.kind.audience() == Audience::Requester && case.requester.address.is_empty() {
                continue;
            }
            let job = under_way.iter().find(|known| known.letters.iter().any(|one| one.letter == letter));
            waiting.push(LetterToPrint {
                name: issued.name.clone(),
                dated: issued.dated,
                to: to.name,
                not_printed: issued.not_printed.clone(),
                at_printer: job.map(|known| {
                    format!("Its job {} waits at the printer {}.", known.job.number, known.job.printer)
                }),
                number,
                letter,
            });
        }
        Ok(waiting)
    }

    /// Letters with their envelopes as one PDF. Nothing is recorded: a file is no proof that anything was printed.
    ///
    /// # Errors
    /// Where there is no such letter.
    pub async fn batch_pdf(
        &self,
        letters: &[LetterOfCase],
        settings: &PrintSettings,
    ) -> Result<letters::BoundPapers, Refusal> {
        let settings = PrintSettings { one_job: true, ..settings.clone() };
        settings.check()?;
        let sheaves = self.sheaves(letters, &settings).await?;
        let papers: Vec<Vec<u8>> = sheaves.into_iter().flat_map(|sheaf| sheaf.papers).collect();
        if papers.is_empty() {
            return Err(Refusal::not_found("No letter waits for the printer, so there is nothing to save."));
        }
        Ok(letters::bind(&papers, settings.sides != Sides::One)?)
    }

    /// Prints letters with their envelopes, job after job, each recorded in its case when the print service has finished it.
    /// `run` tells how far it is, and stops it. A job that stands still is waited for as long as `patience`, or until it is stopped.
    ///
    /// # Errors
    /// Where the settings name no printer that takes jobs, or a letter is not there. Nothing is printed then.
    pub async fn print_letters(
        &self,
        service: &PrintService,
        settings: &PrintSettings,
        letters: &[LetterOfCase],
        patience: Option<Duration>,
        run: &PrintRun,
    ) -> Result<PrintReport, Refusal> {
        let printer = service.chosen(settings).await?;
        self.take_back(service, letters).await?;
        let sheaves = self.sheaves(letters, settings).await?;
        run.change(|progress| progress.total = count(letters.len()));
        let mut report = PrintReport {
            printer: printer.name.clone(),
            printed: 0,
            not_printed: Vec::new(),
            not_tried: 0,
            envelopes: None,
        };
        let mut given_up = false;
        for sheaf in sheaves {
            if given_up || run.is_stopping() {
                report.not_tried += count(sheaf.letters.len());
                if sheaf.letters.is_empty() {
                    report.envelopes = Some("The printing was stopped before them.".to_owned());
                }
                continue;
            }
            let ended = self.print_sheaf(service, &printer, settings, &sheaf, patience, run).await?;
            let failed = match ended {
                Ended::Printed => None,
                Ended::Failed(reason) => Some(reason),
                Ended::GaveUp(reason) => {
                    given_up = true;
                    Some(reason)
                }
                Ended::Unknown(refusal) => {
                    given_up = true;
                    Some(refusal.message)
                }
            };
            match failed {
                None => report.printed += count(sheaf.letters.len()),
                Some(reason) if sheaf.letters.is_empty() => report.envelopes = Some(reason),
                Some(reason) => report.not_printed.extend(sheaf.letters.iter().map(|one| NotPrinted {
                    number: one.number.clone(),
                    letter: one.letter.clone(),
                    reason: reason.clone(),
                })),
            }
            run.change(|progress| progress.done += count(sheaf.letters.len()));
        }
        Ok(report)
    }

    /// Asks the print service after the jobs that were under way when the program ended or the service fell silent, and records
    /// how they ended. Answers with how many of their letters are printed.
    ///
    /// # Errors
    /// Where the store fails, or no print service answers.
    pub async fn settle_print_jobs(&self, service: &PrintService) -> Result<u32, Refusal> {
        let mut printed = 0;
        for known in self.jobs_under_way().await? {
            match service.standing(&known.job).await? {
                JobStanding::UnderWay | JobStanding::Stuck(_) => {}
                JobStanding::Printed => {
                    printed += count(known.letters.len());
                    self.record_end(&known, None).await?;
                }
                JobStanding::Failed(reason) => self.record_end(&known, Some(&reason)).await?,
            }
        }
        Ok(printed)
    }

    /// How whoever works here prints.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn print_settings(&self) -> Result<PrintSettings, Refusal> {
        let stored = self.room.store.setting(&self.own(SETTINGS)).await?;
        // Settings of another version of the program are as good as none.
        Ok(stored.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default())
    }

    /// Remembers how whoever works here prints.
    ///
    /// # Errors
    /// Where no print service could take the settings.
    pub async fn set_print_settings(&self, settings: &PrintSettings) -> Result<(), Refusal> {
        settings.check()?;
        self.store_own(SETTINGS, settings).await
    }

    async fn print_sheaf(
        &self,
        service: &PrintService,
        printer: &Printer,
        settings: &PrintSettings,
        sheaf: &Sheaf,
        patience: Option<Duration>,
        run: &PrintRun,
    ) -> Result<Ended, Refusal> {
        let words = format!("{} is being printed on {}.", sheaf.title, printer.name);
        run.change(|progress| (progress.words, progress.stuck) = (words.clone(), false));
        let bound = letters::bind(&sheaf.papers, settings.sides != Sides::One && printer.duplex)?;
        let job = match service.hand_over(printer, settings, &sheaf.title, sheaf.paper(), &bound.bytes).await
        {
            Ok(job) => job,
            Err(refusal) => {
                let never = UnderWay {
                    job: PrintJob { printer: printer.name.clone(), number: 0 },
                    letters: sheaf.letters.clone(),
                };
                self.record_end(&never, Some(&refusal.message)).await?;
                return Ok(Ended::Failed(refusal.message));
            }
        };
        let under_way = UnderWay { job, letters: sheaf.letters.clone() };
        // Before anything else: where the program ends now, the next look asks after this job.
        let mut jobs = self.jobs_under_way().await?;
        jobs.push(under_way.clone());
        self.store_own(JOBS, &jobs).await?;

        let ended = follow(service, &under_way.job, &words, patience, run).await;
        match &ended {
            Ended::Printed => self.record_end(&under_way, None).await?,
            Ended::Failed(reason) | Ended::GaveUp(reason) => {
                self.record_end(&under_way, Some(reason)).await?;
            }
            Ended::Unknown(_) => {}
        }
        Ok(ended)
    }

    /// Cancels jobs of an earlier time that still wait with any of these letters, so that none is printed twice.
    async fn take_back(&self, service: &PrintService, letters: &[LetterOfCase]) -> Result<(), Refusal> {
        self.settle_print_jobs(service).await?;
        for known in self.jobs_under_way().await? {
            if !known.letters.iter().any(|letter| letters.contains(letter)) {
                continue;
            }
            service.cancel(&known.job).await?;
            let ended =
                follow(service, &known.job, "", Some(Duration::from_secs(5)), &PrintRun::default()).await;
            match ended {
                Ended::Printed => {
                    self.record_end(&known, None).await?;
                    return Err(Refusal::new(
                        Code::ChangedElsewhere,
                        "A letter of the batch has just been printed by a job that was still waiting. Look at the list again; nothing more was printed.",
                    ));
                }
                Ended::Failed(reason) | Ended::GaveUp(reason) => {
                    self.record_end(&known, Some(&reason)).await?
                }
                Ended::Unknown(refusal) => return Err(refusal),
            }
        }
        Ok(())
    }

    /// Records how a job ended in the case of each of its letters, and forgets it.
    async fn record_end(&self, ended: &UnderWay, failed: Option<&str>) -> Result<(), Refusal> {
        // Whoever looked first has recorded it; a job that was never taken has no number.
        if ended.job.number != 0 && !self.jobs_under_way().await?.iter().any(|known| known.job == ended.job) {
            return Ok(());
        }
        for one in &ended.letters {
            let events = match failed {
                None => casework::printed(&one.letter, &ended.job.printer),
                Some(reason) => casework::not_printed(&one.letter, &ended.job.printer, reason),
            };
            self.record_print(&one.number, events).await?;
        }
        let mut jobs = self.jobs_under_way().await?;
        jobs.retain(|known| known.job != ended.job);
        self.store_own(JOBS, &jobs).await
    }

    /// Adds to a case what happened at the printer, whatever others write to it at the same moment.
    async fn record_print(&self, number: &str, events: Vec<Event>) -> Result<(), Refusal> {
        let shelf = self.shelf().await?;
        let ground = shelf.ground();
        let mut last = None;
        for _ in 0..TRIES {
            let before = self.events(number).await?;
            match self.record(number, &before, events.clone(), Enclosed::default(), &ground).await {
                Err(refusal) if refusal.code == Code::ChangedElsewhere => last = Some(refusal),
                other => return other,
            }
        }
        last.map_or(Ok(()), Err)
    }

    /// The papers of the letters, job by job.
    async fn sheaves(
        &self,
        letters: &[LetterOfCase],
        settings: &PrintSettings,
    ) -> Result<Vec<Sheaf>, Refusal> {
        let mut sheaves: Vec<Sheaf> = Vec::new();
        let mut envelopes = Vec::new();
        for one in letters {
            let mut papers = vec![self.letter_pdf(&one.number, &one.letter).await?];
            match settings.envelopes {
                Envelopes::None => {}
                Envelopes::AfterEach => papers.push(self.envelope(one, settings.window).await?),
                Envelopes::AfterAll => envelopes.push(self.envelope(one, settings.window).await?),
            }
            match sheaves.last_mut().filter(|_| settings.one_job) {
                Some(all) => {
                    all.letters.push(one.clone());
                    all.papers.extend(papers);
                    all.title = format!("{} letters", all.letters.len());
                }
                None => sheaves.push(Sheaf { letters: vec![one.clone()], papers, title: one.number.clone() }),
            }
        }
        if !envelopes.is_empty() {
            match sheaves.last_mut().filter(|_| settings.one_job) {
                Some(all) => all.papers.extend(envelopes),
                None => {
                    let title = format!("{} envelopes", envelopes.len());
                    sheaves.push(Sheaf { letters: Vec::new(), papers: envelopes, title });
                }
            }
        }
        Ok(sheaves)
    }

    /// The envelope of an issued letter, to whoever the letter goes to.
    async fn envelope(&self, one: &LetterOfCase, window: bool) -> Result<Vec<u8>, Refusal> {
        let case = folded(&self.events(&one.number).await?)?;
        let issued =
            case.letter(&one.letter).ok_or_else(|| Refusal::not_found("This case has no such letter."))?;
        let shelf = self.shelf().await?;
        let ground = shelf.ground();
        let mut facts = self.letter_facts(&case, LetterAsked::from(LetterKind::Envelope), &ground)?;
        facts.addressee = self.addressee_of(&case, issued);
        facts.window_envelope = window;
        let letter = letters::compose(&self.room.clauses, &facts)?;
        Ok(self.room.typesetter.pdf(&letter)?.bytes)
    }

    async fn jobs_under_way(&self) -> Result<Vec<UnderWay>, Refusal> {
        let stored = self.room.store.setting(&self.own(JOBS)).await?;
        Ok(stored.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default())
    }

    pub(super) async fn store_own(&self, setting: &str, value: &impl Serialize) -> Result<(), Refusal> {
        let json = serde_json::to_string(value)
            .map_err(|cause| Refusal::failed("The settings could not be stored.", &cause))?;
        Ok(self.room.store.set_setting(&self.own(setting), &json).await?)
    }

    pub(super) fn own(&self, setting: &str) -> String {
        format!("{setting}{}", self.member.staff.name)
    }

    fn addressee_of(&self, case: &Case, issued: &casework::LetterIssued) -> letters::Addressee {
        super::letter_facts::addressee(
            case,
            LetterAsked { recipient: issued.recipient, ..LetterAsked::from(issued.kind) },
        )
    }
}

/// Follows a job to its end. One that is to be stopped, or stands still for too long, is cancelled; how it ended then is asked.
async fn follow(
    service: &PrintService,
    job: &PrintJob,
    words: &str,
    patience: Option<Duration>,
    run: &PrintRun,
) -> Ended {
    let mut silences = 0;
    let mut still = Duration::ZERO;
    let mut gave_up: Option<String> = None;
    loop {
        match service.standing(job).await {
            Ok(JobStanding::Printed) => return Ended::Printed,
            Ok(JobStanding::Failed(reason)) => return gave_up.map_or(Ended::Failed(reason), Ended::GaveUp),
            Ok(JobStanding::UnderWay) => {
                (silences, still) = (0, Duration::ZERO);
                run.change(|progress| (progress.words, progress.stuck) = (words.to_owned(), false));
            }
            Ok(JobStanding::Stuck(reason)) => {
                silences = 0;
                run.change(|progress| (progress.words, progress.stuck) = (reason.clone(), true));
                if gave_up.is_none() && patience.is_some_and(|patience| still >= patience) {
                    gave_up = Some(reason);
                    if let Err(refusal) = service.cancel(job).await {
                        return Ended::Unknown(refusal);
                    }
                }
                still += ASK_AGAIN;
            }
            Err(refusal) => {
                silences += 1;
                if silences >= SILENCES {
                    return Ended::Unknown(refusal);
                }
            }
        }
        if run.is_stopping() && gave_up.is_none() {
            gave_up = Some("The printing was stopped.".to_owned());
            if let Err(refusal) = service.cancel(job).await {
                return Ended::Unknown(refusal);
            }
        }
        if gave_up.is_some() {
            tokio::time::sleep(ASK_AGAIN).await;
        } else {
            run.pause(ASK_AGAIN).await;
        }
    }
}

fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

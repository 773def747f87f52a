//! The print service: its printers, and what becomes of a job.

use std::path::{Path, PathBuf};

use ipp::attribute::IppAttribute;
use ipp::model::{DelimiterTag, IppVersion, Operation, StatusCode};
use ipp::parser::IppParseError;
use ipp::request::IppRequestResponse;
use ipp::value::IppValue;
use serde::{Deserialize, Serialize};

use super::answer::{Answer, Group};
use super::settings::{PrintSettings, Sides};
use super::wire::{self, Address, Answered};
use crate::error::{Code, Refusal};
use crate::law::terms;

/// The sockets on which CUPS listens, on Linux and on macOS.
const SOCKETS: [&str; 3] = ["/run/cups/cups.sock", "/var/run/cups/cups.sock", "/private/var/run/cupsd"];
/// Where an office names a print server for all programs.
const CLIENT_CONF: &str = "/etc/cups/client.conf";

const UNREACHABLE: &str = "The print service does not answer, or this computer has none. Start it, or install CUPS (the package cups on Debian and Ubuntu) and add a printer; or save the letters as one PDF and print it elsewhere. Nothing was printed, and the letters are safe in their cases.";

terms! {
    /// How a printer stands.
    PrinterState {
        /// It waits for a job.
        Idle = "idle" => "ready",
        /// It prints.
        Printing = "printing" => "printing",
        /// It stands still until a person has looked at it.
        Stopped = "stopped" => "stopped",
    }
}

/// A printer of the office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Printer {
    /// Its name in the print service.
    pub name: String,
    /// What the office calls it, with its place.
    pub words: String,
    /// How it stands.
    pub state: PrinterState,
    /// Why it stands so, as a sentence: `The paper is jammed.` Empty where there is nothing to say.
    pub reason: String,
    /// Whether it takes jobs.
    pub accepting: bool,
    /// Whether the service takes it where none is named.
    pub default: bool,
    /// Whether it prints on both sides.
    pub duplex: bool,
    /// Its trays, by its own names for them.
    pub trays: Vec<String>,
}

/// The paper that a job is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperSize {
    /// US Letter, 8½ by 11 inches.
    Letter,
    /// A No. 10 envelope, 4⅛ by 9½ inches.
    Envelope,
}

impl PaperSize {
    /// Its name in the register of the Printer Working Group (PWG 5101.1).
    fn name(self) -> &'static str {
        match self {
            Self::Letter => "na_letter_8.5x11in",
            Self::Envelope => "na_number-10_4.125x9.5in",
        }
    }

    fn hundredths_of_a_millimetre(self) -> (i32, i32) {
        match self {
            Self::Letter => (21590, 27940),
            Self::Envelope => (10477, 24130),
        }
    }
}

/// A job that the service took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintJob {
    /// The printer's name.
    pub printer: String,
    /// Its number in the print service.
    pub number: i32,
}

/// How a job stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JobStanding {
    /// It waits for its turn, or is being printed.
    UnderWay,
    /// It waits until a person has looked at the printer; with the reason as a sentence.
    Stuck(String),
    /// The service says that it is printed.
    Printed,
    /// It ended without being printed; with the reason as a sentence.
    Failed(String),
}

/// The print service of this computer, or the one that the office has for all.
#[derive(Debug, Clone)]
pub struct PrintService {
    address: Address,
    user: String,
}

impl PrintService {
    /// The service as CUPS's own programs find it: `CUPS_SERVER`, the office's `client.conf`, this computer's socket.
    pub fn of_this_computer() -> Self {
        let named = std::env::var("CUPS_SERVER").ok().filter(|server| !server.is_empty());
        let named = named.or_else(|| server_named_in(Path::new(CLIENT_CONF)));
        let address = match named {
            Some(server) => Address::read(&server),
            None => match SOCKETS.iter().map(PathBuf::from).find(|socket| socket.exists()) {
                Some(socket) => Address::Socket(socket),
                None => Address::read("localhost"),
            },
        };
        let user = ["USER", "LOGNAME"].iter().find_map(|name| std::env::var(name).ok());
        Self { address, user: user.filter(|user| !user.is_empty()).unwrap_or_else(|| "docket".to_owned()) }
    }

    /// The service at an address as `CUPS_SERVER` has it, asked in the name of a user.
    pub fn at(server: &str, user: &str) -> Self {
        Self { address: Address::read(server), user: user.to_owned() }
    }

    /// Every printer that the service has, by name.
    ///
    /// # Errors
    /// Where no service answers.
    pub async fn printers(&self) -> Result<Vec<Printer>, Refusal> {
        let mut question = self.question(Operation::CupsGetPrinters, None)?;
        ask_for(
            &mut question,
            &[
                "printer-name",
                "printer-info",
                "printer-location",
                "printer-state",
                "printer-state-reasons",
                "printer-state-message",
                "printer-is-accepting-jobs",
                "sides-supported",
                "media-source-supported",
            ],
        )?;
        let answer = self.ask("/", question, &[]).await?;
        // A service without a printer says “not found”.
        let mut printers: Vec<Printer> = answer.printers().map(printer).collect();
        if printers.is_empty() {
            return Ok(printers);
        }
        let mut question = self.question(Operation::CupsGetDefault, None)?;
        ask_for(&mut question, &["printer-name"])?;
        let default = self.ask("/", question, &[]).await?;
        let default = default.printers().next().map(|group| group.text("printer-name"));
        for printer in &mut printers {
            printer.default = default.as_ref() == Some(&printer.name);
        }
        printers.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(printers)
    }

    /// The printer that the settings mean: the one they name, or the service's default.
    ///
    /// # Errors
    /// Where there is no such printer, or it takes no jobs.
    pub async fn chosen(&self, settings: &PrintSettings) -> Result<Printer, Refusal> {
        settings.check()?;
        let printers = self.printers().await?;
        let only = printers.len() == 1;
        let chosen = printers.into_iter().find(|printer| match settings.printer.as_str() {
            "" => printer.default || only,
            name => printer.name == name,
        });
        let Some(printer) = chosen else {
            return Err(if settings.printer.is_empty() {
                Refusal::bad_input(
                    "printer",
                    "No printer is set as the default of this computer. Choose one. Nothing was printed.",
                )
            } else {
                Refusal::bad_input(
                    "printer",
                    format!(
                        "The print service has no printer “{}” any more. Choose another. Nothing was printed.",
                        settings.printer
                    ),
                )
            });
        };
        if !printer.accepting {
            return Err(Refusal::new(
                Code::Failed,
                format!(
                    "The printer {} takes no jobs at present. {} Nothing was printed.",
                    printer.name, printer.reason
                ),
            ));
        }
        Ok(printer)
    }

    /// Hands a PDF to a printer. The title is all that the queue shows of it.
    ///
    /// # Errors
    /// Where the service does not take it; nothing is printed then.
    pub async fn hand_over(
        &self,
        printer: &Printer,
        settings: &PrintSettings,
        title: &str,
        paper: PaperSize,
        pdf: &[u8],
    ) -> Result<PrintJob, Refusal> {
        let mut question = self.question(Operation::PrintJob, Some(&printer.name))?;
        let attributes = || -> Result<(Vec<IppAttribute>, Vec<IppAttribute>), IppParseError> {
            let document = vec![
                IppValue::new_name_without_language(title)?.named_as("job-name")?,
                IppValue::new_mime_media_type("application/pdf")?.named_as("document-format")?,
            ];
            let mut job = vec![
                IppValue::new_integer(i32::try_from(settings.copies).unwrap_or(1)).named_as("copies")?,
                // The address must stay in the window of the envelope, so nothing is shrunk or moved.
                IppValue::new_keyword("none")?.named_as("print-scaling")?,
            ];
            if printer.duplex || settings.sides == Sides::One {
                job.push(IppValue::new_keyword(settings.sides.as_str())?.named_as("sides")?);
            }
            if settings.tray.is_empty() {
                job.push(IppValue::new_keyword(paper.name())?.named_as("media")?);
            } else {
                let (across, along) = paper.hundredths_of_a_millimetre();
                let size = [
                    ("x-dimension".try_into()?, IppValue::new_integer(across)),
                    ("y-dimension".try_into()?, IppValue::new_integer(along)),
                ];
                let source = IppValue::new_keyword(settings.tray.as_str())?;
                let media = [
                    ("media-size".try_into()?, IppValue::Collection(size.into())),
                    ("media-source".try_into()?, source),
                ];
                job.push(IppValue::Collection(media.into()).named_as("media-col")?);
            }
            Ok((document, job))
        };
        let (document, job) = attributes().map_err(|cause| unsayable(&cause))?;
        for attribute in document {
            question.attributes_mut().add(DelimiterTag::OperationAttributes, attribute);
        }
        for attribute in job {
            question.attributes_mut().add(DelimiterTag::JobAttributes, attribute);
        }
        let answer = self.ask(&format!("/printers/{}", printer.name), question, pdf).await?;
        let number = answer.job().and_then(|job| job.number("job-id"));
        match number.filter(|_| answer.status().is_success()) {
            Some(number) => Ok(PrintJob { printer: printer.name.clone(), number }),
            None => Err(not_taken(&printer.name, answer.status())),
        }
    }

    /// How a job stands.
    ///
    /// # Errors
    /// Where the service does not answer; the job may still be printed then.
    pub async fn standing(&self, job: &PrintJob) -> Result<JobStanding, Refusal> {
        let mut question = self.about(Operation::GetJobAttributes, job)?;
        ask_for(
            &mut question,
            &["job-state", "job-state-reasons", "job-printer-state-message", "job-printer-state-reasons"],
        )?;
        let answer = self.ask("/jobs/", question, &[]).await?;
        if answer.status() == StatusCode::ClientErrorNotFound {
            return Ok(JobStanding::Failed(
                "The print service does not know the job any more; look whether the letter lies at the printer.".to_owned(),
            ));
        }
        let said = answer.job();
        let state = said.and_then(|job| job.number("job-state"));
        let reasons = said.map(|job| job.list("job-state-reasons")).unwrap_or_default();
        match state {
            Some(9) => Ok(JobStanding::Printed),
            Some(8) => Ok(JobStanding::Failed(
                said.map(|job| job.text("job-printer-state-message"))
                    .filter(|message| !message.is_empty())
                    .map_or_else(
                        || "The print service gave the job up.".to_owned(),
                        |message| {
                            format!("The print service gave the job up: {}.", message.trim_end_matches('.'))
                        },
                    ),
            )),
            Some(7) => Ok(JobStanding::Failed("The job was cancelled.".to_owned())),
            Some(4) => Ok(JobStanding::Stuck(format!("The job is held in the queue of {}.", job.printer))),
            Some(6) => Ok(JobStanding::Stuck(self.why_still(&job.printer).await?)),
            _ if reasons.iter().any(|reason| reason == "printer-stopped") => {
                Ok(JobStanding::Stuck(self.why_still(&job.printer).await?))
            }
            Some(3 | 5) => Ok(match self.stopped(&job.printer).await? {
                Some(reason) => JobStanding::Stuck(reason),
                None => JobStanding::UnderWay,
            }),
            _ => Err(Refusal::new(Code::Failed, UNREACHABLE)),
        }
    }

    /// Cancels a job; one that has ended already stays as it ended.
    ///
    /// # Errors
    /// Where the service does not answer, or does not let this user cancel it.
    pub async fn cancel(&self, job: &PrintJob) -> Result<(), Refusal> {
        let question = self.about(Operation::CancelJob, job)?;
        let answer = self.ask("/jobs/", question, &[]).await?;
        match answer.status() {
            // Not possible: it has ended. Not found: it is forgotten.
            status if status.is_success() => Ok(()),
            StatusCode::ClientErrorNotPossible | StatusCode::ClientErrorNotFound => Ok(()),
            _ => Err(Refusal::new(
                Code::Failed,
                format!(
                    "The print service did not let the job {} be cancelled. Cancel it at the printer.",
                    job.number
                ),
            )),
        }
    }

    /// Why a printer stands still; nothing where it does not.
    async fn stopped(&self, name: &str) -> Result<Option<String>, Refusal> {
        let mut question = self.question(Operation::GetPrinterAttributes, Some(name))?;
        ask_for(
            &mut question,
            &["printer-name", "printer-state", "printer-state-reasons", "printer-state-message"],
        )?;
        let answer = self.ask(&format!("/printers/{name}"), question, &[]).await?;
        let printer = answer.printers().next().map(printer);
        Ok(printer.filter(|printer| printer.state == PrinterState::Stopped).map(|printer| {
            format!("The printer {name} stands still. {}", printer.reason).trim_end().to_owned()
        }))
    }

    async fn why_still(&self, name: &str) -> Result<String, Refusal> {
        Ok(self.stopped(name).await?.unwrap_or_else(|| format!("The printer {name} stands still.")))
    }

    fn question(&self, operation: Operation, printer: Option<&str>) -> Result<IppRequestResponse, Refusal> {
        let fill = || -> Result<IppRequestResponse, IppParseError> {
            let mut question = IppRequestResponse::new(IppVersion::v1_1(), operation, None)?;
            if let Some(printer) = printer {
                let uri = IppValue::new_uri(format!("ipp://localhost/printers/{printer}"))?;
                question
                    .attributes_mut()
                    .add(DelimiterTag::OperationAttributes, uri.named_as("printer-uri")?);
            }
            Ok(question)
        };
        fill().map_err(|cause| unsayable(&cause)).and_then(|question| self.signed(question, operation))
    }

    fn about(&self, operation: Operation, job: &PrintJob) -> Result<IppRequestResponse, Refusal> {
        let mut question = self.question(operation, Some(&job.printer))?;
        let number =
            IppValue::new_integer(job.number).named_as("job-id").map_err(|cause| unsayable(&cause))?;
        question.attributes_mut().add(DelimiterTag::OperationAttributes, number);
        Ok(question)
    }

    fn signed(
        &self,
        mut question: IppRequestResponse,
        operation: Operation,
    ) -> Result<IppRequestResponse, Refusal> {
        if matches!(operation, Operation::CupsGetPrinters | Operation::CupsGetDefault) {
            return Ok(question);
        }
        let user = IppValue::new_name_without_language(self.user.as_str())
            .and_then(|user| user.named_as("requesting-user-name"))
            .map_err(|cause| unsayable(&cause))?;
        question.attributes_mut().add(DelimiterTag::OperationAttributes, user);
        Ok(question)
    }

    async fn ask(
        &self,
        path: &str,
        question: IppRequestResponse,
        document: &[u8],
    ) -> Result<Answer, Refusal> {
        let head = question.to_bytes();
        let body = [&head[..], document];
        let unreachable = |cause: std::io::Error| {
            tracing::warn!(kind = ?cause.kind(), "the print service does not answer");
            Refusal::new(Code::Failed, UNREACHABLE)
        };
        let mut answered = wire::ask(&self.address, path, None, &body).await.map_err(unreachable)?;
        if matches!(answered, Answered::Http(401)) {
            answered = wire::ask(&self.address, path, Some(&self.user), &body).await.map_err(unreachable)?;
        }
        match answered {
            Answered::Ipp(bytes) => {
                Answer::read(bytes).ok_or_else(|| Refusal::new(Code::Failed, UNREACHABLE))
            }
            Answered::Http(401 | 403) => Err(Refusal::new(
                Code::Failed,
                "The print service asks who you are, which this program cannot prove to it. Use the printer's own queue for this. Nothing was changed.",
            )),
            Answered::Http(status) => {
                tracing::warn!(status, "the print service refused a request");
                Err(Refusal::new(Code::Failed, UNREACHABLE))
            }
        }
    }
}

/// Gives a value its name as an attribute.
trait NamedAs {
    fn named_as(self, name: &str) -> Result<IppAttribute, IppParseError>;
}

impl NamedAs for IppValue {
    fn named_as(self, name: &str) -> Result<IppAttribute, IppParseError> {
        IppAttribute::with_name(name, self)
    }
}

fn ask_for(question: &mut IppRequestResponse, names: &[&str]) -> Result<(), Refusal> {
    let values: Result<Vec<IppValue>, IppParseError> =
        names.iter().map(|name| IppValue::new_keyword(*name)).collect();
    let wanted = values.and_then(|values| IppValue::Array(values).named_as("requested-attributes"));
    question
        .attributes_mut()
        .add(DelimiterTag::OperationAttributes, wanted.map_err(|cause| unsayable(&cause))?);
    Ok(())
}

fn printer(said: Group<'_>) -> Printer {
    let name = said.text("printer-name");
    let about: Vec<String> = [said.text("printer-info"), said.text("printer-location")]
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect();
    let state = match said.number("printer-state") {
        Some(4) => PrinterState::Printing,
        Some(5) => PrinterState::Stopped,
        _ => PrinterState::Idle,
    };
    Printer {
        words: if about.is_empty() { name.clone() } else { about.join(", ") },
        reason: reason(&said.list("printer-state-reasons"), &said.text("printer-state-message"), state),
        state,
        accepting: said.says("printer-is-accepting-jobs").unwrap_or(true),
        default: false,
        duplex: said.list("sides-supported").iter().any(|sides| sides.starts_with("two-sided")),
        trays: said.list("media-source-supported").into_iter().filter(|tray| tray != "auto").collect(),
        name,
    }
}

/// The state reasons of IPP as a sentence; what has no words here is shown as the printer says it.
fn reason(reasons: &[String], message: &str, state: PrinterState) -> String {
    const WORDS: [(&str, &str); 10] = [
        ("media-jam", "The paper is jammed."),
        ("media-empty", "A tray is out of paper."),
        ("media-needed", "It asks for paper."),
        ("toner-empty", "The toner is used up."),
        ("marker-supply-empty", "The ink or toner is used up."),
        ("door-open", "A door is open."),
        ("cover-open", "A cover is open."),
        ("input-tray-missing", "A tray is missing."),
        ("offline", "It is switched off or not connected."),
        ("connecting-to-device", "It does not answer yet."),
    ];
    let mut sentences: Vec<String> = WORDS
        .iter()
        .filter(|(key, _)| reasons.iter().any(|reason| reason.starts_with(key)))
        .map(|(_, words)| (*words).to_owned())
        .collect();
    let message = message.trim();
    if state == PrinterState::Stopped && !message.is_empty() && message != "Paused" {
        sentences.push(format!("It says: {}.", message.trim_end_matches('.')));
    }
    if sentences.is_empty() && state == PrinterState::Stopped {
        sentences.push("It was stopped by hand.".to_owned());
    }
    sentences.join(" ")
}

fn not_taken(printer: &str, status: StatusCode) -> Refusal {
    let why = match status {
        StatusCode::ClientErrorNotFound => "There is no such printer any more.",
        StatusCode::ServerErrorNotAcceptingJobs => "It takes no jobs at present.",
        StatusCode::ClientErrorDocumentFormatNotSupported => "It cannot print PDF.",
        StatusCode::ClientErrorNotAuthorized | StatusCode::ClientErrorForbidden => "You may not print on it.",
        _ => "The print service gave no reason.",
    };
    tracing::warn!(%status, "a printer did not take a job");
    Refusal::new(
        Code::Failed,
        format!("The printer {printer} did not take the letter. {why} The letter is safe in its case."),
    )
}

fn unsayable(cause: &IppParseError) -> Refusal {
    Refusal::failed("The print service could not be asked: a name is too long for it.", cause)
}

/// The server that `client.conf` names.
fn server_named_in(file: &Path) -> Option<String> {
    let text = std::fs::read_to_string(file).ok()?;
    text.lines().find_map(|line| {
        let (key, value) = line.trim().split_once(char::is_whitespace)?;
        key.eq_ignore_ascii_case("ServerName").then(|| value.trim().to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stopped_printer_says_why_in_a_sentence() {
        let reasons = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let said = reason(&reasons(&["media-jam-error", "paused"]), "rear cover", PrinterState::Stopped);
        assert_eq!(said, "The paper is jammed. It says: rear cover.");
        assert_eq!(reason(&reasons(&["paused"]), "Paused", PrinterState::Stopped), "It was stopped by hand.");
        assert_eq!(reason(&[], "", PrinterState::Idle), "");
    }

    #[tokio::test]
    async fn without_a_print_service_a_sentence_says_what_to_do() {
        let nowhere = PrintService::at("/nowhere/cups.sock", "clerk");
        let refusal = nowhere.printers().await.expect_err("nobody answers");
        assert_eq!(refusal.code, Code::Failed);
        assert!(refusal.message.contains("install CUPS") && refusal.message.contains("safe in their cases"));
    }
}

//! The office's printers, by the print service of the system (CUPS, spoken to in IPP).
//!
//! Papers go to the service from memory: no file is written on the way, and a job's title names a case and no person. The
//! command `lpstat` cannot tell a finished job from a cancelled one (both end as `processing-to-stop-point`), and only a
//! finished one means that a letter was printed, so the service is asked itself. See docs/decisions/0004.
//!
//! Deliberately absent: which letters are printed and what becomes of them in their cases, which is the desk's; and the
//! spooler of Windows, where a batch is saved as one PDF.

mod answer;
mod run;
mod service;
mod settings;
mod wire;

pub use run::{PrintProgress, PrintRun};
pub use service::{JobStanding, PaperSize, PrintJob, PrintService, Printer, PrinterState};
pub use settings::{Envelopes, PrintSettings, Sides};

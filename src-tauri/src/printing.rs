//! The one printing that may be under way in this window.

use std::sync::{Mutex, PoisonError};

use docket::printing::PrintRun;

/// Holds the printing under way.
#[derive(Default)]
pub struct Printing(Mutex<Option<PrintRun>>);

impl Printing {
    /// Begins one; false where another is under way.
    pub fn begin(&self, run: PrintRun) -> bool {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if held.is_some() {
            return false;
        }
        *held = Some(run);
        true
    }

    /// The one under way.
    pub fn current(&self) -> Option<PrintRun> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Ends it.
    pub fn end(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_printing_at_a_time_is_under_way() {
        let printing = Printing::default();
        let first = PrintRun::default();
        assert!(printing.begin(first.clone()) && !printing.begin(PrintRun::default()));
        printing.current().unwrap().stop();
        assert!(first.is_stopping());
        printing.end();
        assert!(printing.current().is_none() && printing.begin(PrintRun::default()));
    }
}

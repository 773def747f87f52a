//! Forms that are not finished: each member of the staff finds again what they typed, after a lock or a crash.

use serde::Serialize;

use super::Desk;
use crate::error::Refusal;
use crate::store::FormDraft;

/// The longest name of a form, in bytes.
const LONGEST_NAME: usize = 200;
/// The most that a form keeps, in bytes.
const LONGEST_BODY: usize = 90_000;

/// What was typed into a form and not yet given to the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct DraftView {
    /// The fields, as JSON of the form.
    pub body: String,
    /// The instant at which it was kept, ISO 8601.
    pub saved_at: String,
}

impl Desk {
    /// Keeps what was typed into a form; nothing of it is in the ledger. `number` names the case that the form is about.
    ///
    /// # Errors
    /// Where the form has no name, or more was typed than a draft holds.
    pub async fn save_draft(&self, form: &str, number: Option<&str>, body: &str) -> Result<(), Refusal> {
        if form.is_empty() || form.len() > LONGEST_NAME {
            return Err(Refusal::bad_input("form", "That is no form of the desk. Nothing was kept."));
        }
        if body.len() > LONGEST_BODY {
            return Err(Refusal::bad_input(
                "body",
                "This form holds more than is kept between two sittings. It stays as typed while the window is open; finish it before you close it, or before the desk locks.",
            ));
        }
        let draft = FormDraft { body: body.to_owned(), saved_at: self.clock.now().to_rfc3339() };
        let staff = &self.member.staff.name;
        Ok(self.room.store.save_draft(staff, form, number.unwrap_or_default(), &draft).await?)
    }

    /// What was typed into a form; nothing where it was given or never begun.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn form_draft(&self, form: &str) -> Result<Option<DraftView>, Refusal> {
        let draft = self.room.store.draft_of(&self.member.staff.name, form).await?;
        Ok(draft.map(|draft| DraftView { body: draft.body, saved_at: draft.saved_at }))
    }

    /// Forgets what was typed into a form, because it was given or thrown away.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn forget_draft(&self, form: &str) -> Result<(), Refusal> {
        Ok(self.room.store.forget_draft(&self.member.staff.name, form).await?)
    }
}

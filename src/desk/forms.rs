//! The forms that a requester may be sent, under the letterhead of the office.

use super::Desk;
use crate::error::Refusal;
use crate::law::AgencyId;
use crate::letters::{self, FormKind, Language, Letterhead};

impl Desk {
    /// A blank form as PDF with fields to fill in. It has no case and no person.
    ///
    /// # Errors
    /// Where the desk does not answer for the agency, or there is no such form for it.
    pub async fn form_pdf(
        &self,
        agency: &AgencyId,
        kind: FormKind,
        language: Language,
    ) -> Result<Vec<u8>, Refusal> {
        self.answers_for(agency)?;
        let law = self.law_in_force().await?;
        let book = law.law.rulebook(agency)?;
        let office = book.letter_office_on(self.clock.today())?;
        let mut address = office.address;
        address.extend(self.wordings_in_force().await?.letterhead_lines(agency.as_str()).iter().cloned());
        let letterhead = Letterhead { agency: book.full_name().to_owned(), office: office.title, address };
        let form = letters::form(kind, agency.as_str(), language, &letterhead)?;
        Ok(self.room.typesetter.form_pdf(&form)?.bytes)
    }
}

/// The name of a blank form's file.
pub fn form_file_name(agency: &AgencyId, kind: FormKind, language: Language) -> String {
    format!("{agency}-{kind}-{language}.pdf")
}

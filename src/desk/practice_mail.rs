//! The inbox of the practice desk: fictitious messages, read as real ones are.

use std::collections::HashMap;

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{Days, NaiveDate};
use serde::Deserialize;

use super::{Desk, TakenIn, form_file_name};
use crate::error::Refusal;
use crate::law::AgencyId;
use crate::letters::{FormKind, Language};

const MESSAGES: &str = include_str!("practice/messages.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Messages {
    message: Vec<PracticeMessage>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PracticeMessage {
    from: String,
    subject: String,
    days_ago: u64,
    text: String,
    /// The story whose case the subject names.
    names: Option<String>,
    /// A blank form that is attached.
    form: Option<Attached>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Attached {
    agency: AgencyId,
    kind: FormKind,
}

impl Desk {
    /// Fills the inbox of the practice desk; `numbers` are those of the cases, by their story.
    pub(super) async fn furnish_inbox(&self, numbers: &HashMap<String, String>) -> Result<(), Refusal> {
        let messages: Messages = toml::from_str(MESSAGES)
            .map_err(|cause| Refusal::failed("The practice messages could not be read.", &cause))?;
        let today = self.clock.today();
        let mut taken = TakenIn::default();
        for message in messages.message {
            let form = match &message.form {
                Some(Attached { agency, kind }) => {
                    let name = form_file_name(agency, *kind, Language::English);
                    Some((name, self.form_pdf(agency, *kind, Language::English).await?))
                }
                None => None,
            };
            let named = message.names.as_ref().and_then(|story| numbers.get(story));
            let bytes = message.written(named, form, today).into_bytes();
            self.take_in_bytes("message.eml".to_owned(), bytes, &mut taken).await?;
        }
        Ok(())
    }
}

impl PracticeMessage {
    /// The message as a mail program saves it, at noon of its day by Eastern standard time.
    fn written(&self, named: Option<&String>, form: Option<(String, Vec<u8>)>, today: NaiveDate) -> String {
        let date = (today - Days::new(self.days_ago)).format("%a, %d %b %Y 12:00:00 -0500");
        let subject =
            named.map_or_else(|| self.subject.clone(), |number| format!("{number}: {}", self.subject));
        let head = format!(
            "From: {}\r\nTo: privacy-office@example.org\r\nDate: {date}\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\n",
            self.from
        );
        let words = format!(
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{}",
            self.text.replace('\n', "\r\n")
        );
        let Some((name, pdf)) = form else { return format!("{head}{words}") };
        let pdf = STANDARD.encode(pdf);
        format!(
            "{head}Content-Type: multipart/mixed; boundary=part\r\n\r\n--part\r\n{words}\r\n--part\r\n\
             Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\
             Content-Disposition: attachment; filename={name}\r\n\r\n{pdf}\r\n--part--\r\n"
        )
    }
}

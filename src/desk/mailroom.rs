//! Letters by e-mail: the outbox, its sending, and the office's mail server.

use uuid::Uuid;

use super::cases::{Enclosed, folded};
use super::{CaseView, Desk, MailSettings, OutboxRow, SendReport, form_file_name};
use crate::casework;
use crate::error::{Code, Refusal};
use crate::letters::{FormKind, Language};
use crate::mail::{self, EnclosedPdf, Frozen, Mailable};
use crate::store::{MailOutcome, MailState, NewMail};

/// The setting that holds the mail server, as JSON.
const MAIL: &str = "mail";

impl Desk {
    /// Puts an issued letter into the outbox, composed and frozen, with the blank forms that go with it in its language.
    ///
    /// # Errors
    /// Where there is no such letter or form, no e-mail address, or no mail server is set up. Nothing is recorded then.
    pub async fn queue_letter(
        &self,
        number: &str,
        version: Option<u32>,
        letter: &str,
        forms: &[FormKind],
    ) -> Result<CaseView, Refusal> {
        let shelf = self.shelf().await?;
        let ground = shelf.ground();
        let before = self.seen(number, version).await?;
        let case = folded(&before)?;
        let events = casework::queue(&case, letter, forms)?;
        let settings = self.mail_server().await?;
        let book = ground.law.rulebook(&case.agency)?;
        let language = case.letter(letter).map_or(Language::English, |issued| issued.language);
        let mut enclosed = Vec::new();
        for form in forms {
            let file_name = form_file_name(&case.agency, *form, language);
            enclosed
                .push(EnclosedPdf { file_name, pdf: self.form_pdf(&case.agency, *form, language).await? });
        }
        let frozen = mail::compose(Mailable {
            from: settings.from,
            to: case.requester.email.clone().unwrap_or_default(),
            subject: format!("Your Privacy Act request {number}"),
            body: cover(book.full_name(), number, forms.len()),
            file_name: self.letter_file_name(number, letter).await?,
            pdf: self.letter_pdf(number, letter).await?,
            enclosed,
            message_id: format!("<{}@docket-552a>", Uuid::now_v7()),
            at: self.clock.now(),
        })?;
        let mail = NewMail {
            id: Uuid::now_v7().to_string(),
            letter: letter.to_owned(),
            from: frozen.from,
            to: frozen.to,
            message_id: frozen.message_id,
            message: frozen.bytes,
            queued_on: ground.today,
        };
        let enclosed = Enclosed { mail: Some(mail), ..Enclosed::default() };
        self.record(number, &before, events, enclosed, &ground).await?;
        self.case(number).await
    }

    /// The outbox, newest first.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn outbox(&self) -> Result<Vec<OutboxRow>, Refusal> {
        let mut rows = Vec::new();
        for mail in self.room.store.outbox().await? {
            rows.push(OutboxRow {
                id: mail.id,
                case_number: mail.case_number,
                letter: mail.letter,
                letter_name: mail.letter_name,
                to: mail.to,
                state: mail.state,
                tries: mail.tries,
                reason: mail.reason,
                queued_on: mail.queued_on,
            });
        }
        Ok(rows)
    }

    /// Sends all that waits or was not taken before; what the server takes is recorded in its case at once.
    ///
    /// # Errors
    /// Where no mail server is set up, or the store fails. What was sent before stays recorded.
    pub async fn send_mail(&self) -> Result<SendReport, Refusal> {
        let settings = self.mail_server().await?;
        let shelf = self.shelf().await?;
        let ground = shelf.ground();
        let mut report = SendReport { sent: 0, failed: 0 };
        for waiting in
            self.room.store.outbox().await?.into_iter().filter(|mail| mail.state != MailState::Sent)
        {
            let Some(bytes) = self.room.store.mail_message(&waiting.id).await? else { continue };
            let frozen = Frozen { bytes, from: waiting.from, to: waiting.to, message_id: waiting.message_id };
            match mail::send(&settings, &frozen).await {
                Ok(()) => {
                    let before = self.events(&waiting.case_number).await?;
                    let events = casework::emailed(&waiting.letter, &frozen.message_id);
                    let enclosed = Enclosed {
                        mail_state: Some(outcome(waiting.id, MailState::Sent, None)),
                        ..Enclosed::default()
                    };
                    self.record(&waiting.case_number, &before, events, enclosed, &ground).await?;
                    report.sent += 1;
                }
                Err(error) => {
                    let outcome = outcome(waiting.id, MailState::Failed, Some(error.to_string()));
                    self.room.store.set_outbox_state(&outcome).await?;
                    report.failed += 1;
                }
            }
        }
        Ok(report)
    }

    /// The mail server, its password left out; nothing where none is set up.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn mail_settings(&self) -> Result<Option<MailSettings>, Refusal> {
        Ok(self
            .stored_mail_settings()
            .await?
            .map(|settings| MailSettings { password: String::new(), ..settings }))
    }

    /// Sets up the mail server. An empty password keeps the one that is stored.
    ///
    /// # Errors
    /// Where the settings cannot be used as they are.
    pub async fn set_mail_settings(&self, settings: MailSettings) -> Result<(), Refusal> {
        settings.check()?;
        let mut settings = settings;
        if settings.password.is_empty()
            && let Some(known) = self.stored_mail_settings().await?
            && known.host == settings.host
            && known.user == settings.user
        {
            settings.password = known.password;
        }
        let json = serde_json::to_string(&settings)
            .map_err(|cause| Refusal::failed("The mail server could not be stored.", &cause))?;
        Ok(self.room.store.set_setting(MAIL, &json).await?)
    }

    async fn stored_mail_settings(&self) -> Result<Option<MailSettings>, Refusal> {
        let Some(json) = self.room.store.setting(MAIL).await? else { return Ok(None) };
        serde_json::from_str(&json)
            .map(Some)
            .map_err(|cause| Refusal::failed("The stored mail server could not be read.", &cause))
    }

    async fn mail_server(&self) -> Result<MailSettings, Refusal> {
        self.stored_mail_settings().await?.ok_or_else(|| {
            Refusal::new(
                Code::NotAllowed,
                "No mail server is set up. Set one up under Mail, or print the letter; nothing was changed.",
            )
        })
    }
}

fn outcome(id: String, state: MailState, reason: Option<String>) -> MailOutcome {
    MailOutcome { id, state, reason }
}

/// The words around an attached letter: who writes and about which case, and nothing of what it says.
fn cover(agency: &str, number: &str, forms: usize) -> String {
    let with = match forms {
        0 => "",
        1 => "A blank form is attached too. You can fill it in on a computer, or print it.\r\n\r\n",
        _ => "Blank forms are attached too. You can fill them in on a computer, or print them.\r\n\r\n",
    };
    format!(
        "The {agency} answers your Privacy Act request {number} in the attached letter (PDF).\r\n\r\n\
         {with}Please do not send Social Security numbers or other private facts by e-mail. \
         The letter says how to reach us.\r\n"
    )
}

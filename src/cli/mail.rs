//! `docket mail`: the server, the outbox, the sending; and the inbox.

use clap::Subcommand;

use super::inbox::{InboxCommand, inbox};
use super::{Global, say};
use docket::desk::{MailSecurity, MailSettings, OutboxRow};
use docket::error::Refusal;
use docket::letters::FormKind;

#[derive(Subcommand)]
pub enum MailCommand {
    /// Set up the mail server; the password is read from DOCKET_MAIL_PASSWORD
    Server {
        /// The host
        #[arg(long)]
        host: String,
        /// The port
        #[arg(long)]
        port: u16,
        /// How the connection is protected
        #[arg(long)]
        security: MailSecurity,
        /// The user name
        #[arg(long, default_value = "")]
        user: String,
        /// The address that letters are sent from
        #[arg(long)]
        from: String,
    },
    /// Put an issued letter into the outbox
    Queue {
        /// The case's number
        number: String,
        /// The letter's id
        letter: String,
        /// A blank form that goes with it, in the letter's language; may be given again
        #[arg(long = "form")]
        forms: Vec<FormKind>,
    },
    /// The outbox
    List,
    /// Send all that waits
    Send,
    #[command(flatten)]
    Inbox(InboxCommand),
}

pub async fn mail(global: &Global, command: MailCommand) -> Result<(), Refusal> {
    let command = match command {
        MailCommand::Inbox(command) => return inbox(global, command).await,
        other => other,
    };
    let desk = global.open().await?;
    let answered = match command {
        MailCommand::Server { host, port, security, user, from } => {
            let password = std::env::var("DOCKET_MAIL_PASSWORD").unwrap_or_default();
            desk.set_mail_settings(MailSettings { host, port, security, user, password, from }).await?;
            say::line("The mail server is set up.")
        }
        MailCommand::Queue { number, letter, forms } => {
            desk.queue_letter(&number, None, &letter, &forms).await?;
            say::line("The letter waits in the outbox.")
        }
        MailCommand::List => say::show(&desk.outbox().await?, global.json, |rows| {
            let line = |row: &OutboxRow| {
                let reason = row.reason.as_deref().unwrap_or_default();
                format!("{}  {}  {}  {reason}", row.case_number, row.letter_name, row.state.words())
            };
            rows.iter().map(line).collect::<Vec<_>>().join("\n")
        }),
        MailCommand::Send => say::show(&desk.send_mail().await?, global.json, |report| {
            format!("{} sent, {} not taken.", report.sent, report.failed)
        }),
        MailCommand::Inbox(_) => Ok(()),
    };
    desk.close().await;
    answered
}

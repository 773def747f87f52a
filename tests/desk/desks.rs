//! Desks for scenarios: on a fixed day, on either engine, opened again as often as the story asks.

use std::path::PathBuf;

use chrono::NaiveDate;
use docket::accounts::{DeskKey, Passphrase, Salt};
use docket::casework::{Intake, PersonGiven, Role};
use docket::clock::Clock;
use docket::desk::{Desk, NewDesk, NewStaff};
use docket::law::{AgencyId, Capacity, Channel, Kind, Sensitivity};
use docket::store::Store;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};
use tempfile::TempDir;

use crate::postgres::PrivateDatabase;

const PASSPHRASE: &str = "correct horse battery staple";

/// An office with its desk: an encrypted file, or a database of its own.
pub struct Office {
    folder: TempDir,
    database: Option<PrivateDatabase>,
}

impl Office {
    /// An office of one, on an encrypted file.
    pub async fn encrypted() -> Office {
        Office { folder: tempfile::tempdir().expect("a folder"), database: None }
    }

    /// An office on PostgreSQL; nothing, said loudly, where PostgreSQL is not installed.
    pub async fn postgres() -> Option<Office> {
        let database = PrivateDatabase::make()?;
        Some(Office { folder: tempfile::tempdir().expect("a folder"), database: Some(database) })
    }

    /// The desk on this day.
    pub async fn on(&self, today: &str) -> Desk {
        let clock = Clock::Fixed(day(today));
        let opened = match &self.database {
            Some(database) => Desk::join_office(database.url(), staff(), clock).await,
            None if self.file().exists() => Desk::open(&self.file(), PASSPHRASE, None, clock).await,
            None => Desk::create(&self.file(), PASSPHRASE, staff(), clock).await,
        };
        opened.expect("a desk")
    }

    /// The desk on this day, after every earlier handle on it is gone.
    pub async fn reopened(&self, today: &str) -> Desk {
        self.on(today).await
    }

    /// The store behind the desk, for what no desk does.
    pub async fn store(&self) -> Store {
        match &self.database {
            Some(database) => Store::connect_office(database.url()).await,
            None => Store::open(&self.file(), &Passphrase::new(PASSPHRASE.to_owned())).await,
        }
        .expect("the store")
    }

    /// Changes the table of corrections past the program and past its guards, as somebody could who holds the key.
    pub async fn tamper_with_corrections(&self, deed: &'static str) {
        match &self.database {
            Some(database) => {
                let mut by_hand = sqlx::PgConnection::connect(database.url()).await.expect("the server");
                let guarded = sqlx::raw_sql(deed).execute(&mut by_hand).await.expect_err("guarded");
                assert!(guarded.to_string().contains("stays as it was taken"), "{guarded}");
                let guards_off = "alter table overrides disable trigger user";
                sqlx::raw_sql(guards_off).execute(&mut by_hand).await.expect("guards off");
                sqlx::raw_sql(deed).execute(&mut by_hand).await.expect(deed);
                by_hand.close().await.expect("closed");
            }
            None => {
                let mut by_hand = self.by_hand().await;
                let guarded = sqlx::raw_sql(deed).execute(&mut by_hand).await.expect_err("guarded");
                assert!(guarded.to_string().contains("stays as it was taken"), "{guarded}");
                let guards_off = "drop trigger override_never_changed; drop trigger override_never_deleted";
                sqlx::raw_sql(guards_off).execute(&mut by_hand).await.expect("guards off");
                sqlx::raw_sql(deed).execute(&mut by_hand).await.expect(deed);
                by_hand.close().await.expect("closed");
            }
        }
    }

    /// The file past the program, as somebody opens it who holds the key.
    pub async fn by_hand(&self) -> SqliteConnection {
        let file = std::fs::read(self.file()).expect("the file");
        let head: [u8; Salt::LENGTH] = file[..Salt::LENGTH].try_into().expect("a salt");
        let passphrase = Passphrase::new(PASSPHRASE.to_owned());
        let key = DeskKey::derive(&passphrase, Salt::read(head).expect("a salt")).expect("a key");
        let literal = format!("\"{}\"", key.raw_key_literal().as_str());
        let options = SqliteConnectOptions::new().filename(self.file()).pragma("key", literal);
        options.connect().await.expect("opens by hand")
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("office.desk")
    }
}

fn staff() -> NewDesk {
    NewDesk {
        agencies: vec![AgencyId::new("usps"), AgencyId::new("ssa")],
        name: "Robin Blake".into(),
        title: "Privacy Specialist".into(),
    }
}

/// The desk as its approving official works at it: another person than who drafts.
pub async fn approver(desk: &Desk) -> Desk {
    let name = "Imani Achebe-Lindqvist";
    if !desk.staff().await.expect("the staff").iter().any(|member| member.name == name) {
        let new = NewStaff {
            name: name.into(),
            title: "Privacy Officer".into(),
            roles: vec![Role::Specialist, Role::Approver, Role::MedicalReviewer],
            unit: String::new(),
        };
        desk.add_staff(new).await.expect("added");
    }
    desk.as_member(name).await.expect("the approver")
}

/// A request by mail from a person for themself, with nothing enclosed.
pub fn intake(agency: &str, kind: Kind, received: &str) -> Intake {
    Intake {
        agency: AgencyId::new(agency),
        kinds: vec![kind],
        received: day(received),
        channel: Channel::Mail,
        capacity: Capacity::OneSelf,
        sensitivity: Sensitivity::Ordinary,
        requester: PersonGiven {
            name: "Renée Okonkwo-Hašek".into(),
            address: vec!["14 Larkmoor Row".into(), "Baltimore, MD 21299".into()],
            email: Some("renee.okonkwo-hasek@example.org".into()),
        },
        subject: None,
        text: "Please send me a copy of my records.".into(),
        particulars: Default::default(),
        evidence: Vec::new(),
        personally_known: false,
        facts: Default::default(),
        dated: None,
        postmarked: None,
        first_office: None,
        reached_office: None,
        representative: None,
        also: Vec::new(),
    }
}

/// A civil day.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

//! Deadlines that the desktop tells of: each member of the staff chooses whether and when, and hears of their own cases only.

use super::Desk;
use crate::error::Refusal;
use crate::reports::{DueCase, Reminded, Reminder, ReminderSettings, reminded_through, reminder};
use crate::store::{Whose, WorklistFilter};

/// The setting that holds whether and when a member of the staff is told.
const SETTINGS: &str = "reminders:";
/// The setting that holds of which cases they were told today.
const TOLD: &str = "reminded:";
/// The most pages of cases that are looked through: who has more is told of the most urgent ones.
const MOST_PAGES: usize = 5;

impl Desk {
    /// Whether and when whoever works here is told of deadlines; not at all where they never chose it.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn reminder_settings(&self) -> Result<ReminderSettings, Refusal> {
        let stored = self.room.store.setting(&self.own(SETTINGS)).await?;
        // Settings of another version of the program are as good as none.
        Ok(stored.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default())
    }

    /// Chooses whether and when whoever works here is told of deadlines.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn set_reminder_settings(&self, settings: &ReminderSettings) -> Result<(), Refusal> {
        self.store_own(SETTINGS, settings).await
    }

    /// What may be said now of the deadlines of whoever works here; nothing where there is nothing new or it is no time for it.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn due_reminder(&self) -> Result<Option<Reminder>, Refusal> {
        let settings = self.reminder_settings().await?;
        if !settings.on {
            return Ok(None);
        }
        let shelf = self.shelf().await?;
        let calendar = shelf.law.law.calendar();
        let mut filter = WorklistFilter {
            viewer: self.viewer(),
            whose: Whose::Mine,
            due_to: Some(reminded_through(shelf.today, calendar)),
            ..WorklistFilter::default()
        };
        let mut due = Vec::new();
        for _ in 0..MOST_PAGES {
            let page = self.room.store.worklist(&filter).await?;
            due.extend(
                page.rows
                    .into_iter()
                    .filter_map(|row| Some(DueCase { on: row.values.next_by?, number: row.number })),
            );
            filter.after = page.next_page;
            if filter.after.is_none() {
                break;
            }
        }
        let told = self.reminded().await?;
        Ok(reminder(&due, &told, &settings, (shelf.today, self.clock.time_of_day()), calendar))
    }

    /// Notes that a reminder was said: its cases are not told again today.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn note_reminded(&self, said: &Reminder) -> Result<(), Refusal> {
        let told = self.reminded().await?.and(self.clock.today(), &said.numbers);
        self.store_own(TOLD, &told).await
    }

    async fn reminded(&self) -> Result<Reminded, Refusal> {
        let stored = self.room.store.setting(&self.own(TOLD)).await?;
        Ok(stored.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default())
    }
}

//! What concerns many cases at once: one command on a selection, after a preview; saved filters; the cases that one watches.

use serde::{Deserialize, Serialize};

use super::cases::folded;
use super::{Desk, WorklistQuery};
use crate::casework::{self, Command, history_words};
use crate::error::Refusal;
use crate::store::SavedView;

/// The most cases that one command is given to at once.
const MOST: usize = 500;

/// A case of a selection, with the version that the person saw.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Selected {
    /// Its number.
    pub number: String,
    /// The version; nothing for the newest.
    #[serde(default)]
    pub version: Option<u32>,
}

/// What a command does, or did, to one case of a selection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct BulkLine {
    /// The case.
    pub number: String,
    /// What happens, in sentences that begin with the name of who does it.
    pub does: Vec<String>,
    /// Why it cannot be done to this case; nothing where it can.
    pub refused: Option<String>,
}

/// A filter of the worklist that somebody saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct SavedFilter {
    /// Its name.
    pub name: String,
    /// The filter, as JSON of a worklist query.
    pub filter: String,
}

impl Desk {
    /// What a command would do to each case of a selection. Nothing is recorded.
    ///
    /// # Errors
    /// Where the selection is empty or too large.
    pub async fn preview_together(
        &self,
        selection: &[Selected],
        command: &Command,
    ) -> Result<Vec<BulkLine>, Refusal> {
        sized(selection)?;
        let mut lines = Vec::new();
        for selected in selection {
            let decided = self.decided(selected, command).await;
            lines.push(line(&selected.number, decided));
        }
        Ok(lines)
    }

    /// Gives a command to each case of a selection; those that refuse it are left as they are, with the reason.
    ///
    /// # Errors
    /// Where the selection is empty or too large.
    pub async fn act_together(
        &self,
        selection: &[Selected],
        command: &Command,
    ) -> Result<Vec<BulkLine>, Refusal> {
        sized(selection)?;
        let mut lines = Vec::new();
        for selected in selection {
            let decided = self.decided(selected, command).await;
            let done = match decided {
                Ok(does) => self.act(&selected.number, selected.version, command.clone()).await.map(|_| does),
                Err(refusal) => Err(refusal),
            };
            lines.push(line(&selected.number, done));
        }
        Ok(lines)
    }

    async fn decided(&self, selected: &Selected, command: &Command) -> Result<Vec<String>, Refusal> {
        let case = folded(&self.seen(&selected.number, selected.version).await?)?;
        let shelf = self.shelf_for(&case).await?;
        let events = casework::decide(&case, command, &shelf.ground())?;
        Ok(events.iter().map(history_words).collect())
    }

    /// Saves a filter of the worklist under a name, in the place of one of that name.
    ///
    /// # Errors
    /// Where the name is empty, or the filter is no worklist query.
    pub async fn save_filter(&self, name: &str, filter: &str) -> Result<Vec<SavedFilter>, Refusal> {
        let name = name.trim();
        if name.is_empty() || name.chars().count() > 60 {
            return Err(Refusal::bad_input("name", "Give the filter a name of at most 60 characters."));
        }
        serde_json::from_str::<WorklistQuery>(filter).map_err(|_| {
            Refusal::bad_input("filter", "That is no filter of the worklist. Nothing was saved.")
        })?;
        let view = SavedView { name: name.to_owned(), filter: filter.to_owned() };
        self.room.store.save_view(&self.member.staff.name, &view).await?;
        self.filters().await
    }

    /// Forgets a saved filter.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn forget_filter(&self, name: &str) -> Result<Vec<SavedFilter>, Refusal> {
        self.room.store.forget_view(&self.member.staff.name, name).await?;
        self.filters().await
    }

    /// The saved filters of whoever works here.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn filters(&self) -> Result<Vec<SavedFilter>, Refusal> {
        let views = self.room.store.views_of(&self.member.staff.name).await?;
        Ok(views.into_iter().map(|view| SavedFilter { name: view.name, filter: view.filter }).collect())
    }

    /// Begins to watch a case, or ends it. Answers with who watches it.
    ///
    /// # Errors
    /// Where there is no such case, or it is kept from whoever asks.
    pub async fn watch(&self, number: &str, on: bool) -> Result<Vec<String>, Refusal> {
        let case = folded(&self.events(number).await?)?;
        self.need_to_know(&case)?;
        self.room.store.watch(number, &self.member.staff.name, on).await?;
        Ok(self.room.store.watchers_of(number).await?)
    }
}

fn sized(selection: &[Selected]) -> Result<(), Refusal> {
    if selection.is_empty() || selection.len() > MOST {
        return Err(Refusal::bad_input(
            "selection",
            format!("Choose between one and {MOST} cases. Nothing was changed."),
        ));
    }
    Ok(())
}

fn line(number: &str, done: Result<Vec<String>, Refusal>) -> BulkLine {
    let (does, refused) = match done {
        Ok(does) => (does, None),
        Err(refusal) => (Vec::new(), Some(refusal.message)),
    };
    BulkLine { number: number.to_owned(), does, refused }
}

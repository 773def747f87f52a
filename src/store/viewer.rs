//! Who looks, and what they may see: the need to know holds in every list and search, and in what is counted.

/// Who looks at lists and searches.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Viewer {
    /// Their name, as cases are assigned to it.
    pub name: String,
    /// Whether they see restricted cases that are not theirs.
    pub sees_restricted: bool,
    /// Their unit of the office.
    pub unit: Option<String>,
}

impl Viewer {
    /// Somebody who sees every case: the program itself, where it goes over all of them.
    pub fn of_everything() -> Self {
        Self { name: String::new(), sees_restricted: true, unit: None }
    }

    /// The greatest value of `restricted` that they see of cases that are not theirs.
    pub(super) fn sees(&self) -> i64 {
        i64::from(self.sees_restricted)
    }

    /// The name by which a case is theirs; nobody's cases are not theirs, even where they have no name.
    pub(super) fn own(&self) -> &str {
        if self.name.is_empty() { "-" } else { &self.name }
    }
}

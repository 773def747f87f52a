//! The phrases that the program itself puts into a letter's facts. Each has its Spanish, to which the test below holds it.

use chrono::NaiveDate;

use crate::law::Unit;

/// What a statement or notice is about, where no item of the record is named.
pub(super) const THE_RECORD: &str = "the record";
/// What is denied where nothing was found.
pub(super) const WHAT_WAS_ASKED_FOR: &str = "the records that you asked for";
/// What is not amended where it was not found.
pub(super) const WHAT_WAS_TO_CHANGE: &str = "the record that you asked us to change";
/// What a consent must say (20 CFR 401.100(b); 39 CFR 266.5(b)(2)(iii)).
pub(super) const A_CONSENT_SAYS: [&str; 3] = [
    "to whom we may give the record",
    "which record or which information we may give",
    "for which time the consent holds",
];
/// What comes of the Freedom of Information Act for records that were found, and that it does not let be withheld.
pub(super) const FOIA_GIVES_NO_MORE: &str = "That Act gives you nothing more.";
/// What comes of that Act where no record was found.
pub(super) const FOIA_FINDS_NOTHING: &str = "We have no record that answers your request under it.";

/// What comes of that Act where it lets the same parts be withheld, by these paragraphs.
pub(super) fn foia_withholds(cites: &[&str]) -> String {
    format!("That Act lets us withhold the same parts ({}).", cites.join("; "))
}

/// Why the answer neither confirms nor denies.
pub(super) fn may_answer_so(rule: &str, statute: &str) -> String {
    format!("The law lets us answer in this way ({rule}; {statute}).")
}

/// Where and when the requester sees the records.
pub(super) fn appointment(place: &str, on: NaiveDate, time: &str) -> String {
    format!("{place}, on {} at {time}", on.format("%B %-d, %Y"))
}

/// `90 calendar days`.
pub(super) fn days(count: u32, unit: Unit) -> String {
    format!("{count} {}", unit.words())
}

/// `two years`, within which a suit may be brought.
pub(super) fn years(years: u32) -> String {
    if years == 2 { "two years".to_owned() } else { format!("{years} years") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::casework::{WANTS_RECEIVER, WANTS_SYSTEM};
    use crate::letters::ClauseBook;

    #[test]
    fn every_phrase_of_the_program_has_spanish() {
        let book = ClauseBook::built_in().unwrap();
        let on = NaiveDate::from_ymd_opt(2026, 12, 2).unwrap();
        let fixed = [
            THE_RECORD,
            WHAT_WAS_ASKED_FOR,
            WHAT_WAS_TO_CHANGE,
            FOIA_GIVES_NO_MORE,
            FOIA_FINDS_NOTHING,
            WANTS_SYSTEM,
            WANTS_RECEIVER,
        ];
        let mut said: Vec<String> = fixed.into_iter().chain(A_CONSENT_SAYS).map(str::to_owned).collect();
        said.push(foia_withholds(&["5 U.S.C. 552(b)(2)", "5 U.S.C. 552(b)(6)"]));
        said.push(may_answer_so("39 CFR 266.8(b)(2)", "5 U.S.C. 552a(j)(2)"));
        said.push(appointment("Room 12, 475 Windrow Plaza", on, "10 a.m."));
        said.extend(Unit::ALL.iter().flat_map(|unit| [1, 10, 90].map(|count| days(count, *unit))));
        said.extend([2, 3].map(years));
        let without: Vec<String> =
            said.into_iter().filter(|english| book.in_spanish(english).is_none()).collect();
        assert_eq!(without, Vec::<String>::new(), "these have no Spanish in clauses/spanish.toml");
    }
}

//! Signs that a request may be made in another's name. They decide nothing; whoever confirms identity sees them.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use super::Case;
use crate::law::terms;
use crate::notices::stems;

terms! {
    /// What is striking.
    SignKind {
        /// The person asked before from another postal address.
        NewAddress = "new-address" => "an address first seen in this request",
        /// The person asked before from another e-mail address.
        NewEmail = "new-email" => "an e-mail address first seen in this request",
        /// Somebody else asked before from this address or e-mail address.
        SharedAddress = "shared-address" => "an address that another person asked from",
        /// The same identifier came before with another name.
        OtherName = "other-name" => "an identifier that came with another name",
        /// The same person asked the same before.
        SameRequest = "same-request" => "the same request again",
        /// The same person asked several times within a month.
        RepeatedTries = "repeated-tries" => "repeated requests",
    }
}

/// A person of another case who is like one of this case in something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownPerson {
    /// The other case.
    pub case_number: String,
    /// The day of its receipt.
    pub received: NaiveDate,
    /// Whether the name is the same, letter for letter but for case and accents.
    pub same_name: bool,
    /// Whether the postal address is the same.
    pub same_address: bool,
    /// Whether the e-mail address is the same.
    pub same_email: bool,
    /// Whether an identifier is the same: the Social Security number, …
    pub same_identifier: bool,
    /// Whether the other case asks the same ([`asks_the_same`]).
    pub same_request: bool,
}

/// The least share of words that two requests have in common when they ask the same.
const SAME_WORDS: f64 = 0.8;

/// Whether two requests ask the same: of the same agency, something of the same kind, in nearly the same words.
pub fn asks_the_same(case: &Case, other: &Case) -> bool {
    let words = |case: &Case| -> BTreeSet<String> { stems(&case.text).into_iter().collect() };
    let (ours, theirs) = (words(case), words(other));
    let all = ours.union(&theirs).count();
    let alike = all > 0 && ours.intersection(&theirs).count() as f64 >= SAME_WORDS * all as f64;
    alike && case.agency == other.agency && case.kinds.iter().any(|kind| other.kinds.contains(kind))
}

/// A sign, with the cases that show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Sign {
    /// What is striking.
    pub kind: SignKind,
    /// In a sentence.
    pub words: String,
    /// The other cases.
    pub cases: Vec<String>,
}

/// How many requests of one person within a month are striking.
const STRIKING: usize = 3;
/// The days of that month.
const MONTH: i64 = 30;

/// The signs in a case, from the people of other cases who are like its own.
pub fn signs(case: &Case, known: &[KnownPerson]) -> Vec<Sign> {
    let mut found = Vec::new();
    let mut say = |kind: SignKind, words: &str, cases: Vec<String>| {
        if !cases.is_empty() {
            found.push(Sign { kind, words: words.to_owned(), cases });
        }
    };
    let numbers = |wanted: &dyn Fn(&KnownPerson) -> bool| -> Vec<String> {
        let mut numbers: Vec<String> =
            known.iter().filter(|person| wanted(person)).map(|person| person.case_number.clone()).collect();
        numbers.sort();
        numbers.dedup();
        numbers
    };
    let address = !case.requester.address.is_empty();
    let email = case.requester.email.is_some();
    let same = |person: &KnownPerson| person.same_name || person.same_identifier;
    if address && !known.iter().any(|person| same(person) && person.same_address) {
        say(
            SignKind::NewAddress,
            "A person of this name asked before, from another address. This address is first seen in this request.",
            numbers(&|person| same(person) && !person.same_address),
        );
    }
    if email && !known.iter().any(|person| same(person) && person.same_email) {
        say(
            SignKind::NewEmail,
            "A person of this name asked before, from another e-mail address. This one is first seen in this request.",
            numbers(&|person| same(person) && !person.same_email),
        );
    }
    say(
        SignKind::SharedAddress,
        "Another person asked before from the same e-mail address.",
        numbers(&|person| !same(person) && person.same_email),
    );
    say(
        SignKind::OtherName,
        "The same identifier came before with another name.",
        numbers(&|person| person.same_identifier && !person.same_name),
    );
    say(
        SignKind::SameRequest,
        "The same person asked the same before, in nearly the same words. It may be a copy of that letter.",
        numbers(&|person| same(person) && person.same_request),
    );
    let near =
        |person: &KnownPerson| same(person) && (person.received - case.received).num_days().abs() <= MONTH;
    let near = numbers(&near);
    if near.len() >= STRIKING {
        say(SignKind::RepeatedTries, "The same person asked several times within a month.", near);
    }
    found
}

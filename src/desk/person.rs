//! One person across cases: names and addresses that hold and held, what they are in which case, and who is like them.
//!
//! Only a person's word makes two people one; this adds up what was said and merges nothing.

use chrono::NaiveDate;
use serde::Serialize;

use super::cases::folded;
use super::{Desk, LikePerson};
use crate::casework::{Case, Person, Sign};
use crate::error::Refusal;
use crate::law::Kind;
use crate::store::PersonRole;

/// A name and address of a person, and the case that it stands in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct AddressOfPerson {
    /// The name and address as the person gave them.
    pub person: Person,
    /// The case.
    pub number: String,
    /// The day of receipt of its request.
    pub since: NaiveDate,
    /// The day until which it held; nothing where it still does.
    pub until: Option<NaiveDate>,
}

/// A case in which a person has a part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct CaseOfPerson {
    /// Its number.
    pub number: String,
    /// What the person is in it: `requester`, `subject`, `representative`.
    pub role: String,
    /// What is asked.
    pub kinds: Vec<Kind>,
    /// The day of receipt.
    pub received: NaiveDate,
    /// When it was closed.
    pub closed: Option<NaiveDate>,
}

/// A person, as far as a case and a person's word on other cases tell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct PersonView {
    /// The case from which one looks.
    pub number: String,
    /// What the person is in it.
    pub role: String,
    /// The name and address that hold there.
    pub person: Person,
    /// Every name and address of the person, the newest first.
    pub addresses: Vec<AddressOfPerson>,
    /// The cases: this one, and those of which somebody said that it is the same person.
    pub cases: Vec<CaseOfPerson>,
    /// People of other cases who are like this one.
    pub like: Vec<LikePerson>,
    /// What is striking.
    pub signs: Vec<Sign>,
}

impl Desk {
    /// The person who is the requester, subject or representative of a case.
    ///
    /// # Errors
    /// Where there is no such case, it is kept from whoever asks, or nobody has that part in it.
    pub async fn person(&self, number: &str, role: &str) -> Result<PersonView, Refusal> {
        let part: PersonRole = role.parse().map_err(|why: String| Refusal::bad_input("role", why))?;
        let case = folded(&self.events(number).await?)?;
        self.need_to_know(&case)?;
        let person = in_part(&case, part).ok_or_else(|| {
            Refusal::not_found(format!(
                "Case {number} has no {role}. Go back to the case; nothing was changed."
            ))
        })?;
        let people = self.people_like_in(&case, part).await?;
        let mut view = PersonView {
            number: number.to_owned(),
            role: part.as_str().to_owned(),
            person: person.clone(),
            addresses: Vec::new(),
            cases: Vec::new(),
            like: people.like,
            signs: people.signs,
        };
        take_up(&mut view, &case, part);
        let said: Vec<(String, String)> = view
            .like
            .iter()
            .filter(|like| like.said.as_ref().is_some_and(|said| said.same))
            .map(|like| (like.number.clone(), like.role.clone()))
            .collect();
        for (other, role) in said {
            let other = folded(&self.events(&other).await?)?;
            let Ok(part) = role.parse::<PersonRole>() else { continue };
            if other.may_be_seen_by(&self.member.actor) {
                take_up(&mut view, &other, part);
            }
        }
        view.addresses.sort_by(|a, b| (a.until.is_some(), b.since).cmp(&(b.until.is_some(), a.since)));
        view.cases.sort_by_key(|one| std::cmp::Reverse(one.received));
        Ok(view)
    }
}

/// Who has a part in a case.
pub(super) fn in_part(case: &Case, part: PersonRole) -> Option<&Person> {
    match part {
        PersonRole::Requester => Some(&case.requester),
        PersonRole::Subject => case.subject.as_ref(),
        PersonRole::Representative => case.representative.as_ref().map(|named| &named.person),
    }
}

/// Adds what a case tells of the person in this part.
fn take_up(view: &mut PersonView, case: &Case, part: PersonRole) {
    let Some(person) = in_part(case, part) else { return };
    let address = |person: &Person, until| AddressOfPerson {
        person: person.clone(),
        number: case.number.clone(),
        since: case.received,
        until,
    };
    view.addresses.push(address(person, None));
    let held = case.held_before.iter().filter(|held| held.role.as_str() == part.as_str());
    view.addresses.extend(held.map(|held| address(&held.person, Some(held.until))));
    view.cases.push(CaseOfPerson {
        number: case.number.clone(),
        role: part.as_str().to_owned(),
        kinds: case.kinds.clone(),
        received: case.received,
        closed: case.closed,
    });
}

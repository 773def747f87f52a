//! People across cases: who is like whom, what is striking about it, and a person's word on it. Nothing is merged by itself.

use serde::{Deserialize, Serialize};

use super::cases::folded;
use super::person::in_part;
use super::{Desk, stamp};
use crate::casework::{self, Case, KnownPerson, Sign};
use crate::error::Refusal;
use crate::store::{Likeness, NewPersonLink, PersonHit, PersonLink, PersonProbe, PersonRole, StoreError};

/// With how many of the newest cases of the same person a request is compared.
const COMPARED: usize = 10;

/// A person of another case who is like one of this case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct LikePerson {
    /// The other case.
    pub number: String,
    /// What the person is in that case: `requester`, `subject`, `representative`.
    pub role: String,
    /// Who asks there.
    pub name: String,
    /// What is the same, in words: `the same name`, `the same address`.
    pub because: Vec<String>,
    /// The day of receipt of the other case.
    pub received: chrono::NaiveDate,
    /// Whether the other case is closed.
    pub closed: bool,
    /// What a person said of the two: the same person or not; nothing while nobody did.
    pub said: Option<SaidOfPeople>,
}

/// What a person said of the people of two cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct SaidOfPeople {
    /// Its number, by which it is undone.
    pub id: u32,
    /// Whether they are the same person.
    pub same: bool,
    /// Why.
    pub reason: String,
    /// Who said it.
    pub by: String,
    /// When.
    pub on: chrono::NaiveDate,
}

/// The people of a case beside those of other cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct PeopleOfCase {
    /// Who is like somebody of this case.
    pub like: Vec<LikePerson>,
    /// What is striking.
    pub signs: Vec<Sign>,
}

/// A person's word on the people of two cases.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct WordOnPeople {
    /// The other case.
    pub other: String,
    /// What the person is in this case: `requester`, `subject`, `representative`.
    pub role: String,
    /// What the person is in the other case.
    pub other_role: String,
    /// Whether they are the same person.
    pub same: bool,
    /// Why.
    pub reason: String,
}

impl Desk {
    /// Who of other cases is like the people of a case, with the reason, and what is striking about it.
    ///
    /// # Errors
    /// Where there is no such case, or it is kept from whoever asks.
    pub async fn people(&self, number: &str) -> Result<PeopleOfCase, Refusal> {
        let case = folded(&self.events(number).await?)?;
        self.need_to_know(&case)?;
        self.people_like(&case).await
    }

    /// The same for a request that is being typed.
    pub(super) async fn people_like(&self, case: &Case) -> Result<PeopleOfCase, Refusal> {
        self.people_like_in(case, PersonRole::Requester).await
    }

    /// The same for the person who has another part in the case.
    pub(super) async fn people_like_in(
        &self,
        case: &Case,
        part: PersonRole,
    ) -> Result<PeopleOfCase, Refusal> {
        let hits = self.room.store.persons_like(&probe(case, part), &self.viewer()).await?;
        let links =
            if case.number.is_empty() { Vec::new() } else { self.room.store.links_of(&case.number).await? };
        let mut known: Vec<KnownPerson> = hits.iter().map(known).collect();
        let persons = known.iter_mut().filter(|person| person.same_name || person.same_identifier);
        for person in persons.take(COMPARED) {
            let other = self.room.store.events(&person.case_number).await;
            let other = match other {
                // Its words are gone.
                Err(StoreError::Disposed { .. }) => continue,
                other => folded(&other?)?,
            };
            person.same_request = other.withdrawn.is_none() && casework::asks_the_same(case, &other);
        }
        Ok(PeopleOfCase {
            signs: casework::signs(case, &known),
            like: hits.into_iter().map(|hit| like(hit, &case.number, &links)).collect(),
        })
    }

    /// Records a person's word that the people of two cases are the same, or are not.
    ///
    /// # Errors
    /// Where there is no such case, or no reason is given. Nothing is changed then.
    pub async fn say_of_people(&self, number: &str, word: WordOnPeople) -> Result<PeopleOfCase, Refusal> {
        let reason = word.reason.trim();
        if reason.is_empty() {
            return Err(Refusal::bad_input(
                "reason",
                "Say how you know that they are the same person, or are not.",
            ));
        }
        let case = folded(&self.events(number).await?)?;
        self.need_to_know(&case)?;
        let link = NewPersonLink {
            case_a: number.to_owned(),
            role_a: role(&word.role)?,
            case_b: word.other,
            role_b: role(&word.other_role)?,
            same: word.same,
            reason: reason.to_owned(),
        };
        self.room.store.link_people(&link, &stamp(&self.member.staff, self.clock)).await?;
        self.people_like(&case).await
    }

    /// Takes such a word back; both stay in the ledger.
    ///
    /// # Errors
    /// Where there is no such word, or no reason is given. Nothing is changed then.
    pub async fn unsay_of_people(
        &self,
        number: &str,
        id: u32,
        reason: &str,
    ) -> Result<PeopleOfCase, Refusal> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(Refusal::bad_input("reason", "Say why it is taken back."));
        }
        let case = folded(&self.events(number).await?)?;
        self.need_to_know(&case)?;
        self.room.store.undo_link(id, reason, &stamp(&self.member.staff, self.clock)).await?;
        self.people_like(&case).await
    }
}

fn role(text: &str) -> Result<PersonRole, Refusal> {
    text.parse().map_err(|why: String| Refusal::bad_input("role", why))
}

fn probe(case: &Case, part: PersonRole) -> PersonProbe {
    let person = in_part(case, part).unwrap_or(&case.requester);
    // The number in the particulars is the subject's: who acts for the subject is not found by it.
    let numbered = part != PersonRole::Representative;
    PersonProbe {
        name: person.name.clone(),
        address: person.address.clone(),
        email: person.email.clone(),
        identifiers: case.particulars.get("ssn").filter(|_| numbered).cloned().into_iter().collect(),
        except: Some(case.number.clone()).filter(|number| !number.is_empty()),
    }
}

fn known(hit: &PersonHit) -> KnownPerson {
    let same = |likeness| hit.same.contains(&likeness);
    KnownPerson {
        case_number: hit.case_number.clone(),
        received: hit.received,
        same_name: same(Likeness::Name),
        same_address: same(Likeness::Address),
        same_email: same(Likeness::Email),
        same_identifier: same(Likeness::Identifier),
        same_request: false,
    }
}

fn like(hit: PersonHit, number: &str, links: &[PersonLink]) -> LikePerson {
    let said = links.iter().rev().find(|link| {
        let between = |one: &str, other: &str| link.link.case_a == one && link.link.case_b == other;
        link.undone.is_none() && (between(number, &hit.case_number) || between(&hit.case_number, number))
    });
    LikePerson {
        role: hit.role.as_str().to_owned(),
        name: hit.requester,
        because: hit.same.iter().map(|likeness| likeness.words().to_owned()).collect(),
        received: hit.received,
        closed: hit.closed,
        said: said.map(|link| SaidOfPeople {
            id: link.id,
            same: link.link.same,
            reason: link.link.reason.clone(),
            by: link.said.by.clone(),
            on: link.said.on,
        }),
        number: hit.case_number,
    }
}

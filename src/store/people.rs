//! The people of cases, by whom earlier requests of the same person are found: names and addresses folded as a search
//! folds, identifiers only as hashes under a secret of the desk.

use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use sqlx::{Any, Row, Transaction};

use super::chain::sha256;
use super::{Store, StoreError, Viewer, search};
use crate::law::terms;

/// How many people an answer names at most.
pub const PERSONS_LIKE: usize = 50;

/// The least length of an identifier that says something.
const LEAST_IDENTIFIER: usize = 4;

terms! {
    /// What a person is in a case.
    PersonRole {
        /// Who asks.
        Requester = "requester" => "requester",
        /// Whom the records are about.
        Subject = "subject" => "subject",
        /// Who acts for the subject.
        Representative = "representative" => "representative",
    }
}

terms! {
    /// What is the same about two people.
    Likeness {
        /// The name, without regard to case, accents and signs.
        Name = "name" => "the same name",
        /// The postal address.
        Address = "address" => "the same address",
        /// The e-mail address.
        Email = "email" => "the same e-mail address",
        /// A number that identifies a person.
        Identifier = "identifier" => "the same identifying number",
    }
}

/// A person of a case, as they are found by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonSeen {
    /// What they are in the case.
    pub role: PersonRole,
    /// The name as the person writes it.
    pub name: String,
    /// The postal address, line by line.
    pub address: Vec<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// Numbers that identify the person: a Social Security number, an employee number. Kept as hashes only.
    pub identifiers: Vec<String>,
}

/// Who is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonProbe {
    /// The name.
    pub name: String,
    /// The postal address, line by line.
    pub address: Vec<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// Numbers that identify the person.
    pub identifiers: Vec<String>,
    /// A case that is left out: the one that the person is of.
    pub except: Option<String>,
}

/// A person of another case who is like the one looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonHit {
    /// The case.
    pub case_number: String,
    /// What they are in it.
    pub role: PersonRole,
    /// What is the same, at least one.
    pub same: Vec<Likeness>,
    /// Who asks in that case.
    pub requester: String,
    /// When its request was received.
    pub received: NaiveDate,
    /// Whether it is closed.
    pub closed: bool,
}

/// A person as the tables keep them.
#[derive(Debug)]
pub(super) struct FoldedPerson {
    role: &'static str,
    name: String,
    address: String,
    email: String,
    keys: Vec<String>,
}

impl FoldedPerson {
    /// Takes everything of the person into a hash.
    pub(super) fn digest(&self, digest: &mut Sha256) {
        for part in [self.role, &self.name, &self.address, &self.email, &self.keys.join(" ")] {
            digest.update(part);
            digest.update([0]);
        }
    }

    pub(super) fn role(&self) -> &'static str {
        self.role
    }

    pub(super) fn columns(&self) -> [&str; 3] {
        [&self.name, &self.address, &self.email]
    }

    pub(super) fn keys(&self) -> &[String] {
        &self.keys
    }
}

/// A name or an address as it is compared: words of letters and digits, folded.
pub(super) fn compared(text: &str) -> String {
    search::words(text).join(" ")
}

/// Identifiers as they are kept: hashed with the secret of the desk, so that nobody reads a number from the table or
/// tries all numbers without it.
pub(super) fn hashed(identifiers: &[String], salt: &str) -> Vec<String> {
    let mut hashed: Vec<String> = identifiers
        .iter()
        .map(|identifier| search::words(identifier).concat())
        .filter(|identifier| identifier.chars().count() >= LEAST_IDENTIFIER)
        .map(|identifier| sha256(format!("{salt}:{identifier}").as_bytes()))
        .collect();
    hashed.sort();
    hashed.dedup();
    hashed
}

/// The people of a case as the tables keep them.
pub(super) fn folded(people: &[PersonSeen], salt: &str) -> Vec<FoldedPerson> {
    people
        .iter()
        .map(|person| FoldedPerson {
            role: person.role.as_str(),
            name: compared(&person.name),
            address: compared(&person.address.join(" ")),
            email: search::fold(person.email.as_deref().unwrap_or_default()),
            keys: hashed(&person.identifiers, salt),
        })
        .collect()
}

/// Puts the people of a case in the place of those that stand of it.
pub(super) async fn save(
    transaction: &mut Transaction<'_, Any>,
    case_id: i64,
    people: &[FoldedPerson],
) -> Result<(), StoreError> {
    forget(transaction, case_id).await?;
    for (place, person) in (1_i64..).zip(people) {
        let [name, address, email] = person.columns();
        sqlx::query(include_str!("sql/add_person.sql"))
            .bind(case_id)
            .bind(place)
            .bind(person.role())
            .bind(name)
            .bind(address)
            .bind(email)
            .execute(&mut **transaction)
            .await?;
        for key in person.keys() {
            sqlx::query(include_str!("sql/add_person_key.sql"))
                .bind(key)
                .bind(case_id)
                .bind(place)
                .execute(&mut **transaction)
                .await?;
        }
    }
    Ok(())
}

/// Takes the people of a case out.
pub(super) async fn forget(transaction: &mut Transaction<'_, Any>, case_id: i64) -> Result<(), StoreError> {
    for sql in [include_str!("sql/forget_person_keys.sql"), include_str!("sql/forget_people.sql")] {
        sqlx::query(sql).bind(case_id).execute(&mut **transaction).await?;
    }
    Ok(())
}

impl Store {
    /// The people of other cases who are like this one in name, address, e-mail address or identifying number, those of
    /// the newest cases first; at most [`PERSONS_LIKE`]. Cases that the viewer may not see are left out.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where one cannot be read back.
    pub async fn persons_like(
        &self,
        probe: &PersonProbe,
        viewer: &Viewer,
    ) -> Result<Vec<PersonHit>, StoreError> {
        let keys = hashed(&probe.identifiers, &self.salt);
        let rows = sqlx::query(include_str!("sql/persons_like.sql"))
            .bind(compared(&probe.name))
            .bind(compared(&probe.address.join(" ")))
            .bind(search::fold(probe.email.as_deref().unwrap_or_default()))
            .bind(keys.first().map_or("", String::as_str))
            .bind(keys.get(1).map_or("", String::as_str))
            .bind(keys.get(2).map_or("", String::as_str))
            .bind(probe.except.as_deref().unwrap_or_default())
            .bind(viewer.sees())
            .bind(viewer.own())
            .fetch_all(&self.pool)
            .await?;
        let unreadable = || StoreError::unreadable("a person of a case cannot be read");
        let mut hits: Vec<((String, i64), PersonHit)> = Vec::new();
        for row in rows {
            let same: String = row.try_get("same")?;
            let same: Likeness = same.parse().map_err(|_| unreadable())?;
            let person = (row.try_get::<String, _>("number")?, row.try_get::<i64, _>("place")?);
            if let Some((_, hit)) = hits.iter_mut().find(|(seen, _)| *seen == person) {
                if !hit.same.contains(&same) {
                    hit.same.push(same);
                }
                continue;
            }
            let (role, received): (String, String) = (row.try_get("role")?, row.try_get("received")?);
            let hit = PersonHit {
                case_number: person.0.clone(),
                role: role.parse().map_err(|_| unreadable())?,
                same: vec![same],
                requester: row.try_get("requester")?,
                received: received.parse().map_err(|_| unreadable())?,
                closed: row.try_get::<i64, _>("closed")? == 1,
            };
            hits.push((person, hit));
        }
        for (_, hit) in &mut hits {
            hit.same.sort();
        }
        Ok(hits.into_iter().take(PERSONS_LIKE).map(|(_, hit)| hit).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_is_the_same_however_it_is_written_and_another_one_at_another_desk() {
        let one = hashed(&["987-65-4320".to_owned()], "salt");
        assert_eq!(one, hashed(&["987 65 4320".to_owned(), "987654320".to_owned()], "salt"));
        assert_ne!(one, hashed(&["987-65-4320".to_owned()], "another"));
        assert!(one.iter().all(|key| !key.contains("4320")));
        assert_eq!(hashed(&["12".to_owned()], "salt"), Vec::<String>::new(), "too short to say anything");
    }
}

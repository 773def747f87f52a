//! Who must prove what: the identity and authority that the rules ask of a requester.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    AgencyId, Capacity, Channel, Evidence, Kind, LawError, Relation, Sensitivity,
    in_force::{Entry, entry, version_on},
};

/// The facts on which the requirement depends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdentityQuestion {
    /// Whose rule.
    pub agency: AgencyId,
    /// What is asked for.
    pub kind: Kind,
    /// How the request came.
    pub channel: Channel,
    /// In what capacity the requester asks.
    pub capacity: Capacity,
    /// How sensitive the record is.
    pub sensitivity: Sensitivity,
    /// Whether the staff member knows the requester personally (20 CFR 401.45(a)).
    pub personally_known: bool,
    /// What else is known of the requester and the request; a question that tells nothing of it is answered too.
    pub facts: IdentityFacts,
}

/// Facts that change what a requester must prove, each of which may be unknown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields, default)]
pub struct IdentityFacts {
    /// What the requester is to the subject, more exactly than the capacity tells: the guardian of a minor, or of an adult
    /// whom a court declared incompetent (20 CFR 401.55(c)(2), (3)).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relation: Option<Relation>,
    /// The age in years of a minor who asks for their own record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minor_age: Option<u32>,
    /// Whether the agency already has the proof of the relationship (20 CFR 401.45(b)(6)).
    #[serde(skip_serializing_if = "is_false")]
    pub relationship_on_file: bool,
    /// Whether the amendment is of a slip that nobody disputes: a misspelling, an error in arithmetic.
    #[serde(skip_serializing_if = "is_false")]
    pub undisputed_slip: bool,
    /// Whether a parent or guardian asks for their own ends, and not on behalf of the subject.
    #[serde(skip_serializing_if = "is_false")]
    pub own_ends: bool,
}

impl IdentityFacts {
    /// Whether nothing is known but what the capacity tells.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks it so")]
fn is_false(fact: &bool) -> bool {
    !fact
}

/// One thing that must be proved, by any one of the evidence named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Requirement {
    /// `identity`, `false-pretenses`, `relationship`, …
    pub id: String,
    /// Any one of these is enough.
    pub any_of: Vec<Evidence>,
    /// What must be proved, as one sentence for the screen.
    pub words: String,
    /// The paragraph, or the notice, that asks it.
    pub cite: String,
}

/// What the rules ask of this requester.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct IdentityAnswer {
    /// Whether such a request may come this way at all.
    pub channel_accepted: bool,
    /// Whether the requester has a right to ask under the Privacy Act; where not, `why` names the road that is open.
    pub has_right: bool,
    /// Whether anything must be proved.
    pub required: bool,
    /// The reason, in a sentence or two.
    pub why: String,
    /// Everything that must be proved; all of these, each by any of its evidence.
    pub requirements: Vec<Requirement>,
    /// The paragraphs that the answer rests on.
    pub cites: Vec<String>,
}

impl IdentityAnswer {
    /// The requirements that the evidence at hand does not meet.
    pub fn unmet<'a>(&'a self, at_hand: &[Evidence]) -> Vec<&'a Requirement> {
        self.requirements
            .iter()
            .filter(|requirement| !requirement.any_of.iter().any(|evidence| at_hand.contains(evidence)))
            .collect()
    }
}

/// The facts under which an entry applies; what is empty applies to all.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct When {
    /// What is asked.
    pub kind: Vec<Kind>,
    /// How it came.
    pub channel: Vec<Channel>,
    /// In what capacity.
    pub capacity: Vec<Capacity>,
    /// How sensitive.
    pub sensitivity: Vec<Sensitivity>,
    /// Whether staff know the requester.
    pub personally_known: Option<bool>,
    /// What the requester is to the subject; does not apply where that is not told.
    pub relation: Vec<Relation>,
    /// A minor younger than this; does not apply where no age is told.
    pub younger_than: Option<u32>,
    /// Whether the proof of the relationship is on file.
    pub relationship_on_file: Option<bool>,
    /// Whether a slip is undisputed.
    pub undisputed_slip: Option<bool>,
    /// Whether a parent or guardian asks for their own ends.
    pub own_ends: Option<bool>,
}

entry! {
    /// One road of the identity rule: the first that applies is taken.
    IdentityRoadEntry(when) {
        /// When it applies.
        #[serde(default)]
        when: When,
        /// Whether the request may come this way.
        #[serde(default = "yes")]
        accepted: bool,
        /// Whether the requester has no right under the Act; `why` then names the road that is open.
        #[serde(default)]
        no_right: bool,
        /// The reason, for people.
        why: String,
    }
}

entry! {
    /// One thing to prove: of all entries with the same id, the first that applies is taken.
    IdentityEntry(id, when) {
        /// `identity`, `relationship`, …
        id: String,
        /// When it applies.
        #[serde(default)]
        when: When,
        /// Any one of these is enough; an empty list is an exception under which nothing is asked.
        any_of: Vec<Evidence>,
        /// One sentence for the screen.
        words: String,
    }
}

fn yes() -> bool {
    true
}

impl When {
    /// Whether the facts of the question are among those for which the entry is made.
    fn applies_to(&self, question: &IdentityQuestion) -> bool {
        fn among<T: PartialEq>(listed: &[T], fact: &T) -> bool {
            listed.is_empty() || listed.contains(fact)
        }
        let facts = &question.facts;
        among(&self.kind, &question.kind)
            && among(&self.channel, &question.channel)
            && among(&self.capacity, &question.capacity)
            && among(&self.sensitivity, &question.sensitivity)
            && self.personally_known.is_none_or(|known| known == question.personally_known)
            && (self.relation.is_empty()
                || facts.relation.is_some_and(|relation| self.relation.contains(&relation)))
            && self.younger_than.is_none_or(|limit| facts.minor_age.is_some_and(|age| age < limit))
            && self.relationship_on_file.is_none_or(|on_file| on_file == facts.relationship_on_file)
            && self.undisputed_slip.is_none_or(|slip| slip == facts.undisputed_slip)
            && self.own_ends.is_none_or(|own_ends| own_ends == facts.own_ends)
    }
}

/// What the entries of a rulebook in force on `on` ask (39 CFR 266.5(b)(2); 20 CFR 401.45, 401.55).
///
/// Exceptions stand before the rule that they except: the first entry that applies is taken, as in the regulations.
pub(super) fn answer(
    question: &IdentityQuestion,
    roads: &[IdentityRoadEntry],
    entries: &[IdentityEntry],
    on: NaiveDate,
) -> Result<IdentityAnswer, LawError> {
    let road = version_on(
        roads.iter().filter(|road| road.when.applies_to(question)),
        question.agency.as_str(),
        || "rule of identity for such a request".to_owned(),
        on,
    )?;
    let mut requirements: Vec<Requirement> = Vec::new();
    let mut decided: Vec<&str> = Vec::new();
    let applying = entries
        .iter()
        .filter(|entry| road.accepted && entry.may_be_said_on(on) && entry.when.applies_to(question));
    for entry in applying {
        if decided.contains(&entry.id.as_str()) {
            continue;
        }
        decided.push(&entry.id);
        if !entry.any_of.is_empty() {
            requirements.push(Requirement {
                id: entry.id.clone(),
                any_of: entry.any_of.clone(),
                words: entry.words.clone(),
                cite: entry.cite.clone(),
            });
        }
    }
    let mut cites = vec![road.cite.clone()];
    for requirement in &requirements {
        if !cites.contains(&requirement.cite) {
            cites.push(requirement.cite.clone());
        }
    }
    Ok(IdentityAnswer {
        channel_accepted: road.accepted,
        has_right: !road.no_right,
        required: !requirements.is_empty(),
        why: road.why.clone(),
        requirements,
        cites,
    })
}

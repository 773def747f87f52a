//! What a requester is asked: by the rule, which is the least that is lawful, and by the notice of the system besides.

use serde::Serialize;

use super::{Case, Ground, particulars_given};
use crate::law::{Capacity, Channel, Evidence, IdentityAnswer, Requirement, terms};
use crate::notices::{NotificationRule, Revision, is_evidence};
use crate::routing::{notification_rule, particulars_asked};

terms! {
    /// Who asks it.
    AskedBy {
        /// The regulation or the statute: the case waits for it.
        Rule = "rule" => "the rule",
        /// The published notice of the system: it is asked, and no rule lets the case wait for it.
        Notice = "notice" => "the notice",
    }
}

/// One thing that is asked of a requester.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Asked {
    /// Who asks it.
    pub by: AskedBy,
    /// `identity`, `false-pretenses`, …; of the notice `proof` or `particular`.
    pub id: String,
    /// What is asked, in words.
    pub words: String,
    /// Any one of these is enough; empty for particulars, and for proof that has no name here.
    pub any_of: Vec<Evidence>,
    /// The paragraph, or the notice.
    pub cite: String,
    /// The sentence of the notice.
    pub quote: Option<String>,
    /// The notice, where it asks the same as the rule.
    pub also_by: Option<String>,
    /// Whether it came; nothing where the program cannot tell.
    pub met: Option<bool>,
}

/// What is known of the request.
#[derive(Debug, Clone, Copy)]
pub struct Asking<'a> {
    /// What the rule asks.
    pub identity: &'a IdentityAnswer,
    /// How the request came.
    pub channel: Channel,
    /// In what capacity the requester asks.
    pub capacity: Capacity,
    /// The proof at hand.
    pub at_hand: &'a [Evidence],
    /// The names of the particulars that were given.
    pub given: &'a [String],
}

/// Everything that is asked: what the rule asks first, then what the notice of the system adds, each with its citation.
pub fn asked(asking: &Asking<'_>, notice: Option<(&Revision, &NotificationRule)>) -> Vec<Asked> {
    let mut list: Vec<Asked> =
        asking.identity.requirements.iter().map(|asked| by_rule(asked, asking)).collect();
    let Some((revision, rule)) = notice else { return list };
    let cite = notice_cite(revision);
    let quote = (!rule.quote.is_empty()).then(|| rule.quote.clone());
    for proof in rule.particulars.iter().filter(|particular| is_evidence(particular)) {
        if !concerns(proof, asking) {
            continue;
        }
        let any_of = evidence_of(proof, asking.channel, revision);
        let same = list.iter_mut().find(|known| {
            known.by == AskedBy::Rule
                && !any_of.is_empty()
                && !known.any_of.is_empty()
                && (within(&known.any_of, &any_of) || within(&any_of, &known.any_of))
        });
        if let Some(known) = same {
            known.also_by = Some(cite.clone());
            continue;
        }
        let met =
            (!any_of.is_empty()).then(|| any_of.iter().any(|evidence| asking.at_hand.contains(evidence)));
        list.push(by_notice("proof", proof, any_of, &cite, quote.as_ref(), met));
    }
    for particular in particulars_asked(rule, asking.given) {
        let met = Some(particular.given);
        list.push(by_notice("particular", &particular.words, Vec::new(), &cite, quote.as_ref(), met));
    }
    list
}

impl Case {
    /// Everything that is asked of the requester of this case: by the rule, and by the notice of the system confirmed, or
    /// else of the `likeliest` one.
    pub fn asked(
        &self,
        identity: &IdentityAnswer,
        likeliest: Option<&str>,
        ground: &Ground<'_>,
    ) -> Vec<Asked> {
        let number = self.routing.as_ref().map(|to| to.system.as_str()).or(likeliest);
        let revision = number.and_then(|number| ground.catalogue.in_force(number, self.received));
        let notice = revision.and_then(|revision| {
            let confirmed = self
                .routing
                .as_ref()
                .and_then(|to| revision.system.notification.iter().find(|rule| rule.office == to.office));
            let rule = confirmed.or_else(|| notification_rule(&revision.system, &self.text))?;
            Some((revision, rule))
        });
        let asking = Asking {
            identity,
            channel: self.channel,
            capacity: self.capacity,
            at_hand: &self.evidence_kinds(),
            given: &particulars_given(self),
        };
        asked(&asking, notice)
    }
}

/// How a notice is cited: `60-0383, FR Doc. 2017-16331`.
pub fn notice_cite(revision: &Revision) -> String {
    let number = &revision.system.number;
    match &revision.cite {
        Some(cite) => format!("{number}, {cite}"),
        None => format!("{number}, notification procedure"),
    }
}

fn by_rule(requirement: &Requirement, asking: &Asking<'_>) -> Asked {
    let met = requirement.any_of.iter().any(|evidence| asking.at_hand.contains(evidence));
    Asked {
        by: AskedBy::Rule,
        id: requirement.id.clone(),
        words: requirement.words.clone(),
        any_of: requirement.any_of.clone(),
        cite: requirement.cite.clone(),
        quote: None,
        also_by: None,
        met: Some(met),
    }
}

fn by_notice(
    id: &str,
    words: &str,
    any_of: Vec<Evidence>,
    cite: &str,
    quote: Option<&String>,
    met: Option<bool>,
) -> Asked {
    Asked {
        by: AskedBy::Notice,
        id: id.to_owned(),
        words: words.to_owned(),
        any_of,
        cite: cite.to_owned(),
        quote: quote.cloned(),
        also_by: None,
        met,
    }
}

/// Whether every evidence of the one is among the other.
fn within(one: &[Evidence], other: &[Evidence]) -> bool {
    one.iter().all(|evidence| other.contains(evidence))
}

/// Whether the proof is asked of a request that came this way, by this requester.
fn concerns(proof: &str, asking: &Asking<'_>) -> bool {
    let lower = proof.to_lowercase();
    let in_person = asking.channel == Channel::InPerson;
    let for_another = !matches!(asking.capacity, Capacity::OneSelf | Capacity::MinorSelf);
    let only_in_person = lower.contains("(in person)");
    // What is asked by mail is asked of every request that is not made in person.
    let only_from_afar = lower.contains("(by mail)");
    let only_for_another = lower.contains("acting on behalf");
    (in_person || !only_in_person) && (!in_person || !only_from_afar) && (for_another || !only_for_another)
}

/// The evidence that a notice's words name.
fn evidence_of(proof: &str, channel: Channel, revision: &Revision) -> Vec<Evidence> {
    let lower = proof.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let mut any_of = Vec::new();
    if has(&["notariz"]) {
        any_of.push(Evidence::NotarizedStatement);
    }
    if has(&["certif", "unsworn", "penalty of perjury"]) {
        any_of.push(Evidence::WrittenCertification);
    }
    if has(&["identity document", "identification document", "identification card", "photo", "driver"]) {
        any_of.extend([Evidence::TangibleId, Evidence::PhotoId]);
        // Notices let a person without papers certify in writing, in a sentence of its own.
        let certifies = revision.system.sections.iter().any(|section| {
            section.key == "record_access_procedures" && section.text.to_lowercase().contains("certif")
        });
        if channel == Channel::InPerson && certifies {
            any_of.push(Evidence::WrittenCertification);
        }
    }
    if has(&["authorization"]) {
        any_of.extend([Evidence::Consent, Evidence::PrivacyWaiver]);
    }
    any_of
}

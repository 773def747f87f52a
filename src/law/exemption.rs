//! Exemptions: offered only where the system's notice and the agency's rule both claim them (5 U.S.C. 552a(j), (k)).
//!
//! Information compiled in reasonable anticipation of a civil action needs no rule and no notice (5 U.S.C. 552a(d)(5));
//! it is always offered, and always with counsel's sign-off.

use serde::Serialize;

use super::{Kind, in_force::entry};

/// An exemption that an officer may apply to a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Exemption {
    /// The subsection of the Act: `5 U.S.C. 552a(k)(6)`.
    pub statute: String,
    /// The agency's rule: `39 CFR 266.8(b)(5)`; the statute where it needs none.
    pub rule: String,
    /// The provisions of the Act from which the system is exempt: `(d)(1)-(4)`.
    pub exempt_from: Vec<String>,
    /// Why, in words that a letter can use.
    pub reason: String,
    /// What must be given all the same.
    pub must_give: Option<String>,
    /// Whether the answer may have to be the same whether or not a record exists.
    pub neither_confirm_nor_deny: bool,
    /// Whether counsel signs off before it is applied.
    pub counsel_signs: bool,
}

entry! {
    /// An exemption that the agency's rule claims; `cite` is that rule.
    ExemptionEntry(statute, systems) {
        /// The subsection of the Act.
        statute: String,
        /// The systems, by number or name; every system where there are none.
        #[serde(default)]
        systems: Vec<String>,
        /// From what they are exempt.
        exempt_from: Vec<String>,
        /// The kinds of request that this can meet.
        kinds: Vec<Kind>,
        /// Why.
        reason: String,
        /// What must be given all the same.
        #[serde(default)]
        must_give: Option<String>,
        /// Whether even the existence of a record may be kept back.
        #[serde(default)]
        neither_confirm_nor_deny: bool,
        /// Whether counsel signs off.
        #[serde(default)]
        counsel_signs: bool,
        /// It holds of itself, without a claim in the notice.
        #[serde(default)]
        self_executing: bool,
    }
}

impl ExemptionEntry {
    /// Whether it can meet this kind of request for records of this system, whose notice makes these claims.
    pub(super) fn is_offered(&self, system: &str, notice_claims: &[String], kind: Kind) -> bool {
        let here = self.systems.is_empty() || self.systems.iter().any(|named| names_the_same(named, system));
        let claimed = self.self_executing || notice_claims.iter().any(|claim| claims(claim, &self.statute));
        here && claimed && self.kinds.contains(&kind)
    }
}

/// An exemption that the agency's rule claims for a system, and whether an officer may apply it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WeighedExemption {
    /// The exemption.
    #[serde(flatten)]
    pub exemption: Exemption,
    /// Whether it is offered.
    pub offered: bool,
    /// Why, or why not, in a sentence.
    pub why: String,
}

/// Every exemption of a system, those that are offered first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExemptionSheet {
    /// What the system's notice claims, in its own words.
    pub notice_claims: Vec<String>,
    /// The exemptions that the agency's rule, or the statute itself, has for the system.
    pub exemptions: Vec<WeighedExemption>,
    /// Where the notice claims an exemption that no rule of the agency has for the system: that it is not offered.
    pub unsupported: Option<String>,
}

impl ExemptionSheet {
    /// Weighs all entries in force for a system that goes by any of `names`.
    pub(super) fn of<'a>(
        entries: impl Iterator<Item = &'a ExemptionEntry>,
        names: &[&str],
        notice_claims: &[String],
        kind: Kind,
    ) -> Self {
        let mut exemptions: Vec<WeighedExemption> = entries
            .filter(|entry| entry.is_for(names))
            .map(|entry| entry.weigh(notice_claims, kind))
            .collect();
        exemptions.sort_by_key(|weighed| !weighed.offered);
        let claims_some = notice_claims.iter().any(|claim| claim.contains("(j)") || claim.contains("(k)"));
        let rule_has_some =
            exemptions.iter().any(|weighed| weighed.exemption.rule != weighed.exemption.statute);
        let unsupported = (claims_some && !rule_has_some).then(|| {
            "The notice claims an exemption that no rule of the agency has for this system. It is not offered: the Act \
             asks for a rule (5 U.S.C. 552a(j), (k))."
                .to_owned()
        });
        Self { notice_claims: notice_claims.to_vec(), exemptions, unsupported }
    }
}

impl ExemptionEntry {
    /// Whether it is an exemption of a system that goes by any of these names.
    fn is_for(&self, names: &[&str]) -> bool {
        self.systems.is_empty()
            || self.systems.iter().any(|named| names.iter().any(|name| names_the_same(named, name)))
    }

    fn weigh(&self, notice_claims: &[String], kind: Kind) -> WeighedExemption {
        let claimed = notice_claims.iter().any(|claim| claims(claim, &self.statute));
        let why = if !self.kinds.contains(&kind) {
            format!("It is no ground to refuse {}.", kind.words())
        } else if self.self_executing {
            "It holds of itself, without a rule or a claim in the notice; counsel signs off.".to_owned()
        } else if claimed {
            "The notice of the system and the rule of the agency both claim it.".to_owned()
        } else {
            "The rule of the agency claims it, the notice of the system does not: it is not offered."
                .to_owned()
        };
        WeighedExemption {
            exemption: Exemption::from(self),
            offered: self.kinds.contains(&kind) && (self.self_executing || claimed),
            why,
        }
    }
}

impl From<&ExemptionEntry> for Exemption {
    fn from(entry: &ExemptionEntry) -> Self {
        Self {
            statute: entry.statute.clone(),
            rule: entry.cite.clone(),
            exempt_from: entry.exempt_from.clone(),
            reason: entry.reason.clone(),
            must_give: entry.must_give.clone(),
            neither_confirm_nor_deny: entry.neither_confirm_nor_deny,
            counsel_signs: entry.counsel_signs,
        }
    }
}

/// Whether two names of a system are the same but for case, spaces and punctuation.
fn names_the_same(one: &str, other: &str) -> bool {
    let fold = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    !one.is_empty() && fold(one) == fold(other)
}

/// Whether the words of a notice claim a subsection: `(k)(6)` itself, or `(k)` with no number at all.
///
/// Interpretation: a notice that says only "5 U.S.C. 552a(j) and (k)" and leaves the numbers to the agency's rule claims
/// what the rule claims, as that of USPS 100.600 does.
fn claims(words: &str, statute: &str) -> bool {
    let Some((letter, number)) = subsection(statute) else {
        return false;
    };
    let words: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    let mut rest = words.as_str();
    while let Some(at) = rest.find(&format!("({letter})")) {
        let after = &rest[at + letter.len() + 2..];
        let numbers = numbers_at_start(after);
        if numbers.is_empty() || numbers.contains(&number) {
            return true;
        }
        rest = after;
    }
    false
}

/// `k` and `6` of `5 U.S.C. 552a(k)(6)`.
fn subsection(statute: &str) -> Option<(&str, &str)> {
    let mut parts = statute.split(['(', ')']).filter(|part| !part.is_empty());
    parts.next()?;
    Some((parts.next()?, parts.next()?))
}

/// The numbers with which a text begins: `2` and `5` of `(2)and(5),because`.
fn numbers_at_start(mut text: &str) -> Vec<&str> {
    let mut numbers = Vec::new();
    loop {
        for joiner in [",", ";", "and", "or", "&"] {
            text = text.strip_prefix(joiner).unwrap_or(text);
        }
        let inner = text.strip_prefix('(').and_then(|open| open.split_once(')'));
        match inner {
            Some((number, after)) if !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()) => {
                numbers.push(number);
                text = after;
            }
            _ => return numbers,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_claims_by_number_by_list_or_by_letter_alone() {
        let k6 = "5 U.S.C. 552a(k)(6)";
        assert!(claims("Pursuant to 5 U.S.C. 552a(k)(6), …", k6));
        assert!(claims("5 U.S.C. 552a(k)(2), (5), and (6)", k6));
        assert!(claims("Pursuant to 5 U.S.C. 552a(j) and (k), USPS has established regulations", k6));
        assert!(!claims("5 U.S.C. 552a(k)(2) and (5)", k6));
        assert!(!claims("5 U.S.C. 552a(j)(2)", k6));
        assert!(!claims("None.", k6));
    }
}

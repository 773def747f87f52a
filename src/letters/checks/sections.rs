//! Sections that have moved or gone: since October 2017 every section of 39 CFR part 266 from "Procedures" on bears a number
//! lower by one, and Social Security's rule points to sections of part 402 that now say something else.

use super::Inspection;

/// A section number with a subject of which it no longer speaks; where there is no subject, the section is gone.
struct Moved {
    section: &'static str,
    /// Words of the old subject, of which the sentence must have one.
    said_of: &'static [&'static str],
    /// Words of the present subject: a sentence that has one of them cites rightly.
    unless: &'static [&'static str],
}

const MOVED: &[Moved] = &[
    Moved { section: "266.10", said_of: &[], unless: &[] },
    Moved { section: "266.9", said_of: &["exempt"], unless: &[] },
    Moved { section: "266.8", said_of: &["fee", "charge", "cents", "per page"], unless: &["exempt"] },
    Moved { section: "266.7", said_of: &["appeal", "general counsel"], unless: &["charge", "fee", "page"] },
    Moved {
        section: "266.6",
        said_of: &["procedure", "acknowledg", "identif", "proof of who", "search", "request"],
        unless: &["appeal", "review", "final", "statement", "disagree", "general counsel"],
    },
    Moved { section: "402.140", said_of: &[], unless: &[] },
    Moved { section: "402.155", said_of: &["fee", "charge", "cost"], unless: &[] },
    Moved { section: "402.165", said_of: &["fee", "charge", "cost"], unless: &[] },
    Moved { section: "401.90", said_of: &["fee", "charge", "cost", "page"], unless: &["contractor"] },
];

pub(super) fn inspect(letter: &mut Inspection<'_>) {
    let facts = &letter.letter.facts;
    let blocks = letter.letter.blocks.iter().flat_map(|block| &block.cites);
    let appeals = facts.appeal.iter().chain(facts.foia.iter().filter_map(|foia| foia.appeal.as_ref()));
    let exemptions = facts.parts.iter().filter_map(|part| part.exemption.as_ref());
    let gone = |cite: &&String| {
        MOVED.iter().any(|moved| moved.said_of.is_empty() && has_section(cite, moved.section))
    };
    let fault =
        letter.sentence_where(|sentence| MOVED.iter().any(|moved| moved.is_in(sentence))).or_else(|| {
            let cites = blocks.chain(appeals.flat_map(|appeal| &appeal.cites));
            cites.clone().find(gone).cloned().or_else(|| {
                let rule = exemptions.map(|exemption| &exemption.rule);
                rule.clone().find(|rule| gone(rule) || has_section(rule, "266.9")).cloned()
            })
        });
    letter.record(
        "current-sections",
        "It cites no section that has moved or gone.",
        "39 CFR 266.8; 20 CFR 401.70(d)",
        fault,
    );
}

impl Moved {
    fn is_in(&self, sentence: &str) -> bool {
        let lower = sentence.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
        has_section(sentence, self.section)
            && (self.said_of.is_empty() || says(self.said_of))
            && !says(self.unless)
    }
}

/// Whether the text names the section itself, not one whose number only begins alike.
fn has_section(text: &str, section: &str) -> bool {
    text.match_indices(section).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + section.len()..].chars().next();
        !before.is_some_and(|c| c.is_ascii_digit() || c == '.') && !after.is_some_and(|c| c.is_ascii_digit())
    })
}

//! Dual processing: an access request is weighed under both Acts, and only what both allow is withheld.
//!
//! 39 CFR 266.1 asks for the Act "which provides the requester with the greatest access"; the Privacy Act lets go what the
//! Freedom of Information Act requires (5 U.S.C. 552a(b)(2)).

use serde::{Deserialize, Serialize};

use super::terms::terms;

/// A ground to withhold, as the officer found it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Ground {
    /// The exemption: `5 U.S.C. 552a(k)(6)`, `5 U.S.C. 552(b)(6)`.
    pub cite: String,
    /// Why it applies to this item.
    pub reason: String,
}

/// One record or part, weighed under both Acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Weighed {
    /// What it is: `the answers to the examination`.
    pub what: String,
    /// The Privacy Act's grounds to withhold it; empty where that Act gives access.
    #[serde(default)]
    pub privacy_act: Vec<Ground>,
    /// The Freedom of Information Act's grounds to withhold it; empty where that Act gives access.
    #[serde(default)]
    pub foia: Vec<Ground>,
}

terms! {
    /// What comes of weighing.
    Verdict {
        /// The Privacy Act gives access.
        ReleasePrivacyAct = "release-privacy-act" => "release under the Privacy Act",
        /// The Privacy Act does not, the Freedom of Information Act does.
        ReleaseFoia = "release-foia" => "release under the Freedom of Information Act",
        /// Both allow it to be withheld.
        Withhold = "withhold" => "withhold",
    }
}

/// One line of the worksheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct WorksheetLine {
    /// What was weighed.
    pub what: String,
    /// The result.
    pub verdict: Verdict,
    /// The sentence for the letter.
    pub words: String,
    /// The grounds that the letter cites; none where the item is released.
    pub cites: Vec<String>,
}

/// The worksheet of an access request: what is given, what is withheld, and the words for it, item by item.
pub fn worksheet(items: &[Weighed]) -> Vec<WorksheetLine> {
    items.iter().map(Weighed::line).collect()
}

impl Weighed {
    fn line(&self) -> WorksheetLine {
        let (verdict, words, cites) = match (self.privacy_act.as_slice(), self.foia.as_slice()) {
            ([], _) => (Verdict::ReleasePrivacyAct, format!("We enclose {}.", self.what), Vec::new()),
            (_, []) => {
                let words = format!(
                    "We enclose {}: the Privacy Act would let us withhold it, but the Freedom of Information Act does not.",
                    self.what
                );
                (Verdict::ReleaseFoia, words, Vec::new())
            }
            (privacy_act, foia) => {
                let cites: Vec<String> =
                    privacy_act.iter().chain(foia).map(|ground| ground.cite.clone()).collect();
                let words = format!(
                    "We withhold {}. {} ({}). {} ({}).",
                    self.what,
                    reasons(privacy_act),
                    list(privacy_act),
                    reasons(foia),
                    list(foia)
                );
                (Verdict::Withhold, words, cites)
            }
        };
        WorksheetLine { what: self.what.clone(), verdict, words, cites }
    }
}

fn reasons(grounds: &[Ground]) -> String {
    let sentences: Vec<&str> = grounds.iter().map(|ground| ground.reason.trim_end_matches('.')).collect();
    sentences.join("; ")
}

fn list(grounds: &[Ground]) -> String {
    let cites: Vec<&str> = grounds.iter().map(|ground| ground.cite.as_str()).collect();
    cites.join(" and ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ground(cite: &str, reason: &str) -> Ground {
        Ground { cite: cite.into(), reason: reason.into() }
    }

    #[test]
    fn only_what_both_acts_allow_is_withheld() {
        let test = ground("5 U.S.C. 552a(k)(6)", "It would compromise the fairness of the examination.");
        let foia = ground("5 U.S.C. 552(b)(2)", "It concerns internal practices");
        let items = [
            Weighed { what: "your scores".into(), privacy_act: vec![], foia: vec![foia.clone()] },
            Weighed { what: "the instructions".into(), privacy_act: vec![test.clone()], foia: vec![] },
            Weighed { what: "the questions".into(), privacy_act: vec![test], foia: vec![foia] },
        ];
        let sheet = worksheet(&items);
        let verdicts: Vec<_> = sheet.iter().map(|line| line.verdict).collect();
        assert_eq!(verdicts, [Verdict::ReleasePrivacyAct, Verdict::ReleaseFoia, Verdict::Withhold]);
        assert!(sheet[0].cites.is_empty() && sheet[1].cites.is_empty());
        assert_eq!(sheet[2].cites, ["5 U.S.C. 552a(k)(6)", "5 U.S.C. 552(b)(2)"]);
        assert_eq!(
            sheet[2].words,
            "We withhold the questions. It would compromise the fairness of the examination (5 U.S.C. 552a(k)(6)). \
             It concerns internal practices (5 U.S.C. 552(b)(2))."
        );
    }
}

//! The facts of the letters that follow a denial, an appeal or a disclosure, and of the office's own papers.

use super::{appeal, day, lines};
use crate::letters::{
    AccessFacts, Addressee, AppealDecisionFacts, AppealFacts, CourtFacts, DisclosureFacts, DisposalFacts,
    DisposedItem, ExemptionFacts, ExtensionFacts, FeeFacts, FoiaFacts, LetterFacts, LetterKind, Missing,
    PartFacts, Particular, RecipientFacts, ReferralFacts, RepresentativeFacts, RoadFacts, StatementFacts,
    Station, TaskFacts,
};

/// Completes the facts of an invented case for the letter.
pub(super) fn complete(kind: LetterKind, agency: &str, facts: &mut LetterFacts) {
    match kind {
        LetterKind::Denial | LetterKind::ConfidentialSource => denial(kind, agency, facts),
        LetterKind::Extension
        | LetterKind::FinalAmendment
        | LetterKind::FinalAccess
        | LetterKind::StatementFiled => {
            second_look(kind, agency, facts);
        }
        LetterKind::RecipientNotice => {
            to_another(facts, "Harrow Mills Credit Union", &["9 Sallow Street", "Harrow Mills, OH 43999"]);
            facts.request_kind = "amendment".to_owned();
            facts.recipient = Some(RecipientFacts {
                disclosed: day(2026, 8, 3),
                what: "the street address".to_owned(),
                notice: "correction".to_owned(),
            });
            facts.parts = vec![PartFacts {
                what: "the street address".to_owned(),
                outcome: "amended".to_owned(),
                words: "it now reads 14 Windrow Lane".to_owned(),
                ..PartFacts::default()
            }];
        }
        LetterKind::Referral => {
            facts.request_kind = "amendment".to_owned();
            facts.forwarded_to = Some(ReferralFacts {
                to: "Office of Personnel Records".to_owned(),
                address: lines(&["Agency for Invented Staff", "1 Plainfield Square", "Baltimore, MD 21299"]),
                why: "The rules of another agency govern the record that you ask about".to_owned(),
                sent: (agency == "ssa").then(|| day(2026, 11, 17)),
                part: false,
            });
        }
        LetterKind::MedicalRepresentative | LetterKind::MedicalTransmittal | LetterKind::MinorNote => {
            medical(kind, agency, facts);
        }
        LetterKind::Fee => {
            facts.access = Some(AccessFacts { how: "copies".to_owned(), pages: 320, where_and_when: None });
            facts.fee = Some(if agency == "usps" {
                FeeFacts {
                    cents: 3300,
                    basis: "the first 100 pages are free, and each page after them costs $0.15".to_owned(),
                    cite: "39 CFR 266.7".to_owned(),
                }
            } else {
                FeeFacts {
                    cents: 3200,
                    basis: "each page costs $0.10".to_owned(),
                    cite: "20 CFR 401.95".to_owned(),
                }
            });
        }
        LetterKind::Accounting => accounting(facts),
        LetterKind::FoiaRoute => {
            facts.road = Some(RoadFacts {
                tell: "The Privacy Act concerns living individuals. We process your request under the Freedom of Information \
                       Act."
                    .to_owned(),
                cite: "20 CFR 401.25".to_owned(),
                answer_by: Some(day(2026, 12, 9)),
            });
        }
        LetterKind::ConsentReturned => {
            facts.subject_name = Some("Inés de la Cruz".to_owned());
            facts.missing = vec![Missing {
                what: "it does not say what information may be disclosed".to_owned(),
                cite: if agency == "usps" { "39 CFR 266.5(b)(2)(iii)" } else { "20 CFR 401.100(b)" }
                    .to_owned(),
            }];
        }
        LetterKind::Inspection => {
            facts.access = Some(AccessFacts {
                how: "inspection".to_owned(),
                pages: 0,
                where_and_when: Some(
                    "Room 12, 475 Windrow Plaza, Harrow Mills, on December 2, 2026, at 10 a.m.".to_owned(),
                ),
            });
        }
        LetterKind::Withdrawal => facts.withdrawn = Some(day(2026, 11, 16)),
        LetterKind::ClosedUnanswered => {
            facts.received = day(2026, 9, 30);
            facts.asked_for_missing = Some(day(2026, 10, 12));
            facts.cure_by = Some(day(2026, 11, 13));
        }
        _ => office(kind, agency, facts),
    }
}

fn to_another(facts: &mut LetterFacts, name: &str, address: &[&str]) {
    facts.requester_name = Some(facts.addressee.name.clone());
    facts.subject_name = Some(facts.addressee.name.clone());
    facts.addressee = Addressee { name: name.to_owned(), address: lines(address) };
}

fn denial(kind: LetterKind, agency: &str, facts: &mut LetterFacts) {
    let granted = PartFacts {
        what: "the list of your interviews".to_owned(),
        outcome: "granted".to_owned(),
        ..PartFacts::default()
    };
    let denied = if kind == LetterKind::ConfidentialSource {
        PartFacts {
            what: "the notes of one interview".to_owned(),
            outcome: "denied-source".to_owned(),
            exemption: Some(ExemptionFacts {
                statute: "5 U.S.C. 552a(k)(5)".to_owned(),
                rule: "20 CFR 401.85(b)(2)(iii)".to_owned(),
                reason: "it is part of a check on fitness for a job".to_owned(),
                must_give: None,
                foia: None,
            }),
            ..PartFacts::default()
        }
    } else if agency == "usps" {
        PartFacts {
            what: "the answer key of the test".to_owned(),
            outcome: "denied".to_owned(),
            exemption: Some(ExemptionFacts {
                statute: "5 U.S.C. 552a(k)(6)".to_owned(),
                rule: "39 CFR 266.8(b)(5)".to_owned(),
                reason: "it is test material, and the test would not be fair if we gave it out".to_owned(),
                must_give: Some("All that is not test material is given".to_owned()),
                foia: Some("5 U.S.C. 552(b)(2)".to_owned()),
            }),
            ..PartFacts::default()
        }
    } else {
        PartFacts {
            what: "the letters of our lawyers".to_owned(),
            outcome: "denied-litigation".to_owned(),
            ..PartFacts::default()
        }
    };
    facts.parts = vec![granted, denied];
    facts.access = Some(AccessFacts { how: "copies".to_owned(), pages: 4, where_and_when: None });
    facts.decided = Some(day(2026, 11, 17));
    facts.foia = Some(FoiaFacts { words: "That law does not give you more".to_owned(), appeal: None });
    facts.appeal = Some(AppealFacts { statement_in_lieu: false, ..appeal(agency) });
    if agency == "ssa" {
        facts.appeal = Some(AppealFacts {
            name: "appeal".to_owned(),
            within: Some("30 calendar days".to_owned()),
            counted_from: Some(
                "the day you receive this letter or, if later, the day you receive materials sent to you in partial \
                 compliance with your request"
                    .to_owned(),
            ),
            should_have: lines(&["the appeal in writing", "any information that supports it"]),
            ..appeal(agency)
        });
    }
}

fn second_look(kind: LetterKind, agency: &str, facts: &mut LetterFacts) {
    let amendment = kind != LetterKind::FinalAccess;
    facts.date = day(2027, 1, 20);
    facts.received = day(2026, 9, 9);
    facts.request_kind = if amendment { "amendment" } else { "access" }.to_owned();
    facts.appeal_decision = Some(AppealDecisionFacts {
        name: if agency == "ssa" && amendment { "review" } else { "appeal" }.to_owned(),
        received: day(2026, 12, 7),
        against: Some(day(2026, 11, 2)),
        outcome: "upheld".to_owned(),
        reasons: "We read the receipt again. It shows the same date as the record".to_owned(),
    });
    match kind {
        LetterKind::Extension => {
            facts.extension = Some(ExtensionFacts {
                reason: "the file has to come from another office".to_owned(),
                expected: day(2027, 2, 17),
                approver: "Thandiwe Mbeki-Lindqvist".to_owned(),
                approver_title: if agency == "usps" { "Postmaster General" } else { "Executive Director" }
                    .to_owned(),
                cite: if agency == "usps" { "5 U.S.C. 552a(d)(3)" } else { "20 CFR 401.70(b)(1)" }.to_owned(),
            });
        }
        LetterKind::StatementFiled => {
            facts.appeal_decision = None;
            facts.statement = Some(StatementFacts {
                filed: day(2027, 1, 19),
                about: "the date of the first order".to_owned(),
                agency_reasons: Some("The receipt shows the date that we have".to_owned()),
                pages: 2,
            });
        }
        _ => {
            facts.decided = Some(day(2027, 1, 19));
            facts.court = Some(CourtFacts {
                within: "two years".to_owned(),
                last_day: Some(day(2029, 1, 20)),
                cites: lines(&["5 U.S.C. 552a(g)(5)"]),
            });
        }
    }
}

fn medical(kind: LetterKind, agency: &str, facts: &mut LetterFacts) {
    let name = "Dr. Wanjirū Achterberg";
    let address = ["3 Physick Row", "Bellwether, TX 79999-0042"];
    match kind {
        LetterKind::MedicalTransmittal => to_another(facts, name, &address),
        LetterKind::MinorNote => {
            to_another(facts, "Inés de la Cruz", &["2290 Old Quarry Road", "Bellwether, TX 79999-0042"]);
            facts.subject_name = None;
        }
        _ => {}
    }
    facts.representative = Some(RepresentativeFacts {
        name: name.to_owned(),
        role: if agency == "usps" { "medical doctor" } else { "physician" }.to_owned(),
        address: lines(&address),
        sent: day(2026, 11, 18),
        pages: 9,
        minor: kind == LetterKind::MinorNote,
    });
}

fn accounting(facts: &mut LetterFacts) {
    facts.request_kind = "accounting of disclosures".to_owned();
    facts.disclosures = vec![
        DisclosureFacts {
            on: day(2025, 3, 4),
            nature: "name and street address, by letter".to_owned(),
            purpose: "an audit of the mailing list".to_owned(),
            to: "Windrow Audit Partners".to_owned(),
            address: "8 Ledger Lane, Harrow Mills, OH 43999".to_owned(),
        },
        DisclosureFacts {
            on: day(2026, 8, 3),
            nature: "street address, by telephone".to_owned(),
            purpose: "a question of the member of Congress on behalf of the customer".to_owned(),
            to: "Office of Representative Quillfeather".to_owned(),
            address: "1 Rotunda Way, Washington, DC 20599".to_owned(),
        },
    ];
}

fn office(kind: LetterKind, agency: &str, facts: &mut LetterFacts) {
    let (name, address) = if agency == "usps" {
        ("Manager, Sales Records", ["475 Windrow Plaza", "Harrow Mills, OH 43999"])
    } else {
        ("Deputy Commissioner of Systems", ["1 Plainfield Square", "Baltimore, MD 21299"])
    };
    match kind {
        LetterKind::Envelope | LetterKind::CertifiedMail => return,
        LetterKind::AppealTransmittal => {
            second_look(LetterKind::FinalAccess, agency, facts);
            facts.court = None;
            facts.papers =
                lines(&["the request of September 9, 2026", "the denial of November 2, 2026", "the appeal"]);
        }
        LetterKind::DisposalCertificate => {
            facts.disposal = Some(DisposalFacts {
                on: day(2026, 11, 17),
                authority: "the schedule that the office entered for access request files".to_owned(),
                items: vec![
                    DisposedItem {
                        kind: "Acknowledgement".to_owned(),
                        dated: day(2019, 3, 1),
                        sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad".to_owned(),
                    },
                    DisposedItem {
                        kind: "Grant of access".to_owned(),
                        dated: day(2019, 3, 22),
                        sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855".to_owned(),
                    },
                ],
            });
        }
        _ => {}
    }
    to_another(facts, name, &address);
    facts.task = Some(TaskFacts {
        asked: "Please search for the record of every order from January 2024 to May 2026".to_owned(),
        answer_by: day(2026, 11, 30),
        particulars: vec![
            Particular { name: "name".to_owned(), value: facts.requester_name.clone().unwrap_or_default() },
            Particular { name: "Social Security number".to_owned(), value: "987-65-4320".to_owned() },
        ],
    });
    if kind == LetterKind::AppealTransmittal
        && let Some(task) = &mut facts.task
    {
        task.answer_by = day(2027, 2, 1);
    }
    facts.stations = vec![
        Station {
            office: "Sales Records".to_owned(),
            action: "search and attest".to_owned(),
            by: Some(day(2026, 11, 30)),
        },
        Station {
            office: "Office of the General Counsel".to_owned(),
            action: "read before it goes out".to_owned(),
            by: None,
        },
    ];
}

//! Sample cases: the facts of an invented case for each letter that an agency has. A changed wording is tried on them, and
//! the tests write every letter from them. The people are invented.

mod papers;

use chrono::NaiveDate;

use super::{
    AccessFacts, Addressee, AppealFacts, DelayFacts, FeeFacts, LetterFacts, LetterKind, Letterhead, Missing,
    MoreTimeFacts, PartFacts, SearchFacts, Signer, SystemFacts,
};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

fn lines(text: &[&str]) -> Vec<String> {
    text.iter().map(|line| (*line).to_owned()).collect()
}

/// Every letter that each agency has.
pub fn letters_of_the_agencies() -> Vec<(LetterKind, &'static str)> {
    use LetterKind::*;
    let has = |kind: LetterKind, agency: &str| match kind {
        ConfidentialSource | MinorNote => agency == "ssa",
        _ => true,
    };
    ["usps", "ssa"]
        .into_iter()
        .flat_map(|agency| {
            LetterKind::ALL.iter().filter(move |kind| has(**kind, agency)).map(move |kind| (*kind, agency))
        })
        .collect()
}

/// Complete facts for a letter: a customer of the Postal Service, or a person who had a benefits chat.
pub fn facts(kind: LetterKind, agency: &str) -> LetterFacts {
    let mut facts = if agency == "usps" { usps(kind) } else { ssa(kind) };
    let refused = kind == LetterKind::AmendmentRefused;
    match kind {
        LetterKind::Acknowledgement if agency == "ssa" => facts.request_kind = "amendment".to_owned(),
        LetterKind::Deficiency => {
            facts.missing = vec![
                Missing {
                    what: "a completed Certification of Identity form, or a copy of official photo identification".to_owned(),
                    cite: if agency == "usps" { "39 CFR 266.5(b)(2)" } else { "20 CFR 401.45(b)(5)" }.to_owned(),
                },
                Missing {
                    what: "your mailing address at the time of the order".to_owned(),
                    cite: if agency == "usps" { "USPS 890.000, Notification Procedure" } else { "20 CFR 401.40(b)" }.to_owned(),
                },
            ];
            facts.cure_by = Some(day(2026, 12, 18));
        }
        LetterKind::Delay => {
            facts.delay = Some(DelayFacts {
                reason: "the records are kept at another site and have to be brought here".to_owned(),
                expected: day(2027, 1, 8),
                more_time: (agency == "usps").then(|| MoreTimeFacts {
                    unusual: lines(&["records must be collected from other places"]),
                    days: "10 working days".to_owned(),
                    cite: "5 U.S.C. 552(a)(6)(B)(i)".to_owned(),
                }),
            });
        }
        LetterKind::Grant => {
            facts.parts = vec![PartFacts {
                what: "the record of your orders from January 2024 to May 2026".to_owned(),
                outcome: "granted".to_owned(),
                words: String::new(),
                ..PartFacts::default()
            }];
            facts.access = Some(AccessFacts { how: "copies".to_owned(), pages: 12, where_and_when: None });
            facts.fee = Some(if agency == "usps" {
                FeeFacts {
                    cents: 0,
                    basis: "the first 100 pages are free".to_owned(),
                    cite: "39 CFR 266.7(a)".to_owned(),
                }
            } else {
                FeeFacts {
                    cents: 0,
                    basis: "no charge is made up to $25.00".to_owned(),
                    cite: "20 CFR 401.95".to_owned(),
                }
            });
        }
        LetterKind::Notification => facts.request_kind = "notification".to_owned(),
        LetterKind::Amended | LetterKind::AmendmentRefused => {
            facts.request_kind = "amendment".to_owned();
            facts.parts = vec![PartFacts {
                what: "your street address".to_owned(),
                outcome: "amended".to_owned(),
                words: "it now reads 14 Windrow Lane".to_owned(),
                ..PartFacts::default()
            }];
            facts.access = Some(AccessFacts { how: "copies".to_owned(), pages: 1, where_and_when: None });
        }
        LetterKind::Acknowledgement => {}
        other => papers::complete(other, agency, &mut facts),
    }
    if refused {
        facts.parts.push(PartFacts {
            what: "the date of the first order".to_owned(),
            outcome: "refused".to_owned(),
            words: "the receipt that you sent shows the same date as the record, May 4, 2024".to_owned(),
            ..PartFacts::default()
        });
        facts.appeal = Some(appeal(agency));
    }
    facts.kind = kind;
    facts
}

fn appeal(agency: &str) -> AppealFacts {
    if agency == "usps" {
        AppealFacts {
            name: "appeal".to_owned(),
            to: "General Counsel".to_owned(),
            address: lines(&["U.S. Postal Service", "475 L'Enfant Plaza SW", "Washington, DC 20260-1101"]),
            within: Some("90 calendar days".to_owned()),
            counted_from: Some("the date of this letter".to_owned()),
            last_day: Some(day(2027, 2, 16)),
            should_have: lines(&[
                "what record you mean",
                "what we did that you disagree with, and what you want done",
                "copies of your request, of this letter, and of other letters about it",
            ]),
            statement_in_lieu: true,
            cites: lines(&["39 CFR 266.5(d)(2)", "39 CFR 266.6(a)"]),
        }
    } else {
        AppealFacts {
            name: "review".to_owned(),
            to: "Executive Director, Office of Privacy and Disclosure".to_owned(),
            address: lines(&[
                "Office of the General Counsel",
                "Social Security Administration",
                "6401 Security Boulevard",
                "Baltimore, MD 21235",
            ]),
            within: None,
            counted_from: None,
            last_day: None,
            should_have: Vec::new(),
            statement_in_lieu: false,
            cites: lines(&["20 CFR 401.65(e)", "20 CFR 401.70(b)"]),
        }
    }
}

fn usps(kind: LetterKind) -> LetterFacts {
    LetterFacts {
        letterhead: Letterhead {
            agency: "United States Postal Service".to_owned(),
            office: "Privacy and Records Management Office".to_owned(),
            address: lines(&["475 L'Enfant Plaza SW", "Washington, DC 20260-1101"]),
        },
        case_number: "USPS-2026-00042".to_owned(),
        addressee: Addressee {
            name: "Nguyễn Thị Quế Anh".to_owned(),
            address: lines(&["14 Windrow Lane, Apartment 3", "Harrow Mills, OH 43999"]),
        },
        request_kind: "access".to_owned(),
        received: day(2026, 11, 9),
        channel_words: "by mail".to_owned(),
        system: Some(SystemFacts {
            number: "USPS 890.000".to_owned(),
            name: "Sales, Marketing, Events, and Publications".to_owned(),
        }),
        handling_office: Some("Chief Customer and Marketing Officer and Executive Vice President".to_owned()),
        search: matches!(
            kind,
            LetterKind::Grant
                | LetterKind::Notification
                | LetterKind::Denial
                | LetterKind::ConfidentialSource
        )
        .then(|| SearchFacts {
            by: "Adaeze Okonkwo-Hašek, Manager, Sales Records".to_owned(),
            where_searched: "the order database and the mailing lists of the Sales office in Washington"
                .to_owned(),
            how: "by name and by address, for the years 2024 to 2026".to_owned(),
            on: day(2026, 11, 16),
            found: true,
        }),
        signer: Signer { name: "Mehmet Şahin".to_owned(), title: "Records Custodian".to_owned() },
        other_names: lines(&["Grażyna Łukasiewicz", "Seán O'Neill"]),
        help_office: Some("the Privacy and Records Management Office, telephone 202-555-0143".to_owned()),
        ..LetterFacts::bare(kind, "usps", day(2026, 11, 18))
    }
}

fn ssa(kind: LetterKind) -> LetterFacts {
    LetterFacts {
        agency: "ssa".to_owned(),
        letterhead: Letterhead {
            agency: "Social Security Administration".to_owned(),
            office: "Office of Privacy and Disclosure".to_owned(),
            address: lines(&["6401 Security Boulevard", "Baltimore, MD 21235"]),
        },
        case_number: "SSA-2026-00007".to_owned(),
        addressee: Addressee {
            name: "José de la Cruz".to_owned(),
            address: lines(&["2290 Old Quarry Road", "Bellwether, TX 79999-0042"]),
        },
        system: Some(SystemFacts {
            number: "60-0383".to_owned(),
            name: "Online Live Chat Records".to_owned(),
        }),
        system_manager: Some(
            "Manager of Online Services, 1 Plainfield Square, Baltimore, MD 21299".to_owned(),
        ),
        handling_office: Some("Deputy Commissioner of Systems".to_owned()),
        signer: Signer { name: "Ingrid van der Berg".to_owned(), title: "Privacy Analyst".to_owned() },
        help_office: None,
        ..usps(kind)
    }
}

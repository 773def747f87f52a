//! What the page must keep: the window of the envelope, the signature, the margins.

use chrono::NaiveDate;

use super::*;
use crate::letters::lines::width;
use crate::letters::pages::{BOTTOM, PAGE_WIDTH};
use crate::letters::*;

/// A letter with nothing but its frame, for what the frame does.
fn letter(name: &str, address: &[&str]) -> Letter {
    let lines = |text: &[&str]| text.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
    let day = NaiveDate::from_ymd_opt(2026, 11, 18).unwrap();
    Letter {
        kind: LetterKind::Delay,
        language: Language::English,
        title: "Our answer will take longer".to_owned(),
        blocks: Vec::new(),
        clauses_version: String::new(),
        facts: LetterFacts {
            letterhead: Letterhead {
                agency: "Social Security Administration".to_owned(),
                office: "Deputy Commissioner of Systems, Office of Information Technology Business Support, Office of \
                         Information Technology Enterprise Business Support"
                    .to_owned(),
                address: lines(&["Robert M. Ball Building", "6401 Security Boulevard", "Baltimore, MD 21235"]),
            },
            case_number: "SSA-2026-00007".to_owned(),
            addressee: Addressee { name: name.to_owned(), address: lines(address) },
            signer: Signer { name: "Ingrid van der Berg".to_owned(), title: "Analyst".to_owned() },
            ..LetterFacts::bare(LetterKind::Delay, "ssa", day)
        },
    }
}

#[test]
fn the_address_and_nothing_else_shows_in_the_window_of_the_envelope() {
    // A No. 10 window is 4.5 by 1.125 inches, 7/8 from the left and 1/2 from the bottom; the folded sheet lies at the
    // bottom, or slides up by 0.46 inches, and sideways by one inch.
    let (top, bottom, slid, left, right) = (147.0, 228.0, 261.0, 63.0 - 72.0, 387.0);
    for (name, address) in [
        ("José de la Cruz", vec!["2290 Old Quarry Road", "Bellwether, TX 79999-0042"]),
        (
            "Nguyễn Thị Quế Anh",
            vec![
                "c/o Okonkwo-Hašek",
                "Harrow House",
                "14 Windrow Lane",
                "Apartment 3",
                "Harrow Mills, OH 43999",
            ],
        ),
        (
            "Maximiliana Wolfeschlegelsteinhausenbergerdorff-Okonkwo-Hašek-Łukasiewicz",
            vec!["14 Windrow Lane", "Harrow Mills, OH 43999"],
        ),
    ] {
        let laid = lay_out(&letter(name, &address));
        let page = &laid.pages[0];
        let shown: Vec<&Run> =
            page.runs.iter().filter(|run| run.y > top && run.y - run.size < slid).collect();
        let expected: String = std::iter::once(name).chain(address).collect::<Vec<_>>().concat();
        let text: String = shown.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(text.replace(' ', ""), expected.replace(' ', ""));
        for run in shown {
            assert!(run.y - run.size >= top && run.y + 3.0 <= bottom, "{} at {}", run.text, run.y);
            assert!(run.x > left && run.x + width(run.text.trim_end(), false, run.size) < right - 72.0 + 1.0);
        }
        assert!(page.rules.iter().all(|rule| rule.y < top));
    }
}

#[test]
fn the_signature_is_never_alone_on_a_page_and_no_text_leaves_the_margins() {
    for count in 1..60 {
        let mut letter = letter("José de la Cruz", &["2290 Old Quarry Road", "Bellwether, TX 79999-0042"]);
        let text =
            "We expect to answer you soon, and you do not need to do anything until then, whatever happens.";
        letter.blocks = vec![
            LetterBlock {
                clause: "trial".to_owned(),
                style: BlockStyle::Paragraph,
                text: vec![text.to_owned()],
                cites: Vec::new(),
            };
            count
        ];
        let laid = lay_out(&letter);
        for page in &laid.pages {
            for run in page.runs.iter().filter(|run| run.node.is_some()) {
                assert!(run.y <= BOTTOM && run.x >= MARGIN, "{count}: {}", run.text);
                let end = run.x + width(run.text.trim_end(), run.bold, run.size);
                assert!(end <= PAGE_WIDTH - MARGIN + 0.01, "{count}: {} ends at {end}", run.text);
            }
        }
        let last = laid.pages.last().unwrap();
        let at = last.runs.iter().position(|run| run.text == "Sincerely,").unwrap();
        assert!(at >= 2, "{count}: the signature stands alone");
        assert!(
            last.runs.iter().any(|run| run.text == "Ingrid van der Berg"),
            "{count}: the signature is torn"
        );
    }
}

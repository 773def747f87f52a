//! Damaged files of every form: bytes changed, cut out, doubled and moved. A small fuzzer for where there is no nightly
//! compiler; `DOCKET_DAMAGE_SECONDS=600` lets it run longer than the tests do.

use std::time::{Duration, Instant};

use docket::notices::{self, Catalogue};

/// A generator of numbers that gives the same ones each time (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit.max(1)).expect("a limit")).expect("a number")
    }
}

const FORMS: &[(&str, &[u8])] = &[
    ("text.txt", include_bytes!("../fixtures/notices/register.txt")),
    ("issuance.txt", include_bytes!("../fixtures/notices/issuance.txt")),
    ("page.md", include_bytes!("../fixtures/notices/lighthouse-a108.md")),
    ("board.txt", include_bytes!("../fixtures/notices/agencies/labor-board.txt")),
    ("appendix.txt", include_bytes!("../fixtures/notices/agencies/post-paths.txt")),
    ("register.xml", include_bytes!("../fixtures/notices/register-partial.xml")),
    ("security.xml", include_bytes!("../fixtures/notices/agencies/harbor-security.xml")),
    ("issuance.xml", include_bytes!("../fixtures/notices/issuance.xml")),
    ("page.html", include_bytes!("../fixtures/notices/page.html")),
    ("old.sgml", include_bytes!("../fixtures/notices/register-1994.sgml")),
];

fn damaged(bytes: &[u8], other: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=numbers.below(8) {
        let from = numbers.below(bytes.len());
        let to = (from + numbers.below(200)).min(bytes.len());
        match numbers.below(6) {
            0 => bytes[from] = u8::try_from(numbers.below(256)).expect("a byte"),
            1 => drop(bytes.drain(from..to)),
            2 => {
                let piece = bytes[from..to].repeat(1 + numbers.below(20));
                bytes.splice(from..from, piece);
            }
            3 => {
                let at = numbers.below(other.len());
                let piece = other[at..(at + 200).min(other.len())].to_vec();
                bytes.splice(from..to, piece);
            }
            4 => bytes.truncate(to.max(1)),
            _ => drop(bytes.splice(from..from, "“\u{1}<&#x;—\u{2029}\n\n§ 12345".bytes())),
        }
        if bytes.is_empty() {
            bytes.push(b' ');
        }
    }
    bytes
}

#[test]
fn damaged_files_of_every_form_are_read_or_refused() {
    let seconds = std::env::var("DOCKET_DAMAGE_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(5);
    let mut numbers = Numbers(0x5522_1974);
    let begun = Instant::now();
    let pdf = super::pdf::sample();
    let forms: Vec<(&str, &[u8])> = FORMS.iter().copied().chain([("printed.pdf", pdf.as_slice())]).collect();
    let (mut count, mut read, mut slowest) = (0_u64, 0_u64, Duration::ZERO);
    while begun.elapsed() < Duration::from_secs(seconds) {
        for (index, (name, whole)) in forms.iter().enumerate() {
            let other = forms[(index + numbers.below(forms.len())) % forms.len()].1;
            let bytes = damaged(whole, other, &mut numbers);
            let start = Instant::now();
            match notices::read_bytes(name, &bytes) {
                Ok(found) => {
                    read += 1;
                    for system in &found.systems {
                        for place in &system.places {
                            assert!(system.words_at(place).is_some(), "{name}: {place:?}");
                        }
                    }
                    let _ = Catalogue::new(notices::revisions_of(&found, &[("lhs", &["Lighthouse"])]));
                }
                Err(refusal) => assert!(refusal.0.ends_with("Nothing was changed."), "{name}: {refusal}"),
            }
            count += 1;
            slowest = slowest.max(start.elapsed());
        }
    }
    println!("{count} damaged files, {read} still read, the slowest in {slowest:?}");
    // No measure of speed: a guard against a reading that never ends.
    assert!(slowest < Duration::from_secs(300), "{slowest:?}");
}

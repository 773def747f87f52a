//! Appendices of a notice: lists of offices that its sections point to. They belong to no section of the last system.

use super::model::{Section, SystemText};
use super::offices;
use super::pattern::{Pattern, group};
use super::piece::Paragraph;

/// An appendix as printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Appendix {
    /// Its heading.
    pub heading: String,
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
}

/// Whether a line is the heading of an appendix, and not a sentence that begins with one.
pub(crate) fn is_heading(line: &str) -> bool {
    static HEADING: Pattern = Pattern::new(
        r"^[#*\s]*(?:[A-Z]{2,6} )?(?:Appendix|APPENDIX)(?:\s+(?:[A-Z]{1,2}|[IVX]{1,4}|\d{1,2}))?\s*(?:$|[-—–.:]+\s*\S.{0,110}$|(?:to|TO)\s.{3,110}$|\p{Lu}[^.;]{0,110}$)",
    );
    line.len() < 160 && HEADING.is_in(line.trim())
}

/// The appendices that the sections of a system point to.
pub(crate) fn pointed_to(system: &SystemText, appendices: &[Appendix]) -> Vec<Section> {
    static POINTER: Pattern =
        Pattern::new(r"(?i)\bappendi(?:x|ces)\b(?:\s+([A-Z]{1,2}|[IVX]{1,4}|\d{1,2})\b)?");
    let mut found: Vec<Section> = Vec::new();
    for pointer in system.sections.iter().flat_map(|section| POINTER.all(&section.text)) {
        let wanted = key(group(&pointer, 1));
        let appendix = appendices.iter().find(|appendix| match letter(&appendix.heading) {
            Some(own) => own == wanted,
            None => wanted.is_empty() || appendices.len() == 1,
        });
        let Some(appendix) = appendix else { continue };
        if found.iter().all(|known| known.heading != appendix.heading) {
            let text: Vec<String> = appendix.paragraphs.iter().map(Paragraph::joined).collect();
            found.push(Section {
                key: "appendix".to_owned(),
                heading: appendix.heading.clone(),
                text: text.join("\n\n"),
            });
        }
    }
    found
}

/// The letter or number of an appendix by its heading.
fn letter(heading: &str) -> Option<String> {
    static LETTER: Pattern = Pattern::new(r"^(?i:appendix)\s+([A-Z]{1,2}|[IVX]{1,4}|\d{1,2})\b");
    LETTER.captures(heading.trim()).map(|found| key(group(&found, 1)))
}

fn key(letter: &str) -> String {
    letter.to_uppercase()
}

/// The address that an appendix gives for an office by its title, where the system points to it without one.
pub(crate) fn address(appendices: &[Section], title: &str, agency: &str) -> Option<String> {
    let plain = |text: &str| {
        // An office's code in brackets is no part of its name.
        let bare = CODE.replace(text, "");
        bare.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    static CODE: Pattern = Pattern::new(r"\s*\([A-Z0-9/-]{1,8}\)");
    let wanted = plain(title);
    if wanted.is_empty() {
        return None;
    }
    let entries = || appendices.iter().flat_map(|appendix| appendix.text.split("\n\n"));
    let listed = entries().find_map(|entry| {
        let found = offices::office(entry, agency);
        let same = plain(&found.title) == wanted && offices::has_address(entry);
        (same && !found.address.is_empty()).then_some(found.address)
    });
    // `Send your request to: Privacy Act Officer, Office of General Counsel, 12 Quay …`
    listed.or_else(|| {
        let bare = CODE.replace(title, "");
        entries().filter(|entry| offices::has_address(entry)).find_map(|entry| {
            let behind = entry.get(entry.find(bare.as_str())? + bare.len()..)?.trim_start();
            let address = offices::up_to_zip(behind.strip_prefix([',', ':'])?.trim());
            (!address.contains(". ") && address.len() < 300).then_some(address)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_told_from_a_sentence() {
        for heading in [
            "Appendix E",
            "APPENDIX A—FIELD OFFICES",
            "Appendix A to Part 5",
            "Appendix: Regional Offices",
            "Appendix 2 Offices of the Service",
        ] {
            assert!(is_heading(heading), "{heading}");
        }
        for sentence in [
            "Appendix E lists the field offices. Write to the nearest one.",
            "Appendix E for address information).",
            "appendix a",
        ] {
            assert!(!is_heading(sentence), "{sentence}");
        }
    }
}

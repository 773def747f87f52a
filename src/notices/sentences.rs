//! Sentences of published words.

use super::pattern::Pattern;

/// Words after which a full stop ends no sentence.
const SHORT: &[&str] = &[
    "U.S", "U.S.C", "C.F.R", "P.O", "No", "Nos", "SW", "SE", "NW", "NE", "N.W", "S.W", "N.E", "S.E", "St",
    "Ave", "Blvd", "Bldg", "Rm", "Dr", "Mr", "Mrs", "Ms", "Inc", "Co", "Corp", "Jr", "Sr", "e.g", "i.e",
    "etc", "Sec", "Fed", "Reg", "Pub", "Vol", "Dept", "D.C", "cf", "al", "approx", "Ph.D", "M.D", "Sept",
    "Aug", "Oct", "Nov", "Dec", "Jan", "Feb",
];

/// The sentences of a section, paragraph by paragraph; a list item is its own.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    text.split("\n\n").flat_map(paragraph_sentences).collect()
}

fn paragraph_sentences(paragraph: &str) -> Vec<&str> {
    // A number with a stop of its own opens an item of a list that was set as running text.
    static STOP: Pattern = Pattern::new(r"[.?!][”\x22)]?\s+(?:[\p{Lu}“\x22(]|\d{1,2}\.\s+\p{Lu})");
    let mut found = Vec::new();
    let mut start = 0;
    let mut from = 0;
    while let Some((at, end)) = paragraph.get(from..).and_then(|rest| STOP.find(rest)) {
        let stop = from + at;
        let word = paragraph
            .get(start..stop)
            .unwrap_or_default()
            .rsplit([' ', '(', '\n'])
            .next()
            .unwrap_or_default();
        let listed = word.chars().count() <= 2 && word.chars().all(|c| c.is_ascii_digit())
            || (word.len() == 1 && word.chars().all(|c| c.is_ascii_lowercase()));
        let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
        let gap = paragraph.get(stop..from + end).unwrap_or_default();
        let space = gap.find(char::is_whitespace).unwrap_or(gap.len());
        let next = stop + gap.len() - gap.get(space..).unwrap_or_default().trim_start().len();
        if !(SHORT.contains(&word) || initial || listed) {
            push(&mut found, paragraph.get(start..next));
            start = next;
        }
        from = next;
        if from >= paragraph.len() || end == 0 {
            break;
        }
    }
    push(&mut found, paragraph.get(start..));
    found
}

fn push<'t>(into: &mut Vec<&'t str>, sentence: Option<&'t str>) {
    if let Some(sentence) = sentence.map(str::trim).filter(|sentence| !sentence.is_empty()) {
        into.push(sentence);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_end_no_sentence() {
        let text = "Write to the Officer, 400 7th Street SW., Washington, DC. Cite 5 U.S.C. 552a. No. 5 counts.\n\n1. First item";
        assert_eq!(
            sentences(text),
            [
                "Write to the Officer, 400 7th Street SW., Washington, DC.",
                "Cite 5 U.S.C. 552a.",
                "No. 5 counts.",
                "1. First item"
            ]
        );
    }
}

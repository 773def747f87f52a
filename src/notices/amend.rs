//! Notices that amend only some sections of a system: the instruction, and the whole text that it makes.

use super::model::{Section, SystemText};
use super::pattern::{Pattern, group};

static INSTRUCTION: Pattern = Pattern::new(
    r"(?i)^\W{0,3}(?:delete (?:the )?(?:entry|entire entry|first|second|last|paragraph|section)|delete\W*$|add (?:the following|to |at |new |text|paragraph|after )|at (?:the )?end,? add|change to read|\[?(?:change|revise)[^\]]{0,60} (?:to )?read|replace (?:the )?(?:entry|with|first)|insert |revise (?:the )?(?:text|number|item|to read|paragraph|first))",
);

/// Whether words are an instruction to change a section, and not the section itself.
pub(crate) fn is_instruction(words: &str) -> bool {
    INSTRUCTION.is_in(words.trim())
}

static REPLACES: Pattern = Pattern::new(
    r"(?is)^\W{0,3}(?:delete (?:the )?(?:entire )?entry and (?:replace|substitute)(?: it)?(?: with)?(?: the following)?|(?:change|revise)(?: the)?(?: text)?(?: to read)(?: as follows)?|replace (?:the )?(?:entry )?with)\s*:?\s*\]?[:,.]?\s*[“\x22]?",
);
static ADDS: Pattern = Pattern::new(
    r"(?is)^\W{0,3}(?:add(?: to (?:the )?end| at (?:the )?end| new paragraphs?| text| the following)*(?: of (?:the )?entry)?(?: as follows)?|at (?:the )?end,? add|insert(?: the following)?)\s*:?\s*\]?\s*[“\x22]?",
);
static NUMBERS: Pattern = Pattern::new(
    r"(?is)^\W{0,3}(?:revise|add|change)(?: text)?,? (?:numbers?|items?) ([0-9, and]+?)(?: to read| as follows|[:\]])[^\n]*?(?::\]?|\]|:)\s*",
);

/// The words that an instruction puts in place of the old ones, without the instruction and its quotes.
pub(crate) fn replacement(words: &str) -> String {
    if !REPLACES.is_in(words) {
        return words.to_owned();
    }
    unquoted(&REPLACES.replace(words, ""))
}

fn unquoted(words: &str) -> String {
    let words = words.trim();
    let opens = words.matches('“').count();
    let closes = words.matches('”').count();
    // The opening quote went with the instruction, so the closing one is left over.
    if closes > opens {
        words.strip_suffix('”').unwrap_or(words).to_owned()
    } else {
        words.trim_end_matches('"').to_owned()
    }
}

/// The sections of a system after a change: what the change does not name keeps its earlier words.
pub(crate) fn folded(earlier: &SystemText, change: &SystemText) -> Vec<Section> {
    let mut sections = earlier.sections.clone();
    for changed in &change.sections {
        if matches!(changed.key.as_str(), "changes" | "reason") {
            continue;
        }
        let before = sections.iter().position(|section| section.key == changed.key);
        let old =
            before.and_then(|at| sections.get(at)).map(|section| section.text.as_str()).unwrap_or_default();
        let new = changed_words(old, &changed.text);
        match (before, new) {
            (Some(at), Some(text)) => {
                if let Some(section) = sections.get_mut(at) {
                    section.text = text;
                }
            }
            (Some(at), None) => {
                sections.remove(at);
            }
            (None, Some(text)) => sections.push(Section { text, ..changed.clone() }),
            (None, None) => {}
        }
    }
    sections
}

/// The words of one section after its instruction; nothing where it is deleted.
fn changed_words(old: &str, words: &str) -> Option<String> {
    static DELETED: Pattern =
        Pattern::new(r"(?i)^\W{0,3}delete(?: (?:the )?(?:entire )?(?:entry|section))?\W*$");
    if DELETED.is_in(words.trim()) {
        return None;
    }
    if let Some(found) = NUMBERS.captures(words) {
        let rest = words.get(found.get(0).map_or(0, |whole| whole.end())..).unwrap_or_default();
        return Some(with_items(old, rest));
    }
    if REPLACES.is_in(words) {
        return Some(replacement(words));
    }
    if is_instruction(words) && ADDS.is_in(words) {
        let added = unquoted(&ADDS.replace(words, ""));
        return Some(if old.is_empty() { added } else { format!("{old}\n\n{added}") });
    }
    // An instruction that is not understood changes nothing; the caller says so.
    Some(if is_instruction(words) { old.to_owned() } else { words.to_owned() })
}

/// Replaces the items of a numbered list that have the same numbers; others are added in their place.
fn with_items(old: &str, new: &str) -> String {
    let mut items: Vec<(Option<u32>, String)> =
        old.split("\n\n").map(|item| (number(item), item.to_owned())).collect();
    for item in new.split("\n\n").map(|item| item.trim().trim_matches(['“', '”', '"'])) {
        let wanted = number(item);
        if item.is_empty() {
            continue;
        }
        match (wanted, items.iter().position(|(known, _)| wanted.is_some() && *known == wanted)) {
            (_, Some(at)) => {
                if let Some(entry) = items.get_mut(at) {
                    item.clone_into(&mut entry.1);
                }
            }
            (Some(number), None) => {
                let at = items
                    .iter()
                    .position(|(known, _)| known.is_some_and(|known| known > number))
                    .unwrap_or(items.len());
                items.insert(at, (wanted, item.to_owned()));
            }
            (None, None) => items.push((None, item.to_owned())),
        }
    }
    items.into_iter().map(|(_, item)| item).collect::<Vec<_>>().join("\n\n")
}

fn number(item: &str) -> Option<u32> {
    static MARK: Pattern = Pattern::new(r"^\(?(\d{1,3})[.)]");
    group(&MARK.captures(item.trim())?, 1).parse().ok()
}

/// The keys of sections whose instruction was not understood.
pub(crate) fn not_understood(system: &SystemText) -> Vec<String> {
    system
        .sections
        .iter()
        .filter(|section| is_instruction(&section.text))
        .filter(|section| changed_words("\u{1}", &section.text).as_deref() == Some("\u{1}"))
        .map(|section| format!("{}: the instruction to change it was not understood.", section.heading))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instructions_make_whole_words() {
        let old = "1. One.\n\n2. Two.\n\n3. Three.";
        for (words, wanted) in [
            ("Delete entry and replace with “New “quoted” words.”", Some("New “quoted” words.")),
            ("Change to read: New words.", Some("New words.")),
            ("[Revise text to read as follows:]\n\nNew words.", Some("New words.")),
            ("Delete entry.", None),
            ("Add the following: “4. Four.”", Some("1. One.\n\n2. Two.\n\n3. Three.\n\n4. Four.")),
            (
                "[Revise numbers 2 and 3 to read as follows:]\n\n2. Zwei.\n\n3. Drei.",
                Some("1. One.\n\n2. Zwei.\n\n3. Drei."),
            ),
            ("Plain words.", Some("Plain words.")),
        ] {
            assert_eq!(changed_words(old, words).as_deref(), wanted, "{words}");
        }
    }
}

//! Notices that amend only some sections of a system.

use super::pattern::Pattern;

static INSTRUCTION: Pattern = Pattern::new(
    r"(?i)^\W{0,3}(?:delete (?:the )?(?:entry|entire entry|first|second|last|paragraph)|add (?:the following|to |at |new |paragraph)|change to read|replace (?:the )?(?:entry|with|first)|insert |revise (?:the )?(?:text|number|item|to read|paragraph|first))",
);

/// Whether words are an instruction to change a section, and not the section itself.
pub(crate) fn is_instruction(words: &str) -> bool {
    INSTRUCTION.is_in(words.trim())
}

static REPLACEMENT: Pattern = Pattern::new(
    r"(?is)^\W{0,3}(?:delete (?:the )?(?:entire )?entry and (?:replace|substitute)(?: it)?(?: with)?|change to read|replace (?:the )?entry with)\s*:?\s*[“\x22]?",
);

/// The words that an instruction puts in place of the old ones, without the instruction and its quotes.
pub(crate) fn replacement(words: &str) -> String {
    if !REPLACEMENT.is_in(words) {
        return words.to_owned();
    }
    REPLACEMENT
        .replace(words, "")
        .trim()
        .trim_end_matches(['”', '"'])
        .to_owned()
}

//! Where the words of a request show that the Privacy Act procedure does not fit it: an offer with its road, for a person
//! to confirm. It decides nothing, and none of the roads is a denial.

use chrono::NaiveDate;
use serde::Serialize;

use crate::law::{AgencyId, Kind, Law, LawError, MisfitRoad};

/// A road that the words of a request point to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct MisfitOffer {
    /// The road.
    #[serde(flatten)]
    pub road: MisfitRoad,
    /// The words of the request that point to it, as the person wrote them.
    pub found: String,
}

/// The roads that the words of a request point to, each once, in the order of the rulebook.
///
/// # Errors
/// Where there is no rulebook.
pub fn misfits(
    text: &str,
    kinds: &[Kind],
    law: &Law,
    agency: &AgencyId,
    on: NaiveDate,
) -> Result<Vec<MisfitOffer>, LawError> {
    let words = words_of(text);
    let mut offers: Vec<MisfitOffer> = Vec::new();
    for sign in law.misfit_signs(agency, on)? {
        let concerns = sign.kinds.is_empty() || sign.kinds.iter().any(|kind| kinds.contains(kind));
        let known = offers.iter().any(|offer| offer.road.misfit == sign.misfit);
        if known || !concerns || sign.unless.iter().any(|phrase| find(phrase, &words).is_some()) {
            continue;
        }
        let Some((from, to)) = sign.words.iter().find_map(|phrase| find(phrase, &words)) else { continue };
        match law.misfit(agency, sign.misfit, on) {
            Ok(road) => {
                let found =
                    text.get(from..to).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
                offers.push(MisfitOffer { road, found });
            }
            // An agency without such a road takes the request as it stands.
            Err(LawError::NoSuchRule { .. } | LawError::NotInForce { .. }) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(offers)
}

/// A word in small letters, and where it stands.
struct Word {
    small: String,
    from: usize,
    to: usize,
}

fn words_of(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open = false;
    for (at, c) in text.char_indices() {
        // An apostrophe stands within a word and is not read, so that “don't” is one word and “husband's” is “husbands”.
        if matches!(c, '\'' | '’') {
            continue;
        }
        let within = c.is_alphanumeric();
        match (within, open, words.last_mut()) {
            (true, true, Some(word)) => {
                word.small.extend(c.to_lowercase());
                word.to = at + c.len_utf8();
            }
            (true, ..) => {
                words.push(Word { small: c.to_lowercase().collect(), from: at, to: at + c.len_utf8() })
            }
            _ => {}
        }
        open = within;
    }
    words
}

/// The most words that `…` may stand for.
const GAP: usize = 4;

/// Where a phrase stands among the words. `a|b` is either word, `word*` any word that begins so, `#` a number, and `…` up
/// to four words of any kind.
fn find(phrase: &str, words: &[Word]) -> Option<(usize, usize)> {
    let tokens: Vec<&str> = phrase.split_whitespace().collect();
    if tokens.is_empty() {
        return None;
    }
    (0..words.len()).find_map(|start| {
        let end = matches(&tokens, words.get(start..)?)?;
        let last = words.get(start + end.checked_sub(1)?)?;
        Some((words.get(start)?.from, last.to))
    })
}

/// How many words the tokens take from the beginning; nothing where they do not stand there.
fn matches(tokens: &[&str], words: &[Word]) -> Option<usize> {
    let Some((token, rest)) = tokens.split_first() else { return Some(0) };
    if *token == "…" {
        return (0..=GAP.min(words.len()))
            .find_map(|skipped| matches(rest, words.get(skipped..)?).map(|taken| skipped + taken));
    }
    let word = words.first()?;
    let fits = token.split('|').any(|form| match (form, form.strip_suffix('*')) {
        ("#", _) => word.small.chars().all(|c| c.is_ascii_digit()),
        (_, Some(beginning)) => word.small.starts_with(beginning),
        (form, None) => word.small == form,
    });
    if !fits {
        return None;
    }
    matches(rest, words.get(1..)?).map(|taken| taken + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(phrase: &str, text: &str) -> Option<String> {
        find(phrase, &words_of(text)).and_then(|(from, to)| text.get(from..to)).map(str::to_owned)
    }

    #[test]
    fn a_phrase_is_found_by_whole_words_whatever_their_case_and_marks() {
        assert_eq!(
            found("all … records", "Send me ALL of the\nrecords."),
            Some("ALL of the\nrecords".into())
        );
        assert_eq!(found("all records", "overall records"), None);
        assert_eq!(found("husband|wife died", "My wife died."), Some("wife died".into()));
        assert_eq!(found("delet* my file", "deleting my file"), Some("deleting my file".into()));
        assert_eq!(found("60 #", "in system 60-0383"), Some("60-0383".into()));
        assert_eq!(found("don't", "nothing"), None);
        assert_eq!(found("", "anything"), None);
    }

    #[test]
    fn a_gap_is_four_words_at_most() {
        assert!(found("all … me", "all one two three four me").is_some());
        assert!(found("all … me", "all one two three four five me").is_none());
    }

    #[test]
    fn strange_text_is_read_without_a_fault() {
        for text in ["", "'", "’’", "\u{0}\u{fffd}", "İİİ ŞAHİN", "🙂🙂 all 🙂 records", "ﬀ ß Ǆ"]
        {
            assert!(found("all … records … me", text).is_none());
        }
    }
}

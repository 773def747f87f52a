//! From pieces to systems: which words belong to which section of which system.
//!
//! A new name, or a bare number before a name, begins a system; the document number or another AGENCY line ends it.

use super::appendix::{self, Appendix};
use super::heading::{Found, Opens};
use super::naming::{is_number, split_name};
use super::pattern::Pattern;
use super::piece::{Paragraph, Piece};

/// A system as its pieces give it, before anything is understood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Draft {
    /// The paragraphs under the name heading.
    pub name: Vec<Paragraph>,
    /// The paragraphs under a number heading of its own.
    pub number: Vec<Paragraph>,
    /// The number (and name) that stood apart before the first heading.
    pub banner: Option<String>,
    /// The sections in printed order.
    pub sections: Vec<DraftSection>,
    /// Whether stars stand for sections that the notice leaves out.
    pub leaves_out: bool,
}

impl Draft {
    /// Whether a section holds an instruction to change it.
    fn amends(&self) -> bool {
        let mut firsts = self.sections.iter().filter_map(|section| section.paragraphs.first()?.lines.first());
        firsts.any(|line| super::amend::is_instruction(line))
    }
}

/// A section as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DraftSection {
    /// The folded key.
    pub key: &'static str,
    /// The heading as printed.
    pub heading: String,
    /// The paragraphs.
    pub paragraphs: Vec<Paragraph>,
}

/// The parts before the systems, and the systems.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Assembled {
    /// `agency`, `action`, `summary`, `dates` … of the first notice, and the title lines under `title`.
    pub preamble: Vec<(&'static str, Vec<Paragraph>)>,
    /// The systems in printed order.
    pub drafts: Vec<Draft>,
    /// The appendices after the systems.
    pub appendices: Vec<Appendix>,
}

impl Assembled {
    /// Whether the notice says that it ends systems.
    fn rescinds(&self) -> bool {
        static ENDS: Pattern = Pattern::new(r"(?i)\b(?:rescind|rescission|retir|delet|withdraw|terminat)");
        ["action", "title", "summary"].iter().filter_map(|key| self.part(key)).any(|words| ENDS.is_in(&words))
    }

    /// The words of a part of the preamble.
    pub(crate) fn part(&self, key: &str) -> Option<String> {
        let (_, paragraphs) = self.preamble.iter().find(|(known, _)| *known == key)?;
        let joined = paragraphs.iter().map(Paragraph::joined).collect::<Vec<_>>().join(" ");
        (!joined.is_empty()).then_some(joined)
    }
}

/// The fewest sections that make a system of records, besides its name.
pub(crate) const FEWEST_SECTIONS: usize = 3;

/// Assigns every piece.
pub(crate) fn assemble(pieces: Vec<Piece>) -> Assembled {
    let mut work = Work { place: Place::Preamble, ..Work::default() };
    let mut pieces = pieces.into_iter().peekable();
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Heading(found) => {
                let next = pieces.peek().and_then(|next| match next {
                    Piece::Words(words) => words.lines.first().map(String::as_str),
                    _ => None,
                });
                work.heading(found, next);
            }
            Piece::Banner(line) => work.banner(line),
            Piece::Words(words) => work.words(words),
            Piece::Stars => work.stars(),
            Piece::End => work.end(),
        }
    }
    work.close();
    let mut done = work.done;
    let rescinds = done.rescinds();
    done.drafts.retain(|draft| {
        draft.sections.len() >= FEWEST_SECTIONS
            || (!draft.name.is_empty() && !draft.sections.is_empty() && (rescinds || draft.amends()))
    });
    for draft in &mut done.drafts {
        trim_signature(draft);
    }
    done
}

#[derive(Default, PartialEq, Clone, Copy)]
enum Place {
    #[default]
    Preamble,
    Name,
    Number,
    Section,
    Appendix,
}

#[derive(Default)]
struct Work {
    done: Assembled,
    current: Option<Draft>,
    place: Place,
    banner: Option<String>,
}

impl Work {
    fn heading(&mut self, found: Found, next: Option<&str>) {
        match found.opens {
            Opens::Name => self.name(next),
            Opens::Number => self.number(next),
            Opens::Section(key) => self.section(key, found.printed),
            Opens::Preamble(key) => self.preamble(key, &found.printed),
        }
    }

    fn name(&mut self, next: Option<&str>) {
        let amends = next.is_some_and(super::amend::is_instruction);
        let number_only =
            self.current.as_ref().is_some_and(|draft| draft.name.is_empty() && draft.sections.is_empty());
        if (amends && self.current.is_some()) || number_only {
            self.place = Place::Name;
            return;
        }
        let banner = self.banner.take().or_else(|| self.tail_number());
        self.close();
        self.current = Some(Draft { banner, ..Draft::default() });
        self.place = Place::Name;
    }

    fn number(&mut self, next: Option<&str>) {
        let amends = next.is_some_and(super::amend::is_instruction);
        let begins = match &self.current {
            None => true,
            Some(draft) => !amends && !draft.number.is_empty() && !draft.sections.is_empty(),
        };
        if begins {
            let banner = self.banner.take();
            self.close();
            self.current = Some(Draft { banner, ..Draft::default() });
        }
        self.place = Place::Number;
    }

    fn section(&mut self, key: &'static str, heading: String) {
        // A number or a title on a line of its own may begin a system without any heading for its name.
        let begins =
            matches!(key, "security_classification" | "system_location" | "changes" | "summary_of_purpose");
        if self.current.is_none() || self.banner.is_some() {
            let banner = self.banner.take().or_else(|| if begins { self.tail_number() } else { None });
            if banner.is_some() {
                self.close();
                self.current = Some(Draft { banner, ..Draft::default() });
            }
        }
        // In a handbook the number and the name stand above the first heading, and no heading is for them.
        let first = begins && key != "changes";
        let taken = self.current.as_ref().is_none_or(|draft| draft.sections.iter().any(|one| one.key == key));
        if first
            && taken
            && let Some((number, name)) = self.tail_number_and_name()
        {
            self.close();
            self.current =
                Some(Draft { banner: Some(number), name: vec![Paragraph::of(name)], ..Draft::default() });
        }
        if let Some(draft) = &mut self.current {
            draft.sections.push(DraftSection { key, heading, paragraphs: Vec::new() });
            self.place = Place::Section;
        }
    }

    fn preamble(&mut self, key: &'static str, printed: &str) {
        let capitals = !printed.chars().any(char::is_lowercase);
        if self.place == Place::Appendix
            || self.current.is_some() && !(capitals && matches!(key, "agency" | "supplementary"))
        {
            self.words(Paragraph::of(format!("{printed}:")));
            return;
        }
        self.close();
        if self.done.preamble.iter().all(|(known, _)| *known != key) {
            self.done.preamble.push((key, Vec::new()));
        } else {
            self.done.preamble.push(("later", Vec::new()));
        }
    }

    fn banner(&mut self, line: String) {
        let (_, number) = split_name(&line);
        if is_number(&line) || number.is_some() {
            self.close();
            self.banner = Some(line);
        } else if self.opens_appendix(&line) {
            self.appendix(&line, Vec::new());
        } else {
            self.words(Paragraph::of(line));
        }
    }

    /// Whether a line opens an appendix: a system that is whole stands before it, or another appendix.
    fn opens_appendix(&self, line: &str) -> bool {
        let whole = self.current.as_ref().is_some_and(|draft| draft.sections.len() >= FEWEST_SECTIONS);
        (whole || self.place == Place::Appendix) && appendix::is_heading(line)
    }

    fn appendix(&mut self, heading: &str, rest: Vec<String>) {
        self.close();
        let heading = heading.trim_matches(['#', '*', ' ']).to_owned();
        let paragraphs = if rest.is_empty() { Vec::new() } else { vec![Paragraph { lines: rest }] };
        self.done.appendices.push(Appendix { heading, paragraphs });
        self.place = Place::Appendix;
    }

    fn words(&mut self, words: Paragraph) {
        if let Some((first, rest)) = words.lines.split_first()
            && self.opens_appendix(first)
        {
            self.appendix(first, rest.to_vec());
            return;
        }
        if self.place == Place::Appendix {
            if let Some(appendix) = self.done.appendices.last_mut() {
                appendix.paragraphs.push(words);
            }
            return;
        }
        // What follows a banner shows whether it began a system; until then its words are kept in place.
        match (&mut self.current, self.place) {
            (Some(draft), Place::Name) if draft.sections.is_empty() || draft.name.is_empty() => {
                draft.name.push(words)
            }
            (Some(draft), Place::Number) => draft.number.push(words),
            (Some(draft), Place::Section) => match draft.sections.last_mut() {
                Some(section) => section.paragraphs.push(words),
                None => draft.name.push(words),
            },
            (Some(draft), _) => draft.name.push(words),
            (None, _) => {
                if self.done.preamble.is_empty() {
                    self.done.preamble.push(("title", Vec::new()));
                }
                if let Some((_, paragraphs)) = self.done.preamble.last_mut() {
                    paragraphs.push(words);
                }
            }
        }
    }

    fn stars(&mut self) {
        if let Some(draft) = &mut self.current {
            let ends = draft.sections.last().is_some_and(|section| section.key == "history");
            if ends {
                self.close();
            } else {
                draft.leaves_out = true;
            }
        }
    }

    fn end(&mut self) {
        self.close();
        self.banner = None;
    }

    fn close(&mut self) {
        if let Some(draft) = self.current.take() {
            self.done.drafts.push(draft);
        }
        self.place = Place::Preamble;
    }

    /// Takes a number and the name under it from the end of what was read last.
    fn tail_number_and_name(&mut self) -> Option<(String, String)> {
        let paragraphs = match &mut self.current {
            Some(draft) => &mut draft.sections.last_mut()?.paragraphs,
            None => &mut self.done.preamble.last_mut()?.1,
        };
        let (number, name) = match paragraphs.as_slice() {
            [.., Paragraph { lines }] if lines.len() >= 2 => {
                let (number, name) = lines.split_at(lines.len() - 1);
                (number.last()?.clone(), name.first()?.clone())
            }
            [.., before, last] => match (before.lines.as_slice(), last.lines.as_slice()) {
                ([.., number], [name]) => (number.clone(), name.clone()),
                _ => return None,
            },
            _ => return None,
        };
        let title = name.chars().count() <= 120
            && name.starts_with(char::is_uppercase)
            && !name.ends_with(['.', ':', ';']);
        if !(is_number(&number) && title) {
            return None;
        }
        for _ in 0..2 {
            let last = paragraphs.last_mut()?;
            last.lines.pop();
            if last.lines.is_empty() {
                paragraphs.pop();
            }
        }
        Some((number, name))
    }

    /// Takes a bare number from the end of what was read last: it stands before the name of the next system.
    fn tail_number(&mut self) -> Option<String> {
        let paragraphs = match &mut self.current {
            Some(draft) => &mut draft.sections.last_mut()?.paragraphs,
            None => &mut self.done.preamble.last_mut()?.1,
        };
        let last = paragraphs.last_mut()?;
        let line = last.lines.last().filter(|line| is_number(line))?.clone();
        last.lines.pop();
        if last.lines.is_empty() {
            paragraphs.pop();
        }
        // The agency's short name may stand on the line before (`USPS`, then `820.200`).
        static SHORT: Pattern = Pattern::new(r"^[A-Z]{2,8}$");
        if line.starts_with(|c: char| c.is_ascii_digit())
            && let Some(before) = paragraphs.last()
            && let [only] = before.lines.as_slice()
            && SHORT.is_in(only)
        {
            let whole = format!("{only} {line}");
            paragraphs.pop();
            return Some(whole);
        }
        Some(line)
    }
}

/// Takes the signature, the date line and appendices from the end of a system's last section.
fn trim_signature(draft: &mut Draft) {
    static SIGNED: Pattern = Pattern::new(
        r"^(?i:dated|signed|issued)(?i: at| on| in)?\b.{0,40}\d|^(?i:by order of|for the )|^(?i:appendix|note to)\b|^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,4},?$",
    );
    static TITLE: Pattern = Pattern::new(
        r"^(?:Attorney|Chief|Director|Acting|Secretary|Deputy|General Counsel|Federal Register Liaison)\b",
    );
    let Some(section) = draft.sections.last_mut() else {
        return;
    };
    // The first paragraph is the section's own, whatever it looks like.
    let cut = section.paragraphs.iter().enumerate().skip(1).find_map(|(index, paragraph)| {
        let first = paragraph.lines.first()?;
        (SIGNED.is_in(first) || TITLE.is_in(first)).then_some(index)
    });
    if let Some(cut) = cut {
        section.paragraphs.truncate(cut);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_systems_part_at_the_second_name_and_the_signature_goes() {
        let text = "SYSTEM NAME:\nFirst, X-1.\n\nSYSTEM LOCATION:\nHere.\n\nSTORAGE:\nPaper.\n\nHISTORY:\nNone.\n\nX-2\n\n\
                    SYSTEM NAME:\nSecond.\n\nSYSTEM LOCATION:\nThere.\n\nSTORAGE:\nPaper.\n\nHISTORY:\nNone.\n\nMary Ann O'Neill,\n\nDirector.\n";
        let done = assemble(super::super::text::pieces(text));
        assert_eq!(done.drafts.len(), 2);
        assert_eq!(done.drafts[1].banner.as_deref(), Some("X-2"));
        let last = done.drafts[1].sections.last().expect("history");
        assert_eq!(last.paragraphs.len(), 1);
        assert_eq!(done.drafts[0].sections.last().expect("history").paragraphs.len(), 1);
    }
}

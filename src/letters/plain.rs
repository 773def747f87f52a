//! The letter as plain text: for the preview in a terminal, for search, and for the text part of an e-mail.

use super::compose::{CELL, closing_words, enclosures};
use super::{BlockStyle, Letter};

const WIDTH: usize = 78;

/// The whole letter in reading order, with letterhead and signature, in lines of at most 78 characters.
pub fn plain_text(letter: &Letter) -> String {
    let facts = &letter.facts;
    let mut text = String::new();
    let head =
        [&facts.letterhead.agency, &facts.letterhead.office].into_iter().chain(&facts.letterhead.address);
    head.for_each(|line| push_line(&mut text, line));
    push_line(&mut text, "");
    push_line(&mut text, &letter.language.long_date(facts.date));
    push_line(&mut text, "");
    std::iter::once(&facts.addressee.name)
        .chain(&facts.addressee.address)
        .for_each(|line| push_line(&mut text, line));
    push_line(&mut text, "");
    reference_lines(letter).iter().for_each(|line| wrap(&mut text, line, "", ""));
    push_line(&mut text, "");
    push_line(&mut text, &letter.title.to_uppercase());
    for block in &letter.blocks {
        push_line(&mut text, "");
        match block.style {
            BlockStyle::Heading => block.text.iter().for_each(|line| wrap(&mut text, line, "## ", "   ")),
            BlockStyle::Paragraph => block.text.iter().for_each(|line| wrap(&mut text, line, "", "")),
            BlockStyle::List => block.text.iter().for_each(|line| wrap(&mut text, line, "- ", "  ")),
            BlockStyle::Address => block.text.iter().for_each(|line| wrap(&mut text, line, "    ", "      ")),
            BlockStyle::Table => {
                block.text.iter().for_each(|row| wrap(&mut text, &row.replace(CELL, " | "), "", "  "));
            }
            BlockStyle::Fields => {
                block.text.iter().for_each(|label| wrap(&mut text, &format!("{label}:"), "", "  "));
            }
        }
    }
    if let Some(closing) = closing_words(letter.kind, letter.language) {
        for line in ["", closing, "", "", &facts.signer.name, &facts.signer.title] {
            push_line(&mut text, line);
        }
    }
    let enclosed = enclosures(facts, letter.language);
    if !enclosed.is_empty() {
        push_line(&mut text, "");
        push_line(&mut text, &format!("{}: {}", letter.language.enclosed(), enclosed.join("; ")));
    }
    text
}

/// The lines that say which case the letter is about.
pub(super) fn reference_lines(letter: &Letter) -> Vec<String> {
    let facts = &letter.facts;
    let mut lines = vec![format!("{}: {}", letter.language.case_number(), facts.case_number)];
    if let Some(system) = &facts.system {
        lines.push(format!("{}: {}, {}", letter.language.system_of_records(), system.number, system.name));
    }
    lines
}

fn push_line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

fn wrap(text: &mut String, paragraph: &str, first: &str, rest: &str) {
    let mut line = first.to_owned();
    let mut empty = true;
    for word in paragraph.split(' ') {
        if !empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
            push_line(text, &line);
            line = rest.to_owned();
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    push_line(text, &line);
}

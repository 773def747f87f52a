//! XML and HTML as a flat run of tags and words.
//!
//! No tree is built, no entity of a document's own is expanded and nothing recurses, so a hostile file costs no more
//! than its length. A broken tag is read as words.

use super::pattern::{Pattern, group};

/// One token of a marked-up document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token<'t> {
    /// `<name …>`, with everything between the name and the end, and whether it closes itself.
    Open(&'t str, &'t str, bool),
    /// `</name>`.
    Close(&'t str),
    /// Words between tags, entities not yet replaced.
    Words(&'t str),
}

/// Splits a document into tokens. Comments, processing instructions and declarations are left out.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (words, tag) = rest.split_at(at);
        if !words.is_empty() {
            tokens.push(Token::Words(words));
        }
        if let Some(cdata) = tag.strip_prefix("<![CDATA[") {
            let (inside, after) = cdata.split_once("]]>").unwrap_or((cdata, ""));
            tokens.push(Token::Words(inside));
            rest = after;
            continue;
        }
        if let Some(comment) = tag.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        match tag_end(tag) {
            Some(end) => {
                let inside = tag.get(1..end).unwrap_or_default();
                push_tag(&mut tokens, inside);
                rest = tag.get(end + 1..).unwrap_or_default();
            }
            None => {
                tokens.push(Token::Words("<"));
                rest = tag.get(1..).unwrap_or_default();
            }
        }
    }
    if !rest.is_empty() {
        tokens.push(Token::Words(rest));
    }
    tokens
}

/// The longest tag that is read as one.
const LONGEST_TAG: usize = 4096;

/// Where the tag that begins the text ends; nothing where it is no tag.
fn tag_end(tag: &str) -> Option<usize> {
    let second = tag.as_bytes().get(1)?;
    if !(second.is_ascii_alphabetic() || matches!(second, b'/' | b'!' | b'?')) {
        return None;
    }
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate().skip(1).take(LONGEST_TAG) {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'>') => return Some(at),
            (None, b'<') => return None,
            (None, _) => {}
        }
    }
    // An odd quote in an attribute: end at the first bracket instead.
    tag.bytes().take(LONGEST_TAG).position(|byte| byte == b'>')
}

fn push_tag<'t>(tokens: &mut Vec<Token<'t>>, inside: &'t str) {
    if inside.starts_with(['!', '?']) {
        return;
    }
    if let Some(name) = inside.strip_prefix('/') {
        tokens.push(Token::Close(name.trim()));
        return;
    }
    let closed = inside.ends_with('/');
    let inside = inside.trim_end_matches('/');
    let (name, attributes) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
    tokens.push(Token::Open(name, attributes, closed));
}

/// The value of an attribute.
pub(crate) fn attribute<'t>(attributes: &'t str, name: &str) -> Option<&'t str> {
    static ATTRIBUTE: Pattern =
        Pattern::new(r#"([A-Za-z_:][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"#);
    ATTRIBUTE
        .all(attributes)
        .iter()
        .find(|found| group(found, 1).eq_ignore_ascii_case(name))
        .map(|found| [2, 3, 4].iter().find_map(|&index| found.get(index)).map_or("", |value| value.as_str()))
}

static ENTITY: Pattern = Pattern::new(r"&(#x?[0-9A-Fa-f]{1,6}|[A-Za-z]{2,10});");

/// The text with its character entities replaced; an unknown entity stays as it is.
pub(crate) fn unescape(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for found in ENTITY.all(text) {
        let Some(whole) = found.get(0) else { continue };
        let Some(c) = entity(group(&found, 1)) else {
            continue;
        };
        out.push_str(text.get(from..whole.start()).unwrap_or_default());
        out.push_str(c.as_str());
        from = whole.end();
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out
}

/// The characters of an entity by its name or number.
fn entity(name: &str) -> Option<String> {
    let known = match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" | "quo" => "\"",
        "apos" => "'",
        "nbsp" | "thinsp" | "ensp" | "emsp" | "blank" => " ",
        "hyph" => "-",
        // A place where a word may be divided is no hyphen.
        "shy" => "",
        "cir" => "○",
        "ndash" => "–",
        "mdash" => "—",
        "lsquo" => "‘",
        "rsquo" => "’",
        "ldquo" => "“",
        "rdquo" => "”",
        "sect" => "§",
        "para" => "¶",
        "bull" => "•",
        "middot" => "·",
        "reg" => "®",
        "trade" => "™",
        "copy" => "©",
        "eacute" => "é",
        "ntilde" => "ñ",
        "hellip" => "…",
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            return char::from_u32(code).filter(|c| !c.is_control()).map(String::from);
        }
    };
    Some(known.to_owned())
}

/// Words gathered across the tags of one paragraph. Tags on lines of their own leave spaces that no printer set: before
/// a full stop or comma, and after an opening quote.
#[derive(Debug, Default)]
pub(crate) struct Gathered(String);

impl Gathered {
    /// Adds the words of one token.
    pub(crate) fn add(&mut self, words: &str) {
        let words = unescape(words);
        let first = words.trim_start().chars().next();
        let closes = first.is_some_and(|c| matches!(c, '.' | ',' | ';' | ':' | ')' | '”' | '’' | '?' | '!'));
        let opened = self.0.trim_end().ends_with(['“', '(', '‘']);
        let parted = self.0.ends_with(char::is_whitespace) || words.starts_with(char::is_whitespace);
        if (closes && parted) || opened {
            let kept = self.0.trim_end().len();
            self.0.truncate(kept);
            self.0.push_str(words.trim_start());
        } else {
            self.0.push_str(&words);
        }
    }

    /// Takes what was gathered, with single spaces.
    pub(crate) fn take(&mut self) -> String {
        std::mem::take(&mut self.0).split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_become_characters_and_unknown_ones_stay() {
        assert_eq!(unescape("R&amp;D &sect;&#160;5 &#x2019; &nosuch;"), "R&D §\u{a0}5 ’ &nosuch;");
    }

    #[test]
    fn broken_markup_is_read_as_far_as_it_goes() {
        let found = tokens("a < b <P CLASS='x>y'>text<!-- no --><BR/></P><unclosed attr=\"");
        assert_eq!(
            found,
            [
                Token::Words("a "),
                Token::Words("<"),
                Token::Words(" b "),
                Token::Open("P", "CLASS='x>y'", false),
                Token::Words("text"),
                Token::Open("BR", "", true),
                Token::Close("P"),
                Token::Words("<"),
                Token::Words("unclosed attr=\"")
            ]
        );
        assert_eq!(attribute("SOURCE=\"HD2\" x=1", "source"), Some("HD2"));
    }

    #[test]
    fn spaces_that_tags_leave_are_taken_back() {
        let mut gathered = Gathered::default();
        for words in ["see the “\n  ", "Files", "\n  , and ", "more", "\n ."] {
            gathered.add(words);
        }
        assert_eq!(gathered.take(), "see the “Files, and more.");
    }
}

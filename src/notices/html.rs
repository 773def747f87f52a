//! HTML pages: agencies' own pages, and the Federal Register's page of a document.
//!
//! A page becomes text with marks for bold words and headings, which the reader of text then takes. Scripts and styles
//! are never read.

use super::markup::{Token, attribute, tokens, unescape};

/// Whether a document is in this form.
pub(crate) fn is_this(text: &str) -> bool {
    let head: String = text.chars().take(4000).collect::<String>().to_lowercase();
    head.contains("<!doctype html")
        || head.contains("<html")
        || head.contains("<body")
        || (head.trim_start().starts_with('<')
            && ["<div", "<p>", "<p ", "<h1", "<h2", "<h3"].iter().any(|tag| head.contains(tag)))
}

const PASSED_OVER: &[&str] = &[
    "script", "style", "nav", "noscript", "template", "svg", "button", "select", "footer", "iframe", "head",
];
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "table",
    "tr",
    "blockquote",
    "hr",
    "form",
    "fieldset",
    "aside",
    "figure",
    "pre",
    "center",
    "tbody",
    "thead",
    "body",
    "address",
];

/// The page as text: paragraphs parted by blank lines, bold words between `**`.
pub(crate) fn text(page: &str) -> String {
    let mut out = String::with_capacity(page.len() / 2);
    let mut passed_over: Option<String> = None;
    let mut preformatted = false;
    let mut bold = 0_u32;
    for token in tokens(page) {
        let (name, closes) = match token {
            Token::Open(name, _, _) => (name.to_lowercase(), false),
            Token::Close(name) => (name.to_lowercase(), true),
            Token::Words(words) => {
                if passed_over.is_none() {
                    push_words(&mut out, words, preformatted);
                }
                continue;
            }
        };
        if let Some(open) = &passed_over {
            if closes && *open == name {
                passed_over = None;
            }
            continue;
        }
        if !closes && PASSED_OVER.contains(&name.as_str()) && !matches!(token, Token::Open(_, _, true)) {
            passed_over = Some(name);
            continue;
        }
        match name.as_str() {
            "pre" => {
                preformatted = !closes;
                out.push('\n');
            }
            "br" => out.push('\n'),
            "li" if !closes => out.push_str("\n\n"),
            "td" | "th" if closes => out.push(' '),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => out.push_str(if closes { "\n\n" } else { "\n\n## " }),
            "b" | "strong" if !preformatted => mark_bold(&mut out, closes, &mut bold),
            "span" if !closes && page_mark(token) => out.push(' '),
            name if BLOCKS.contains(&name) => {
                if bold > 0 {
                    // Bold type that is still open at the end of a block was never closed.
                    out.push_str("**");
                    bold = 0;
                }
                out.push_str("\n\n");
            }
            _ => {}
        }
    }
    out
}

fn page_mark(token: Token<'_>) -> bool {
    matches!(token, Token::Open(_, attributes, _) if attribute(attributes, "class").is_some_and(|class| class.contains("printed-page")))
}

fn mark_bold(out: &mut String, closes: bool, bold: &mut u32) {
    if closes && *bold > 0 {
        let kept = out.trim_end().len();
        // `<b></b>` around nothing leaves no mark.
        if out.get(..kept).is_some_and(|head| head.ends_with("**")) {
            out.truncate(kept - 2);
        } else {
            out.truncate(kept);
            out.push_str("** ");
        }
        *bold = 0;
    } else if !closes && *bold == 0 {
        out.push_str("**");
        *bold = 1;
    }
}

fn push_words(out: &mut String, words: &str, preformatted: bool) {
    let words = unescape(words);
    if preformatted {
        out.push_str(&words);
        return;
    }
    let mut space = words.starts_with(char::is_whitespace);
    for word in words.split_whitespace() {
        if space && !out.ends_with(['\n', ' ']) && !out.ends_with("**") {
            out.push(' ');
        }
        out.push_str(word);
        space = true;
    }
    if words.ends_with(char::is_whitespace) && !out.ends_with(['\n', ' ']) {
        out.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_becomes_text_without_its_scripts() {
        let page = "<html><head><title>x</title></head><body><script>var a = '<p>no</p>';</script>\
                    <h2>SYSTEM NAME:</h2><p>Lamp   records,\n X-1.</p><p><strong>Storage:</strong> Paper &amp; tape.</p></body></html>";
        let text = text(page);
        assert!(!text.contains("var a"), "{text}");
        assert!(text.contains("## SYSTEM NAME:"), "{text}");
        assert!(text.contains("Lamp records, X-1."), "{text}");
        assert!(text.contains("**Storage:** Paper & tape."), "{text}");
    }
}

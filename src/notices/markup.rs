//! Character entities of HTML and XML, without a parser.

use super::pattern::{Pattern, group};

static ENTITY: Pattern = Pattern::new(r"&(#x?[0-9A-Fa-f]{1,6}|[A-Za-z]{2,10});");

/// The text with its character entities replaced; an unknown entity stays as it is.
pub(crate) fn unescape(text: &str) -> String {
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
pub(crate) fn entity(name: &str) -> Option<String> {
    let known = match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" | "quo" => "\"",
        "apos" => "'",
        "nbsp" | "thinsp" | "ensp" | "emsp" => " ",
        "hyph" | "shy" => "-",
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_become_characters_and_unknown_ones_stay() {
        assert_eq!(
            unescape("R&amp;D &sect;&#160;5 &#x2019; &nosuch;"),
            "R&D §\u{a0}5 ’ &nosuch;"
        );
    }
}

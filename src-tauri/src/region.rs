//! Whose habits of dates and numbers this computer has: the page reads and writes figures by them. The words stay English.
//!
//! What the system says is never trusted: what is no language tag counts as the United States.

/// What holds where the system says nothing that can be used.
const USUAL: &str = "en-US";
/// No tag of a language and its region is longer.
const LONGEST: usize = 35;

/// The region of the system, as a language tag such as `de-DE`.
pub fn of_system() -> String {
    #[cfg(target_os = "linux")]
    let said = of_locale(|name| std::env::var(name).ok());
    #[cfg(not(target_os = "linux"))]
    let said = sys_locale::get_locale();
    tag_or_usual(said)
}

/// What the variables of the locale say of dates, the strongest first; an empty one says nothing. `de_DE.UTF-8` is `de-DE`.
#[cfg(any(target_os = "linux", test))]
fn of_locale(variable: impl Fn(&str) -> Option<String>) -> Option<String> {
    let locale =
        ["LC_ALL", "LC_TIME", "LANG"].into_iter().filter_map(variable).find(|said| !said.is_empty())?;
    // After the name come the encoding and the variant of it: `sr_RS.UTF-8@latin`.
    let name = locale.split(['.', '@']).next()?;
    Some(name.replace('_', "-"))
}

/// A tag as it is; for anything else, `C` and `POSIX` among it, the usual one.
fn tag_or_usual(said: Option<String>) -> String {
    said.filter(|said| is_tag(said)).unwrap_or_else(|| USUAL.to_owned())
}

/// Whether it has the shape of a language tag (BCP 47): a language of two or three letters, and parts of at most eight.
fn is_tag(said: &str) -> bool {
    let mut parts = said.split('-');
    let language = parts.next().unwrap_or_default();
    said.len() <= LONGEST
        && matches!(language.len(), 2 | 3)
        && language.bytes().all(|letter| letter.is_ascii_alphabetic())
        && parts.all(|part| {
            matches!(part.len(), 1..=8) && part.bytes().all(|letter| letter.is_ascii_alphanumeric())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The region of a computer whose variables are these.
    fn region(variables: &[(&str, &str)]) -> String {
        let said = |name: &str| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        tag_or_usual(of_locale(said))
    }

    #[test]
    fn the_strongest_variable_that_says_anything_holds() {
        let all = [("LANG", "en_US.UTF-8"), ("LC_TIME", "de_DE.UTF-8"), ("LC_ALL", "fr_CA.UTF-8")];
        assert_eq!(region(&all), "fr-CA");
        assert_eq!(region(&all[..2]), "de-DE");
        assert_eq!(region(&all[..1]), "en-US");
        assert_eq!(region(&[("LC_ALL", ""), ("LC_TIME", "en_GB.UTF-8")]), "en-GB");
        assert_eq!(region(&[("LC_ALL", "C.UTF-8"), ("LANG", "de_DE.UTF-8")]), "en-US");
    }

    #[test]
    fn a_locale_is_a_tag_without_its_encoding_and_variant() {
        for (locale, tag) in [
            ("de_DE", "de-DE"),
            ("ja_JP.eucJP", "ja-JP"),
            ("de_DE@euro", "de-DE"),
            ("sr_RS.UTF-8@latin", "sr-RS"),
            ("eo", "eo"),
            ("es_419", "es-419"),
        ] {
            assert_eq!(region(&[("LANG", locale)]), tag, "{locale}");
        }
    }

    #[test]
    fn what_is_no_tag_counts_as_the_united_states() {
        let long = "a".repeat(500);
        for locale in [
            "C",
            "POSIX",
            "C.UTF-8",
            ".UTF-8",
            "@",
            "de_",
            "de__DE",
            "../etc",
            "de_DE\n",
            "dé_DE",
            "x_y",
            long.as_str(),
        ] {
            assert_eq!(region(&[("LANG", locale)]), "en-US", "{locale}");
        }
        assert_eq!(region(&[]), "en-US");
        assert_eq!(tag_or_usual(Some("zh-Hans-CN".to_owned())), "zh-Hans-CN");
        assert_eq!(tag_or_usual(Some(format!("de{}", "-DE".repeat(20)))), "en-US");
    }
}

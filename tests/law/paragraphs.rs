//! What the help says of a paragraph is what the rulebooks have: each figure of a sentence stands in a rule that rests on it.

use docket::law::{AgencyId, Law, VersionState, paragraphs};

use crate::today;

/// Numbers of days and pages as they are, money in cents; years and counts of things are no figures of a rule.
fn figures(sentence: &str) -> Vec<String> {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let mut figures = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let word = word.trim_end_matches(['.', ',', ';']);
        if let Some(money) = word.strip_prefix('$') {
            let (dollars, cents) = money.split_once('.').unwrap_or((money, "0"));
            let number = |text: &str| text.parse::<u32>().unwrap_or(0);
            figures.push((number(dollars) * 100 + number(cents)).to_string());
        } else if word.parse::<u32>().is_ok() {
            let of =
                words[place + 1..].iter().take(2).any(|of| of.starts_with("day") || of.starts_with("page"));
            assert!(of, "“{word}” of what? {sentence}");
            figures.push(word.to_owned());
        }
    }
    figures
}

#[test]
fn every_figure_in_the_help_is_one_of_the_rule_that_it_explains() {
    let law = Law::built_in().unwrap();
    let rules: Vec<_> = ["usps", "ssa"]
        .iter()
        .flat_map(|agency| law.rules(&AgencyId::new(*agency), today()).unwrap())
        .flat_map(|rule| rule.versions)
        .filter(|version| version.state == VersionState::InForce)
        .collect();
    let mut checked = 0;
    for (cite, sentence) in paragraphs().unwrap() {
        assert!(sentence.ends_with('.'), "{cite}");
        for figure in figures(&sentence) {
            let says =
                |value: &str| value.split(|c: char| !c.is_ascii_digit()).any(|number| number == figure);
            let stands = rules.iter().any(|version| {
                version.cite.contains(&cite) && version.fields.iter().any(|field| says(&field.value))
            });
            assert!(stands, "{cite}: no rule that rests on it has the figure {figure} of “{sentence}”");
            checked += 1;
        }
    }
    assert!(checked > 10, "only {checked} figures were checked");
}

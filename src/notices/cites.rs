//! Citations in the words of a notice: regulations, statutes, the Federal Register.

use chrono::NaiveDate;

use super::pattern::{Pattern, group};

static REGULATION: Pattern = Pattern::new(
    r"(?i)\b(\d{1,2})\s+(C\.?\s?F\.?\s?R\.?|U\.?\s?S\.?\s?C\.?)\s*(?:§+\s*)?((?:parts?|sections?|chapters?)\s+)?(?:§+\s*)?(\d+[a-z]{0,2}(?:[\-–]\d+[a-z]?)?(?:\.\d+[a-z]?)?(?:[\-–]\d+[a-z]?)?)((?:\s?\([0-9a-z]{1,4}\))*)",
);
static MORE: Pattern = Pattern::new(
    r"^(?:\s*,\s*|\s*,?\s*(?:and|or|through|&)\s+)((?:parts?|sections?)\s+)?(?:§+\s*)?(\d+[a-z]?(?:[.]\d+)?)((?:\([0-9a-z]{1,4}\))*)",
);
static MORE_PARAGRAPH: Pattern = Pattern::new(r"^(?:\s*,\s*|\s*,?\s*(?:and|or)\s+)((?:\([0-9a-z]{1,4}\))+)");
static INSTRUCTION: Pattern = Pattern::new(r"\b((?:OSD )?Administrative Instruction(?: No\.)? \d+)");

/// The regulations and statutes cited, in printed order, each once: `39 CFR 266.5`, `5 U.S.C. 552a(j)`.
pub(crate) fn regulations(text: &str) -> Vec<String> {
    let mut cites: Vec<(usize, String)> = Vec::new();
    for found in INSTRUCTION.all(text) {
        cites.push((found.get(0).map_or(0, |whole| whole.start()), group(&found, 1).to_owned()));
    }
    for found in REGULATION.all(text) {
        let Some(whole) = found.get(0) else { continue };
        let title = group(&found, 1);
        let code = if group(&found, 2).to_lowercase().starts_with('c') { "CFR" } else { "U.S.C." };
        let level = match group(&found, 3).trim().to_lowercase().as_str() {
            word if word.starts_with("part") => "part ",
            word if word.starts_with("chapter") => "chapter ",
            _ => "",
        };
        let (base, paragraphs) = (group(&found, 4).replace('–', "-"), group(&found, 5).replace(' ', ""));
        cites.push((whole.start(), format!("{title} {code} {level}{base}{paragraphs}")));
        // A list goes on after the first number: `401.40 and 401.45`, `552a(j) and (k)`, `parts 160 and 164`.
        let mut at = whole.end();
        for _ in 0..12 {
            let rest = text.get(at..).unwrap_or_default();
            if !paragraphs.is_empty()
                && let Some(more) = MORE_PARAGRAPH.captures(rest)
            {
                cites.push((at, format!("{title} {code} {base}{}", group(&more, 1))));
                at += more.get(0).map_or(1, |whole| whole.end());
                continue;
            }
            let Some(more) = MORE.captures(rest) else { break };
            let number = group(&more, 2);
            let end = more.get(0).map_or(1, |whole| whole.end());
            let part = !level.is_empty();
            // The next number opens another citation (`, 12 U.S.C. 4515`) or is a year, if it has no point of its own.
            let after = rest.get(end..).unwrap_or_default().trim_start();
            let other_title = after.starts_with(['C', 'U', 'F', 'c']);
            if other_title || (!part && code == "CFR" && !number.contains('.')) {
                break;
            }
            cites.push((at, format!("{title} {code} {level}{number}{}", group(&more, 3))));
            at += end;
        }
    }
    for found in OF_TITLE.all(text) {
        let code = if group(&found, 5).starts_with(['U', 'u']) { "U.S.C." } else { "CFR" };
        let level = if group(&found, 1).to_lowercase().starts_with('p') { "part " } else { "" };
        let cite = format!("{} {code} {level}{}{}", group(&found, 4), group(&found, 2), group(&found, 3));
        cites.push((found.get(0).map_or(0, |whole| whole.start()), cite));
    }
    cites.sort_by_key(|(at, _)| *at);
    let mut unique: Vec<String> = Vec::with_capacity(cites.len());
    for (_, cite) in cites {
        if !unique.contains(&cite) {
            unique.push(cite);
        }
    }
    unique
}

/// `section 503.65 of title 46 of the Code of Federal Regulations`.
static OF_TITLE: Pattern = Pattern::new(
    r"(?i)\b(parts?|sections?)\s+(\d+(?:\.\d+)?)((?:\([0-9a-z]{1,4}\))*)(?:,| of)? (?:of )?title (\d{1,2})(?:,| of the| of)? (Code of Federal Regulations|CFR|United States Code)",
);
static REGISTER: Pattern = Pattern::new(
    r"(?i)\b(?:vol\.? ?)?(\d{1,3})\s*(?:F\.?\s?R\.?|Fed\.?\s?Reg\.?|Federal Register)\s*(\d{1,3},\d{3}|\d{1,6})",
);
static DATE: Pattern = Pattern::new(
    r"(?i)\b(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.? (\d{1,2}),? (\d{4})\b|\b(\d{1,2})[/\-](\d{1,2})[/\-](\d{2,4})\b|\b(\d{4})-(\d{2})-(\d{2})\b",
);

/// The Federal Register citations (`85 FR 33208`) in printed order.
pub(crate) fn register(text: &str) -> Vec<String> {
    register_at(text).into_iter().map(|(_, cite)| cite).collect()
}

/// `Federal Register Vol. 64, No. 100/Tuesday, May 25, 1999, page 21875`.
static ISSUE: Pattern =
    Pattern::new(r"(?i)\bvol(?:\.|ume)? (\d{1,3}),? no\.? \d{1,3}\b[^;]{0,60}?\bpages? (\d{2,6})");
static PAGES: Pattern = Pattern::new(r"^,? pp?\. ?(\d{2,6})");

fn register_at(text: &str) -> Vec<(usize, String)> {
    let mut cites: Vec<(usize, String)> = Vec::new();
    for found in REGISTER.all(text) {
        let behind = text.get(found.get(0).map_or(0, |whole| whole.end())..).unwrap_or_default();
        // `80 FR 140, pp. 43454-43456` gives the number of the issue first.
        let page = PAGES.captures(behind).map(|page| group(&page, 1).to_owned());
        let page = page.unwrap_or_else(|| group(&found, 2).replace(',', ""));
        let cite = format!("{} FR {page}", group(&found, 1));
        if cites.iter().all(|(_, known)| *known != cite) {
            cites.push((found.get(0).map_or(0, |whole| whole.start()), cite));
        }
    }
    for found in ISSUE.all(text) {
        let cite = format!("{} FR {}", group(&found, 1), group(&found, 2));
        if cites.iter().all(|(_, known)| *known != cite) {
            cites.push((found.get(0).map_or(0, |whole| whole.start()), cite));
        }
    }
    cites.sort_by_key(|(at, _)| *at);
    cites
}

/// Every date in the text, in printed order.
pub(crate) fn dates(text: &str) -> Vec<NaiveDate> {
    dates_at(text).into_iter().map(|(_, date)| date).collect()
}

fn dates_at(text: &str) -> Vec<(usize, NaiveDate)> {
    DATE.all(text)
        .iter()
        .filter_map(|found| {
            let number = |index| group(found, index).parse::<u32>().ok();
            let date = if let (Some(day), Some(year)) = (number(2), number(3)) {
                NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month(group(found, 1))?, day)
            } else if let (Some(month), Some(day), Some(year)) = (number(4), number(5), number(6)) {
                // Two digits: notices began in 1974.
                let year = if year >= 100 {
                    year
                } else if year >= 70 {
                    1900 + year
                } else {
                    2000 + year
                };
                NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
            } else {
                NaiveDate::from_ymd_opt(i32::try_from(number(7)?).ok()?, number(8)?, number(9)?)
            };
            Some((found.get(0)?.start(), date?))
        })
        .collect()
}

fn month(name: &str) -> Option<u32> {
    let name = name.get(..3)?.to_lowercase();
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    months.iter().position(|month| *month == name).and_then(|index| u32::try_from(index + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_sections_give_one_cite_each() {
        assert_eq!(
            regulations("our regulations at 20 CFR 401.40 and 401.45."),
            ["20 CFR 401.40", "20 CFR 401.45"]
        );
        assert_eq!(
            regulations("under 5 U.S.C. 552a(j) and (k), at 39 CFR 266.9 that"),
            ["5 U.S.C. 552a(j)", "5 U.S.C. 552a(k)", "39 CFR 266.9"]
        );
        assert_eq!(
            regulations("45 CFR parts 160 and 164, and 12 U.S.C. 4515"),
            ["45 CFR part 160", "45 CFR part 164", "12 U.S.C. 4515"]
        );
        assert_eq!(regulations("5 U.S.C. 552a (k)(2)"), ["5 U.S.C. 552a(k)(2)"]);
        assert_eq!(regulations("20 CFR 401.65(a)."), ["20 CFR 401.65(a)"]);
        assert_eq!(
            regulations("section 503.65 of title 46 of the Code of Federal Regulations"),
            ["46 CFR 503.65"]
        );
        assert_eq!(regulations("found at 41 CFR part 105-64.4."), ["41 CFR part 105-64.4"]);
    }

    #[test]
    fn history_gives_cites_and_dates_in_any_punctuation() {
        let usps = "August 4, 2020, 85 FR 47258; July 19, 2013; 78 FR 43247;";
        assert_eq!(register(usps), ["85 FR 47258", "78 FR 43247"]);
        assert_eq!(
            dates(usps),
            [NaiveDate::from_ymd_opt(2020, 8, 4), NaiveDate::from_ymd_opt(2013, 7, 19)].map(Option::unwrap)
        );
        let after = "55 FR 18949 (May 7, 1990); 81 Fed. Reg. 7,106 (Feb. 10, 2016)";
        assert_eq!(register(after), ["55 FR 18949", "81 FR 7106"]);
        assert_eq!(dates("Filed 4-14-16; 2019-03-05; 6/1/2020").len(), 3);
    }
}

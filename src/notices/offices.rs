//! Offices, officials and postal addresses in the words of a notice.

use super::model::Manager;
use super::pattern::{Pattern, group};
use super::piece::Paragraph;

/// An office as printed: its title, and its address where one is given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct OfficeText {
    /// The title or the office.
    pub title: String,
    /// The address; empty where none is printed.
    pub address: String,
}

static PHONE: Pattern = Pattern::new(
    r"(?i)[,;.]?\s*(?:\(?(?:telephone|phone|tel\.?|fax|facsimile)(?: number)?(?: is)?:?\s*)?(?:at\s+)?(?:1[-–])?\(?\d{3}\)?[\s\-–.]\d{3}[-–.]\d{4}\)?",
);
static MAIL_OR_WEB: Pattern = Pattern::new(
    r"(?i)[,;.]?\s*(?:e-?mail(?: address)?:?\s*)?(?:at\s+)?(?:[\w.+-]+@[\w-]+\.[\w.-]+\w|https?://\S+\w/?|www\.\S+\w)",
);
static STREET: Pattern = Pattern::new(
    r"(?i)^(?:\d|P\.? ?O\.? |Post Office Box|Box \d|Room\b|Rm\.? ?\d|Suite\b|Mail ?(?:stop|code)|M/?C ?\d|MS:? ?[\dA-Z]|Stop \d|One [A-Z]\w+ |Two [A-Z]\w+ |[A-Z]?\d)|\b(?:Building|Bldg\.?|Street|Avenue|Ave\.|Boulevard|Blvd\.?|Road|Drive|Parkway|Pike|Highway|Plaza|Annex|Tower|Suite \d+|Floor)\b|\bHeadquarters$",
);
/// What an agency's own name ends in; such a part opens the address, it is no part of the title.
static AGENCY: Pattern = Pattern::new(
    r"^(?:the )?(?:U\.?\s?S\.? |United States )?(?:[A-Z][\w&'’/.-]*,? |and |of |for |the |on )*(?:Agency|Administration|Commission|Service|Services|Board|Foundation|Corporation|Authority|Bureau|Corps|Archives|Enforcement|Protection|Guard|Survey|Institution|Institutes of Health|Army|Navy|Air Force|Marine Corps)(?: \([A-Z&/-]+\))?$|^(?:the )?(?:U\.?S\.? )?Department of (?:the )?[A-Z][\w ]+(?: \([A-Z]+\))?$|^(?:the )?(?:Bureau|Library|Centers|Council) (?:of|for|on) (?:the )?[A-Z][\w &]+$",
);
/// Words with which an office begins, and no agency: `Office of Field Service` is part of a title.
static OFFICE_FIRST: Pattern = Pattern::new(
    r"^(?i:the )?(?:Office|Division|Branch|Director|Directorate|Deputy|Chief|Assistant|Associate|Center|Section|Staff|Vice|Executive Director|Manager|Secretary|Commissioner|Administrator|Head|Privacy|Freedom|FOIA|FOI|Human|Inspector|Attention|Attn|Customer|Field|Program|Personnel|Information)\b",
);
static STATE_ZIP: Pattern = Pattern::new(
    r"\b(?:[A-Z]{2}|[A-Z]\.\s?[A-Z])\.?,? ?\d{5}(?:[-–‑]\d{4})?|\b(?:[A-Z][a-z]+ ?)+\d{5}(?:[-–‑]\d{4})?",
);
static ZIP: Pattern = Pattern::new(r"\b\d{5}(?:[-–‑]\d{4})?\b");

/// Whether the words have a postal address in them.
pub(crate) fn has_address(text: &str) -> bool {
    STATE_ZIP.is_in(text)
}

/// The words up to the end of the first address.
pub(crate) fn up_to_zip(text: &str) -> String {
    ZIP.find(text).and_then(|(_, end)| text.get(..end)).unwrap_or(text).to_owned()
}

/// Splits `Title, Office, Agency, Street, City ST 12345` into title and address.
pub(crate) fn office(text: &str, agency: &str) -> OfficeText {
    let text = without_contact(text);
    // What follows the ZIP code is no part of the address.
    let text = match ZIP.all(&text).last().and_then(|zip| zip.get(0)) {
        Some(zip) => text.get(..zip.end()).unwrap_or(&text).to_owned(),
        None => text,
    };
    let text = text.trim().trim_end_matches(['.', ',', ';', ' ']).replace("; ", ", ");
    if let Some(found) = turned(&text, agency) {
        return found;
    }
    let parts: Vec<&str> = text.split(',').map(|part| part.trim().trim_end_matches(['.', ' '])).collect();
    if !ZIP.is_in(&text) && parts.len() > 1 && parts.last().is_some_and(|last| TITLE_FIRST.is_in(last)) {
        // `Department of X, Headquarters, Privacy Act Officer`: an office by its place in the house, and no address.
        return OfficeText { title: tidy(&text), address: String::new() };
    }
    // What stands before the agency's own name is part of the title, unless a department has agencies of its own.
    let own = parts.iter().skip(1).position(|part| is_own(part, agency)).map(|at| at + 1);
    let department = DEPARTMENT.is_in(agency.trim());
    // `Loan Services` is an office of a department, `Health and Human Services` is none.
    static OF_SERVICES: Pattern = Pattern::new(r"^(?:\p{Lu}[\w&-]* ){1,3}Services$");
    let mut from = 0;
    let mut cut = None;
    for (index, part) in text.split(',').enumerate() {
        let words = part.trim().trim_end_matches(['.', ' ']);
        let within = own.is_some_and(|own| index < own && (!department || OF_SERVICES.is_in(words)));
        let agency_here = is_own(words, agency) || (!within && is_agency(words));
        let begins =
            STREET.is_in(words) || (index > 0 && (agency_here || words.starts_with("Headquarters ")));
        if begins && (index > 0 || !STREET_INSIDE.is_in(words)) {
            cut = Some(from);
            break;
        }
        if index == 0
            && let Some((title_end, _)) = STREET_INSIDE.find(part)
        {
            // The comma between title and street is missing.
            cut = Some(from + title_end);
            break;
        }
        from += part.len() + 1;
    }
    match cut {
        Some(cut) => OfficeText {
            title: tidy(text.get(..cut).unwrap_or_default()),
            address: once(&tidy(text.get(cut..).unwrap_or_default())),
        },
        None => OfficeText { title: tidy(&text), address: String::new() },
    }
}

/// The address with its first part once: a sentence may name the agency with the title and again with the address.
fn once(address: &str) -> String {
    let twice = address.split_once(", ").filter(|(first, rest)| rest.starts_with(&format!("{first},")));
    twice.map_or_else(|| address.to_owned(), |(_, rest)| rest.to_owned())
}

/// An office that stands behind its agency (`Department of X, Director, Office of Y, 1 Street`) or behind `Attn:`.
fn turned(text: &str, agency: &str) -> Option<OfficeText> {
    static ATTENTION: Pattern = Pattern::new(r"^(?i:attn|attention)\b[.:]?\s*");
    let parts: Vec<&str> = text.split(", ").collect();
    // The code of a mail room behind `ATTN:` is no title.
    static CODE: Pattern = Pattern::new(r"^(?i:attn|attention)\b[.:]?\s*[A-Z0-9/.-]+$");
    let attention = parts.iter().position(|part| ATTENTION.is_in(part) && !CODE.is_in(part));
    let (begins, ends) = match attention {
        Some(at) if at + 1 < parts.len() => (at, at + 1),
        Some(_) => return None,
        None => {
            let first = parts.first()?;
            let titled = parts.get(1).is_some_and(|part| TITLE_FIRST.is_in(part));
            if !((is_own(first, agency) || is_agency(first)) && titled && !OFFICE_FIRST.is_in(first)) {
                return None;
            }
            let street = parts.iter().skip(1).position(|part| STREET.is_in(part) || ZIP.is_in(part))? + 1;
            // Codes of mail rooms are no part of the title.
            let coded = parts.iter().skip(1).position(|part| !part.contains(' ') && part.contains('/'));
            (1, coded.map_or(street, |at| street.min(at + 1)))
        }
    };
    let title = parts.get(begins..ends)?.join(", ");
    let address: Vec<&str> = parts.get(..begins)?.iter().chain(parts.get(ends..)?).copied().collect();
    let title = tidy(&ATTENTION.replace(&title, ""));
    (!title.is_empty()).then(|| OfficeText { title, address: tidy(&address.join(", ")) })
}

/// Words with which an official's title begins.
static TITLE_FIRST: Pattern = Pattern::new(
    r"^(?i:the )?(?:Director|Chief|Manager|Deputy|Assistant|Associate|Administrator|Commissioner|Secretary|Privacy|FOIA|Freedom of Information|(?:Disclosure|Records|Information) Officer|General Counsel|Executive|Head|Officer)\b",
);

/// A house number after words, with a street name after it.
static STREET_INSIDE: Pattern = Pattern::new(r"\s(?:\d{1,5}\s+[\p{Lu}\d][\w'’.]*|P\.? ?O\.? Box)\s?");

static DEPARTMENT: Pattern = Pattern::new(r"^(?i:the )?(?:U\.?\s?S\.? |United States )?Department\b");

/// Whether the words are the name of the notice's own agency, its short name, or the name with an office's code.
fn is_own(words: &str, agency: &str) -> bool {
    static SHORT: Pattern = Pattern::new(r"\(([A-Z]{2,8})\)");
    static COUNTRY: Pattern = Pattern::new(r"^(?i:the )?(?i:U\.?\s?S\.? |United States )?");
    let plain = |text: &str| COUNTRY.replace(text.trim_end_matches(['.', ' ']), "").to_lowercase();
    let name = agency.split(['(', ',']).next().unwrap_or_default().trim();
    if name.is_empty() {
        return false;
    }
    let initials: String = name
        .split_whitespace()
        .filter(|word| !matches!(word.to_lowercase().as_str(), "of" | "the" | "and" | "for" | "on"))
        .filter_map(|word| word.chars().next().filter(|c| c.is_uppercase()))
        .collect();
    let printed = SHORT.captures(agency).map(|found| group(&found, 1).to_owned());
    let bare = words.split(['—', '/']).next().unwrap_or(words).trim();
    plain(bare) == plain(name)
        || printed.is_some_and(|short| short == bare)
        || (initials.chars().count() >= 3 && initials == bare)
}

/// Whether the words are the name of some agency.
fn is_agency(words: &str) -> bool {
    AGENCY.is_in(words) && !OFFICE_FIRST.is_in(words)
}

fn tidy(text: &str) -> String {
    static BEFORE_COMMA: Pattern = Pattern::new(r"\s+,");
    let text = BEFORE_COMMA.replace(text.trim(), ",");
    text.trim_matches([',', ';', ' ', '“', '”']).trim_end_matches(':').to_owned()
}

fn without_contact(text: &str) -> String {
    let text = MAIL_OR_WEB.replace(text, "");
    PHONE.replace(&text, "")
}

/// The managers that a section names.
pub(crate) fn managers(paragraphs: &[Paragraph], agency: &str) -> Vec<Manager> {
    if let Some(lines) = address_block(paragraphs) {
        return vec![block_manager(&lines, agency)];
    }
    let mut managers: Vec<Manager> = Vec::new();
    for paragraph in paragraphs {
        static ADDRESS_IS: Pattern = Pattern::new(
            r"\.\s+(?:The|Their|His|Her|Its)?\s*(?i:business |mailing |office |postal )?(?i:address)(?:es)? (?:is|are):?\s+",
        );
        let joined = ADDRESS_IS.replace(&without_remarks(&paragraph.joined()), "\u{2}");
        for part in parts(&joined) {
            let (scope, part) = without_lead(&part);
            let found = match part.split_once('\u{2}') {
                // The sentence itself says where the address begins.
                Some((title, address)) => OfficeText {
                    title: tidy(title),
                    address: tidy(without_contact(address).trim().trim_end_matches('.')),
                },
                None => office(&part, agency),
            };
            let found = OfficeText { title: without_article(&found.title), ..found };
            if found.title.is_empty() && found.address.is_empty() {
                continue;
            }
            match managers.last_mut() {
                // An address on its own belongs to the title before it.
                Some(last) if found.title.is_empty() && last.address.is_empty() => {
                    last.address = found.address
                }
                Some(last) if last.address.is_empty() && !has_address(&part) && managers_line(&part) => {
                    last.title = format!("{}, {}", last.title, found.title);
                }
                _ => managers.push(Manager { title: found.title, address: found.address, scope }),
            }
        }
    }
    managers.retain(|manager| {
        manager.title.len() <= 300 && !(manager.title.is_empty() && manager.address.is_empty())
    });
    managers
}

/// A section on managers without what only says where addresses are listed, and that someone is the manager.
fn without_remarks(words: &str) -> String {
    static APPENDIX: Pattern = Pattern::new(
        r"(?i)\s*\((?:see|refer to|for addresses)[^()]*\bappendi(?:x|ces)\b[^()]*\)|,?\s*see (?:the )?(?:\w+ )?appendi(?:x|ces)\b[^.;]*",
    );
    static LISTED: Pattern = Pattern::new(
        r"\s*(?:The|Their|Its) (?i:(?:business |mailing )?address(?:es)?)\b[^.]{0,60}? (?:is|are) (?:listed|given|shown|found|provided|set out) [^.]*\.?",
    );
    static IS_MANAGER: Pattern = Pattern::new(r"\s+(?:is|are) the (?i:system (?:managers?|owners?))\b[^.;]*");
    let words = LISTED.replace(&APPENDIX.replace(words, ""), "");
    // `The system manager is the …` begins with the same words, and names whom it means behind them.
    IS_MANAGER.replace(&words, "")
}

fn without_article(title: &str) -> String {
    static ARTICLE: Pattern = Pattern::new(r"^(?:The|the)\s+(?:(?:appropriate|applicable|respective)\s+)?");
    ARTICLE.replace(title, "")
}

/// A short line without a sentence, as in a block of address lines.
fn managers_line(part: &str) -> bool {
    part.len() < 60 && !part.ends_with('.')
}

/// The lines, where a section is one block of short lines and not running text.
pub(crate) fn address_block(paragraphs: &[Paragraph]) -> Option<Vec<String>> {
    let printed: Vec<&str> =
        paragraphs.iter().flat_map(|paragraph| paragraph.lines.iter()).map(|line| line.trim()).collect();
    let lines: Vec<String> = printed.iter().map(|line| line.trim_end_matches(',').to_owned()).collect();
    let short = lines.iter().all(|line| line.chars().count() <= 64);
    let before_last = || printed.iter().rev().skip(1);
    let commas = before_last().filter(|line| line.ends_with(',')).count();
    // A narrow column breaks running text anywhere; a block breaks between its parts.
    let running = before_last().any(|line| line.ends_with(['.', ';', ':']))
        || (commas > 0 && commas + 1 < printed.len())
        || printed.iter().any(|line| line.starts_with(char::is_lowercase))
        || (commas == 0 && before_last().filter(|line| line.contains(", ")).count() >= 2);
    let zip_last = lines.last().is_some_and(|line| ZIP.is_in(line));
    (lines.len() >= 3 && short && !running && zip_last).then_some(lines)
}

/// An office block over several lines: the agency opens the address, offices are the title, the rest is the address.
fn block_manager(lines: &[String], agency: &str) -> Manager {
    let mut title: Vec<&str> = Vec::new();
    let mut address: Vec<&str> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let line = line.trim_end_matches('.');
        let in_street = address.iter().any(|part| STREET.is_in(part));
        let agency_here = is_own(line, agency) || is_agency(line);
        if in_street || STREET.is_in(line) || agency_here || index + 1 == lines.len() {
            address.push(line);
        } else {
            title.push(line);
        }
    }
    if title.is_empty() && !address.is_empty() {
        title.push(address.remove(0));
    }
    Manager { title: title.join(", "), address: address.join(", "), scope: None }
}

/// Several offices in one paragraph: parted by a semicolon, or `and`, after a ZIP code.
fn parts(text: &str) -> Vec<String> {
    static AFTER_ZIP: Pattern =
        Pattern::new(r"(\d{5}(?:[-–‑]\d{4})?)[.;,]*\s*(?:;|\band\b|\.)\s+(?:and\s+)?(\p{Lu})");
    let marked = AFTER_ZIP.replace(text, "$1\u{1}$2");
    let pieces: Vec<String> = marked.split('\u{1}').map(|part| part.trim().to_owned()).collect();
    // A sentence after the address that names no other address and no official is a remark, such as a telephone number.
    let mut kept: Vec<String> = Vec::new();
    for (index, piece) in pieces.into_iter().enumerate() {
        if index == 0 || has_address(&piece) || is_official(&piece) {
            kept.extend(each_official(piece));
        }
    }
    kept
}

/// Whether a piece without an address is an official and no remark.
fn is_official(piece: &str) -> bool {
    static OFFICIAL: Pattern = Pattern::new(
        r"^(?:(?:The|Each|and|the)\s+)*(?:appropriate |applicable |respective )?(?:[\p{Lu}&/-][\w&/.-]*,? |of |and |for |the ){0,6}(?:Directors?|Managers?|Officers?|Chiefs?|Administrators?|Commissioners?|Superintendents?|Commanders?|Postmasters?|Secretary|Secretaries|Counsel)\b",
    );
    static REMARK: Pattern = Pattern::new(
        r"\b(?i:is|are|may|can|will|should|must|shall)\b|^(?i:contact|telephone|phone|fax|e-?mail|for |see |write|inquir)",
    );
    piece.len() < 160 && OFFICIAL.is_in(piece) && !REMARK.is_in(piece)
}

/// Officials parted by semicolons, none of whom has an address of his own.
fn each_official(piece: String) -> Vec<String> {
    if piece.contains(';') && !has_address(&piece) {
        let each: Vec<String> =
            piece.split(';').map(|one| one.trim().trim_start_matches("and ").trim().to_owned()).collect();
        if each.iter().all(|one| TITLE_FIRST.is_in(one)) {
            return each;
        }
    }
    vec![piece]
}

/// The scope that leads to a title (`For records of lamps:`), and the part without it, without a list number and without
/// words such as `The system manager is the`.
fn without_lead(part: &str) -> (Option<String>, String) {
    static SCOPE: Pattern =
        Pattern::new(r"^(?:For|As to|Regarding|Concerning)\s+(?:the\s+)?([^:,]{3,120})[:,]\s*");
    // `Headquarters: …`, `Field offices: …`: where each keeps its part.
    static PLACE: Pattern = Pattern::new(
        r"^((?i:headquarters|(?:field|regional|central|district|local|area|national|overseas) (?:offices?|activit(?:y|ies)|sites?)))\s*:\s+",
    );
    // What the armed forces call one who sets policy and one who keeps the records.
    static ROLE: Pattern = Pattern::new(r"^(?i:policy officials?|record holders?(?: manager)?)\s*:\s+");
    // `… for records that are kept in the regional offices` behind a title without an address.
    static PART: Pattern = Pattern::new(
        r"^(\p{Lu}[^,;]{3,80}?|The [^,;]{3,80}?) for (?:the )?(records (?:maintained|kept|located|held|stored|in) [^.;]{3,80})$",
    );
    static SENTENCE: Pattern = Pattern::new(
        r"^(?i:(?:\(?\d{1,2}[.)]|\([a-z]\)|[a-z]\.)\s+)|^(?i:(?:the )?(?:system |business )?(?:manager|owner|address|point of contact)s?(?: for [^,.:]{3,80}?)?(?: is| are)?:?\s+(?:the )?)",
    );
    static MARK: Pattern = Pattern::new(r"^(?:\(?\d{1,2}[.)]|\([a-z]\)|[a-z]\.)\s+");
    static DELETE: Pattern = Pattern::new(r"^(?i:delete entry and replace with)\s*[“\x22]?|[”\x22]$");
    static SCOPED: Pattern = Pattern::new(
        r"^(?i:the )?(?:system |System )?(?i:manager|owner)s? for (?:the )?([^,.:]{3,80}?)(?: is| are|:)",
    );
    let part = MARK.replace(DELETE.replace(part, "").trim(), "");
    let part = ROLE.replace(part.trim(), "");
    if let Some(found) = PART.captures(part.trim().trim_end_matches('.')).filter(|_| !has_address(&part)) {
        return (Some(group(&found, 2).to_owned()), group(&found, 1).to_owned());
    }
    let scope = [&SCOPE, &SCOPED, &PLACE]
        .iter()
        .find_map(|pattern| pattern.captures(part.trim()))
        .map(|found| group(&found, 1).trim().to_owned())
        .filter(|scope| !scope.ends_with("system") && !scope.ends_with("system of records"));
    let part = PLACE.replace(&SCOPE.replace(part.trim(), ""), "");
    (scope, SENTENCE.replace(part.trim(), "").trim().to_owned())
}

/// The places where records are, as printed parts.
pub(crate) fn locations(paragraphs: &[Paragraph]) -> Vec<String> {
    if let Some(lines) = address_block(paragraphs) {
        let lines: Vec<&str> = lines.iter().map(|line| line.trim_end_matches('.')).collect();
        return vec![lines.join(", ")];
    }
    paragraphs
        .iter()
        .flat_map(|paragraph| {
            let joined = paragraph.joined();
            joined
                .split(';')
                .map(|part| part.trim().trim_start_matches("and ").trim_end_matches('.').trim().to_owned())
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
        })
        .collect()
}

/// The title without what merely points to it: `the`, a closing comma.
pub(crate) fn bare_title(title: &str) -> String {
    static ARTICLE: Pattern = Pattern::new(r"^(?i:the|an?|our|their|its)\s+");
    tidy(&ARTICLE.replace(title.trim(), ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str, agency: &str) -> (String, String) {
        let managers = managers(&[Paragraph::of(text)], agency);
        assert_eq!(managers.len(), 1, "{managers:?}");
        (managers[0].title.clone(), managers[0].address.clone())
    }

    #[test]
    fn a_title_ends_where_the_agency_or_the_street_begins() {
        assert_eq!(
            one(
                "Vice President, Human Resource , United States Postal Service, 475 L’Enfant Plaza SW, Washington, DC 20260-4135.",
                "Postal Service"
            ),
            (
                "Vice President, Human Resource".to_owned(),
                "United States Postal Service, 475 L’Enfant Plaza SW, Washington, DC 20260-4135".to_owned()
            )
        );
        assert_eq!(
            one(
                "Director, Financial Division, Office of the Executive Director, Federal Sample Commission, 88 Nowhere Street NE, Washington, DC 20426, (202) 555–0119.",
                ""
            ),
            (
                "Director, Financial Division, Office of the Executive Director".to_owned(),
                "Federal Sample Commission, 88 Nowhere Street NE, Washington, DC 20426".to_owned()
            )
        );
        assert_eq!(
            one(
                "For records of computer access: Chief Officer, 12 Nowhere Plaza SW, Washington, DC 20260.",
                ""
            ),
            ("Chief Officer".to_owned(), "12 Nowhere Plaza SW, Washington, DC 20260".to_owned())
        );
        assert_eq!(
            office("Sales and Customer Relations 475 L'Enfant Plaza SW, Washington, DC 20260.", ""),
            OfficeText {
                title: "Sales and Customer Relations".to_owned(),
                address: "475 L'Enfant Plaza SW, Washington, DC 20260".to_owned()
            }
        );
    }

    #[test]
    fn a_block_of_lines_gives_offices_and_address() {
        let lines = [
            "Sample Administration",
            "Deputy Commissioner of Systems",
            "Office of Support",
            "Old Building",
            "64 Nowhere Boulevard",
            "Baltimore, MD 21235.",
        ];
        let paragraphs: Vec<_> = lines.iter().map(|line| Paragraph::of(*line)).collect();
        let managers = managers(&paragraphs, "Sample Administration (SA)");
        assert_eq!(
            managers,
            [Manager {
                title: "Deputy Commissioner of Systems, Office of Support".to_owned(),
                address: "Sample Administration, Old Building, 64 Nowhere Boulevard, Baltimore, MD 21235"
                    .to_owned(),
                scope: None,
            }]
        );
    }
}

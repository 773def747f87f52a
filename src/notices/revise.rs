//! From a read notice to revisions: whose system it is, and from which day it holds.

use chrono::{Days, NaiveDate};

use super::cites;
use super::model::{Notice, ReadNotice, Revision, SystemText};
use super::pattern::{Pattern, group};

/// The revisions that a notice makes, one for each of its systems.
///
/// `agencies` holds the short name of each agency with the names it is printed under; a notice of none of them gets the
/// short name that its printed name folds to.
///
/// Effective from, in this order: the day that DATES names; the day of publication, and 30 days more where DATES says so;
/// the day after filing where the document does not tell its publication (30 days more likewise); the day after the
/// newest entry of any HISTORY in the notice took effect (that entry, 30 days more likewise, and one day), and `source`
/// says that this day is assumed, so that an undated notice is a later revision than everything that it says it follows;
/// for a text that tells no day at all, the day on which the Privacy Act came into force, 1975-09-27, likewise said.
pub fn revisions_of(notice: &ReadNotice, agencies: &[(&str, &[&str])]) -> Vec<Revision> {
    notice
        .systems
        .iter()
        .map(|system| {
            let (effective_from, assumed) = effective(notice);
            let document = notice.notice.fr_doc.clone().unwrap_or_else(|| notice.file.clone());
            Revision {
                agency: agency_of(&notice.notice.agency, system, agencies),
                agency_name: Some(notice.notice.agency.trim().to_owned()).filter(|name| !name.is_empty()),
                effective_from,
                source: match assumed {
                    Some(why) => format!("{document} ({why})"),
                    None => document,
                },
                published_words: true,
                cite: notice
                    .notice
                    .fr_cite
                    .clone()
                    .or_else(|| notice.notice.fr_doc.as_ref().map(|doc| format!("FR Doc. {doc}"))),
                system: system.clone(),
            }
        })
        .collect()
}

fn effective(read: &ReadNotice) -> (NaiveDate, Option<&'static str>) {
    let notice: &Notice = &read.notice;
    static NAMED: Pattern = Pattern::new(
        r"(?i)(?:effective|applicable)\b[^.]{0,80}?\bon\s+((?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, ?\d{4}|\d{4}-\d{2}-\d{2})",
    );
    static THIRTY: Pattern = Pattern::new(
        r"(?i)(?:effective|applicable)\b[^.]{0,80}?\b(?:30|thirty)(?: \(30\))? (?:calendar )?days (?:after|from|following)",
    );
    let dates = notice.dates.as_deref().unwrap_or_default();
    if let Some(day) = NAMED.captures(dates).and_then(|found| cites::dates(group(&found, 1)).first().copied())
    {
        return (day, None);
    }
    let more = if THIRTY.is_in(dates) { 30 } else { 0 };
    let later = |day: NaiveDate, days: u64| day.checked_add_days(Days::new(days)).unwrap_or(day);
    if let Some(day) = notice.published {
        return (later(day, more), None);
    }
    if let Some(day) = notice.filed {
        return (later(day, 1 + more), Some("its day is assumed: published the day after filing"));
    }
    let histories = read.systems.iter().filter_map(|system| system.section("history"));
    match histories.flat_map(cites::dates).max() {
        Some(day) => (
            later(day, 1 + more),
            Some("its day is assumed: after the newest entry of its history took effect"),
        ),
        None => (
            NaiveDate::from_ymd_opt(1975, 9, 27).unwrap_or_default(),
            Some("it tells no date: taken as in force from the first day of the Privacy Act"),
        ),
    }
}

fn agency_of(printed: &str, system: &SystemText, agencies: &[(&str, &[&str])]) -> String {
    let haystack = fold(printed);
    let manager = system.managers.first().map(|manager| fold(&manager.address)).unwrap_or_default();
    for text in [&haystack, &manager] {
        // The agency that is named first is the one whose notice it is.
        let named = agencies
            .iter()
            .filter_map(|(id, names)| {
                let place = names.iter().filter_map(|name| text.find(&fold(name))).min()?;
                Some((place, *id))
            })
            .min();
        if let Some((_, id)) = named {
            return id.to_owned();
        }
        if !text.is_empty() && !haystack.is_empty() {
            break;
        }
    }
    let short: String = printed
        .split([',', '('])
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .filter(|word| !matches!(word.to_lowercase().as_str(), "of" | "the" | "and" | "for"))
        .filter_map(|word| word.chars().next())
        .filter(|c| c.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect();
    // Initials may be those of an agency that the notice is not of, and requests must never be routed by them.
    match short.as_str() {
        "" => "other".to_owned(),
        taken if agencies.iter().any(|(id, _)| *id == taken) => format!("{taken}-other"),
        _ => short,
    }
}

fn fold(text: &str) -> String {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

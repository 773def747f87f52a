//! Systems of records: the library, one system with its cases, two revisions side by side, putting facts right.

use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::sync::Arc;
use uuid::Uuid;

use super::rulebooks::checked_reason;
use super::{
    CaseOfSystem, Comparison, Desk, FactPlace, FoundWords, LibraryAgencyView, NoticeCorrectionView,
    OfficeTimes, OfficeView, RevisionRow, SectionComparison, SystemRow, SystemView, SystemsPage,
    SystemsQuery,
};
use crate::error::Refusal;
use crate::law::AgencyId;
use crate::notices::{self, Catalogue, Corrected, NoticeCorrection, NotificationRule, Place, Revision};
use crate::store::{ClosedCase, LIBRARY_PAGE, LibraryFilter, LibraryRevision, LibrarySystem, StoredRow};

/// The longest search, in characters.
const LONGEST_SEARCH: usize = 200;
/// The longest sentence that is shown whole, in characters.
const LONGEST_QUOTE: usize = 220;

impl Desk {
    /// A page of the library; with words, the systems whose newest revision has them all, best first.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn systems(&self, query: &SystemsQuery) -> Result<SystemsPage, Refusal> {
        let room = &self.room;
        let search: String =
            query.search.as_deref().unwrap_or_default().chars().take(LONGEST_SEARCH).collect();
        let agencies = match &query.agency {
            Some(agency) => vec![agency.to_string()],
            None if query.all_agencies => Vec::new(),
            None => room.agencies.iter().map(AgencyId::to_string).collect(),
        };
        let page = room
            .store
            .library(&LibraryFilter { agencies, search: search.clone(), after: query.after })
            .await?;
        let words: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
        let shown = u32::try_from(page.systems.len()).unwrap_or(LIBRARY_PAGE);
        let next = query.after.saturating_add(shown);
        let rows = page.systems.into_iter().map(|system| row(system, &words)).collect();
        Ok(SystemsPage {
            rows,
            total: page.total,
            next_page: (shown > 0 && next < page.total).then_some(next),
        })
    }

    /// The agencies whose systems the library holds, those of the desk first.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn library_agencies(&self) -> Result<Vec<LibraryAgencyView>, Refusal> {
        let mut agencies = Vec::new();
        for agency in self.room.store.library_agencies().await? {
            let id = AgencyId::new(agency.agency);
            agencies.push(LibraryAgencyView {
                ours: self.room.agencies.contains(&id),
                name: self.agency_name(&id, &agency.name),
                systems: agency.systems,
                id,
            });
        }
        agencies.sort_by_key(|agency| (!agency.ours, agency.name.clone()));
        Ok(agencies)
    }

    /// One system as it stands on a day, with its cases; without a day, as it stands now.
    ///
    /// # Errors
    /// Where the library has no such system.
    pub async fn system(&self, number: &str, on: Option<NaiveDate>) -> Result<SystemView, Refusal> {
        let (system, corrections) = self.one_system(number).await?;
        let today = self.clock.today();
        let revision = system.in_force(number, on.unwrap_or(today)).ok_or_else(|| no_such_system(number))?;
        let cases = self.room.store.cases_of_system(&revision.system.number, &self.viewer()).await?;
        let mut facts = revision.system.clone();
        let mut put_right = Vec::new();
        for correction in system.corrections_of(number, on.unwrap_or(today), &corrections) {
            let as_read = correction.corrected.apply(&mut facts);
            let made_in = correction.effective_from;
            put_right.push(NoticeCorrectionView {
                correction: correction.clone(),
                as_read,
                carried_from: (made_in != revision.effective_from).then_some(made_in),
            });
        }
        let agency = AgencyId::new(revision.agency.clone());
        let in_force = |day: NaiveDate| system.in_force(number, day).map(|revision| revision.effective_from);
        Ok(SystemView {
            agency_name: self.agency_name(&agency, revision.agency_name.as_deref().unwrap_or_default()),
            agency,
            number: facts.number,
            name: facts.name,
            rescinded: facts.rescinded,
            revision: revision_row(revision),
            revisions: system.revisions(number).iter().map(revision_row).collect(),
            managers: facts.managers,
            locations: facts.locations,
            offices: facts.notification.into_iter().map(office_view).collect(),
            retrieval_identifiers: facts.retrieval_identifiers,
            access_cites: facts.access_cites,
            contest_cites: facts.contest_cites,
            exemptions: facts.exemptions,
            history: facts.history,
            places: places(facts.places, &put_right),
            sections: facts.sections,
            not_understood: facts.not_understood,
            corrections: put_right,
            open_cases: open_cases(cases.open, |received| in_force(received) != in_force(today)),
            times: times(cases.closed),
        })
    }

    /// Two revisions of a system, word by word.
    ///
    /// # Errors
    /// Where the library has no such system or revisions.
    pub async fn compare(
        &self,
        number: &str,
        older: NaiveDate,
        newer: NaiveDate,
    ) -> Result<Comparison, Refusal> {
        let (system, _) = self.one_system(number).await?;
        let revisions = system.revisions(number);
        let of = |day: NaiveDate| {
            revisions.iter().find(|revision| revision.effective_from == day).ok_or_else(|| {
                Refusal::not_found(format!("The library has no revision of {number} of {day}."))
            })
        };
        let (older, newer) = (of(older)?, of(newer)?);
        let sections = notices::compare(&older.system, &newer.system)
            .into_iter()
            .map(|section| SectionComparison {
                key: section.key,
                heading: section.heading,
                changed: section.changed,
                runs: section.runs,
            })
            .collect();
        Ok(Comparison {
            number: newer.system.number.clone(),
            older: revision_row(older),
            newer: revision_row(newer),
            sections,
        })
    }

    /// Puts a fact of a revision right. The published words stay; the ledger keeps who did it and why.
    ///
    /// # Errors
    /// Where there is no such revision, the reason is missing, or the fact cannot be one of a notice.
    pub async fn correct_notice(
        &self,
        number: &str,
        effective_from: NaiveDate,
        corrected: Corrected,
        reason: &str,
    ) -> Result<SystemView, Refusal> {
        let reason = checked_reason(reason)?;
        corrected.check()?;
        let (system, _) = self.one_system(number).await?;
        let revisions = system.revisions(number);
        let Some(revision) = revisions.iter().find(|one| one.effective_from == effective_from) else {
            return Err(Refusal::not_found(format!(
                "The library has no revision of {number} of {effective_from}. Nothing was changed."
            )));
        };
        let stamp = super::stamp(&self.member.staff, self.clock);
        let correction = NoticeCorrection {
            id: Uuid::now_v7().to_string(),
            number: revision.system.number.clone(),
            effective_from,
            corrected,
            reason: reason.to_owned(),
            by: stamp.by.clone(),
            on: stamp.on,
        };
        self.room.store.save_notice_correction(&correction, &stamp).await?;
        self.read_catalogue_anew().await?;
        self.system(number, Some(effective_from)).await
    }

    /// Takes a correction back: the fact is again as the program read it.
    ///
    /// # Errors
    /// Where there is no such correction, or the reason is missing.
    pub async fn withdraw_notice_correction(&self, id: &str, reason: &str) -> Result<(), Refusal> {
        let reason = checked_reason(reason)?;
        let stamp = super::stamp(&self.member.staff, self.clock);
        if !self.room.store.withdraw_notice_correction(id, reason, &stamp).await? {
            return Err(Refusal::not_found(
                "That correction is not in force: it was withdrawn, or another took its place. Nothing was changed.",
            ));
        }
        self.read_catalogue_anew().await
    }

    /// A system with all its revisions as read, and the corrections of them.
    async fn one_system(&self, number: &str) -> Result<(Catalogue, Vec<NoticeCorrection>), Refusal> {
        let room = &self.room;
        // An earlier number of a system leads to the one that took its place.
        let catalogue = Arc::clone(&*room.catalogue.read().await);
        let number = catalogue
            .revisions(number)
            .last()
            .map_or(number.to_owned(), |revision| revision.system.number.clone());
        let known = room.built_in_systems.revisions(&number).to_vec();
        let system = Catalogue::new(known).with(room.store.revisions_of(&number).await?);
        // A correction keeps the number that its revision had.
        let mut numbers: Vec<&str> = vec![&number];
        for revision in system.revisions(&number) {
            let had = [Some(revision.system.number.as_str()), revision.system.prior_number.as_deref()];
            numbers.extend(had.into_iter().flatten());
        }
        let mut keys: Vec<String> = numbers.into_iter().map(notices::number_key).collect();
        keys.sort_unstable();
        keys.dedup();
        let mut corrections = Vec::new();
        for key in keys {
            corrections.extend(room.store.notice_corrections(Some(&key)).await?);
        }
        Ok((system, corrections))
    }

    fn agency_name(&self, agency: &AgencyId, printed: &str) -> String {
        match self.room.built_in.rulebook(agency) {
            Ok(book) => book.name().to_owned(),
            Err(_) if printed.is_empty() => agency.to_string(),
            Err(_) => printed.trim_end_matches('.').to_owned(),
        }
    }
}

fn row(system: LibrarySystem, words: &[String]) -> SystemRow {
    SystemRow {
        found: found(&system, words),
        agency: AgencyId::new(system.agency),
        number: system.number,
        name: system.name,
        rescinded: system.rescinded,
        revisions: system
            .revisions
            .into_iter()
            .map(|LibraryRevision { effective_from, source, published_words, cite }| RevisionRow {
                effective_from,
                source,
                published_words,
                cite,
            })
            .collect(),
    }
}

/// The first sentence that has the most of the words; nothing where number and name have them all.
fn found(system: &LibrarySystem, words: &[String]) -> Option<FoundWords> {
    let title = format!("{} {}", system.number, system.name).to_lowercase();
    if words.iter().all(|word| title.contains(word.as_str())) {
        return None;
    }
    let mut best: Option<(usize, &str, &str)> = None;
    let count = |text: &str| {
        let lower = text.to_lowercase();
        words.iter().filter(|word| lower.contains(word.as_str())).count()
    };
    'sections: for (heading, text) in &system.sections {
        // Sentences are parted only where the section can have a better one than was found.
        if count(text) <= best.map_or(0, |(most, ..)| most) {
            continue;
        }
        for sentence in notices::sentences(text) {
            let has = count(sentence);
            if has > best.map_or(0, |(most, ..)| most) {
                best = Some((has, heading, sentence));
                if has == words.len() {
                    break 'sections;
                }
            }
        }
    }
    best.map(|(_, heading, sentence)| FoundWords {
        heading: heading.trim_end_matches(':').to_owned(),
        quote: shortened(sentence, words),
    })
}

/// A long sentence from a little before the first word that was searched.
fn shortened(sentence: &str, words: &[String]) -> String {
    let letters: Vec<char> = sentence.chars().collect();
    if letters.len() <= LONGEST_QUOTE {
        return sentence.to_owned();
    }
    let lower = sentence.to_lowercase();
    let first = words.iter().filter_map(|word| lower.find(word.as_str())).min().unwrap_or(0);
    let at = lower.get(..first).map_or(0, |head| head.chars().count());
    let from = match at.saturating_sub(LONGEST_QUOTE / 3) {
        near if near < 12 => 0,
        far => letters.iter().skip(far).position(|letter| *letter == ' ').map_or(far, |gap| far + gap + 1),
    };
    let shown: String = letters.iter().skip(from).take(LONGEST_QUOTE).collect();
    let whole = shown.rsplit_once(' ').map_or(shown.as_str(), |(head, _)| head);
    let (before, after) =
        (if from > 0 { "… " } else { "" }, if from + LONGEST_QUOTE < letters.len() { " …" } else { "" });
    format!("{before}{}{after}", if after.is_empty() { &shown } else { whole })
}

fn open_cases(rows: Vec<StoredRow>, earlier: impl Fn(NaiveDate) -> bool) -> Vec<CaseOfSystem> {
    rows.into_iter()
        .map(|row| CaseOfSystem {
            earlier_revision: earlier(row.values.received),
            number: row.number,
            requester: row.values.requester,
            state: row.values.state,
            next: row.values.next_words,
            next_by: row.values.next_by,
        })
        .collect()
}

/// How long closed cases took, by office; the office with the most cases first.
fn times(closed: Vec<ClosedCase>) -> Vec<OfficeTimes> {
    let mut by_office: BTreeMap<Option<String>, Vec<(u32, NaiveDate)>> = BTreeMap::new();
    for case in closed {
        let days = (case.closed_on - case.received).num_days();
        let days = u32::try_from(days).unwrap_or(0);
        by_office.entry(case.office).or_default().push((days, case.closed_on));
    }
    let mut times: Vec<OfficeTimes> = by_office
        .into_iter()
        .filter_map(|(office, mut cases)| {
            cases.sort_unstable();
            Some(OfficeTimes {
                office,
                closed: u32::try_from(cases.len()).unwrap_or(u32::MAX),
                median_days: median(&cases),
                longest_days: cases.last()?.0,
                last_closed: cases.iter().map(|(_, day)| *day).max()?,
            })
        })
        .collect();
    times.sort_by_key(|office| std::cmp::Reverse(office.closed));
    times
}

/// The middle of sorted cases; of an even number, the mean of the two in the middle, rounded up.
fn median(cases: &[(u32, NaiveDate)]) -> u32 {
    let days = |place: usize| cases.get(place).map_or(0, |(days, _)| *days);
    let half = cases.len() / 2;
    match cases.len() % 2 {
        1 => days(half),
        _ => (days(half.saturating_sub(1)) + days(half)).div_ceil(2),
    }
}

fn no_such_system(number: &str) -> Refusal {
    Refusal::not_found(format!("The library has no system “{number}”. Search for it, or import its notice."))
}

fn revision_row(revision: &Revision) -> RevisionRow {
    RevisionRow {
        effective_from: revision.effective_from,
        source: revision.source.clone(),
        published_words: revision.published_words,
        cite: revision.cite.clone(),
    }
}

/// The places of the facts that stand as the program read them.
fn places(places: Vec<Place>, put_right: &[NoticeCorrectionView]) -> Vec<FactPlace> {
    let stands =
        |place: &Place| !put_right.iter().any(|one| place.fact.starts_with(one.correction.corrected.field()));
    let count = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
    places
        .into_iter()
        .filter(stands)
        .map(|Place { fact, section, start, end }| FactPlace {
            fact,
            section,
            start: count(start),
            end: count(end),
        })
        .collect()
}

fn office_view(rule: NotificationRule) -> OfficeView {
    let NotificationRule { subject, office, address, particulars, quote, resolved } = rule;
    OfficeView { subject, office, address, particulars, quote, resolved }
}

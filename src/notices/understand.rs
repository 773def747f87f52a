//! From a draft to a system: the facts, and what could not be understood.

use super::amend;
use super::appendix::{self, Appendix};
use super::assemble::{Draft, DraftSection, FEWEST_SECTIONS};
use super::cites;
use super::columns;
use super::heading;
use super::identifiers;
use super::model::{NotificationRule, Section, SystemText};
use super::naming::{fold_number, is_number, number_key, split_name};
use super::offices;
use super::pattern::Pattern;
use super::piece::Paragraph;
use super::places;
use super::procedures::{self, Known};

/// What a draft says. `agency` is the agency as the notice prints it, which tells its name within an address;
/// `appendices` are those of the whole notice, from which a system takes what it points to.
pub(crate) fn understand(draft: &Draft, agency: &str, appendices: &[Appendix]) -> SystemText {
    let mut system = SystemText { sections: sections(draft), ..SystemText::default() };
    let mixed = columns::mixed(draft);
    system.appendices = appendix::pointed_to(&system, appendices);
    (system.name, system.number) = name_and_number(draft);
    let clear = |key: &str| !mixed.iter().any(|found| found.withheld && found.key == key);
    if let Some(section) = find(draft, "system_manager").filter(|section| clear(section.key)) {
        system.managers = offices::managers(&section.paragraphs, agency);
        for manager in system.managers.iter_mut().filter(|manager| manager.address.is_empty()) {
            let known = appendix::address(&system.appendices, &manager.title, agency);
            manager.address = known.unwrap_or_default();
        }
    }
    if let Some(section) = find(draft, "system_location").filter(|section| clear(section.key)) {
        system.locations = offices::locations(&section.paragraphs);
    }
    if let Some(words) = system.section("retrieval").filter(|_| clear("retrieval")).map(str::to_owned) {
        system.retrieval_identifiers = identifiers::retrieval(&amend::replacement(&words));
    }
    system.access_cites = section_cites(&system, access_section(&system));
    system.contest_cites = section_cites(&system, contest_section(&system));
    if let Some(words) = system.section("exemptions").map(str::to_owned) {
        system.exemptions = exemptions(&words);
        system.exempt = !system.exemptions.is_empty() || !is_none(&words);
    }
    system.history = match system.section("history") {
        Some(words) => cites::register(words),
        // Before 2016 the last publication stood behind the name.
        None => draft.name.first().map(|name| cites::register(&name.joined())).unwrap_or_default(),
    };
    if clear("notification_procedure") {
        system.notification = notification(&system, agency);
    }
    system.amends = system.sections.iter().any(|section| amend::is_instruction(&section.text));
    system.prior_number = draft
        .banner
        .as_deref()
        .filter(|banner| is_number(banner) && number_key(banner) != number_key(&system.number))
        .map(fold_number);
    system.rescinded = draft.sections.len() < FEWEST_SECTIONS && !system.amends;
    system.not_understood = not_understood(&system);
    system.not_understood.extend(mixed.into_iter().map(|found| found.sentence));
    system.places = places::of(&system);
    system
}

/// The whole text that a change makes of the revision before it, with its facts understood anew.
pub(crate) fn folded(earlier: &SystemText, change: &SystemText, agency: &str) -> SystemText {
    let sections = if change.rescinded { earlier.sections.clone() } else { amend::folded(earlier, change) };
    let draft = Draft {
        sections: sections.iter().map(draft_section).collect(),
        name: vec![Paragraph::of(if change.name.is_empty() { &earlier.name } else { &change.name })],
        banner: Some(change.number.clone()),
        ..Draft::default()
    };
    let whole = understand(&draft, agency, &[]);
    SystemText {
        history: if whole.history.is_empty() { change.history.clone() } else { whole.history },
        sections,
        number: change.number.clone(),
        amends: false,
        made_whole: true,
        rescinded: change.rescinded,
        prior_number: change.prior_number.clone(),
        appendices: if change.appendices.is_empty() {
            earlier.appendices.clone()
        } else {
            change.appendices.clone()
        },
        not_understood: whole.not_understood.into_iter().chain(amend::not_understood(change)).collect(),
        ..whole
    }
}

fn draft_section(section: &Section) -> DraftSection {
    DraftSection {
        key: heading::key(&section.key).unwrap_or("other"),
        heading: section.heading.clone(),
        paragraphs: section.text.split("\n\n").map(Paragraph::of).collect(),
    }
}

fn find<'d>(draft: &'d Draft, key: &str) -> Option<&'d DraftSection> {
    draft.sections.iter().find(|section| section.key == key && !section.paragraphs.is_empty())
}

/// The published words: a section that is printed twice under one key is put together.
fn sections(draft: &Draft) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::with_capacity(draft.sections.len());
    for printed in &draft.sections {
        let text = printed
            .paragraphs
            .iter()
            .map(Paragraph::joined)
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join("\n\n");
        match sections.iter_mut().find(|section| section.key == printed.key) {
            Some(known) if text.is_empty() || known.text == text => {}
            Some(known) if known.text.is_empty() => known.text = text,
            Some(known) => {
                known.text.push_str("\n\n");
                known.text.push_str(&text);
            }
            None => {
                sections.push(Section { key: printed.key.to_owned(), heading: printed.heading.clone(), text })
            }
        }
    }
    sections.retain(|section| !section.text.is_empty());
    sections
}

fn name_and_number(draft: &Draft) -> (String, String) {
    let mut name = String::new();
    let mut number = None;
    let mut lines: Vec<String> = Vec::new();
    // The first paragraph is the name; a number may follow on a line of its own.
    for (index, paragraph) in draft.name.iter().enumerate() {
        let joined = paragraph.joined();
        if index == 0 || is_number(&joined) {
            lines.push(joined);
        }
    }
    // A change gives the old name first, and the new one in an instruction.
    let changed = draft.name.iter().skip(1).map(Paragraph::joined).find(|words| amend::is_instruction(words));
    if let Some(words) = changed {
        lines.insert(0, amend::replacement(&words).trim_matches(['“', '”', '"', ' ']).to_owned());
    }
    for line in &lines {
        if is_number(line) {
            number = Some(fold_number(line));
        } else if name.is_empty() {
            let (found, with) = split_name(line);
            name = found;
            number = number.or(with);
        }
    }
    if let Some(own) =
        draft.number.first().map(Paragraph::joined).filter(|own| !own.is_empty() && own.len() < 60)
    {
        number = Some(fold_number(&amend::replacement(&own)));
    }
    if let Some(banner) = &draft.banner {
        let banner = banner.replace('|', ",");
        let (title, with) = if is_number(&banner) {
            (String::new(), Some(fold_number(&banner)))
        } else {
            split_name(&banner)
        };
        number = number.or(with);
        if name.is_empty() {
            name = title;
        }
    }
    (name, number.unwrap_or_default())
}

/// The section on access: its own, or the one that has notification and access under one heading.
fn access_section(system: &SystemText) -> Option<&Section> {
    with_heading(system, "record_access_procedures", &[""])
        .or_else(|| with_heading(system, "notification_procedure", &["access"]))
}

/// The section on contesting: its own, or the one that has access and amendment under one heading.
fn contest_section(system: &SystemText) -> Option<&Section> {
    with_heading(system, "contesting_record_procedures", &[""])
        .or_else(|| with_heading(system, "record_access_procedures", &["amend", "contest", "correct"]))
        .or_else(|| with_heading(system, "notification_procedure", &["amend", "contest", "correct"]))
}

fn with_heading<'s>(system: &'s SystemText, key: &str, words: &[&str]) -> Option<&'s Section> {
    system.sections.iter().find(|section| {
        let heading = section.heading.to_lowercase();
        section.key == key && words.iter().any(|word| heading.contains(word))
    })
}

fn section_cites(system: &SystemText, section: Option<&Section>) -> Vec<String> {
    cites_within(system, section, 2)
}

/// The citations of a section; of the one that it points to, at most `hops` times, where it has none of its own.
fn cites_within(system: &SystemText, section: Option<&Section>, hops: usize) -> Vec<String> {
    let Some(section) = section else { return Vec::new() };
    let words = section.text.as_str();
    let own = cites::regulations(words);
    if !own.is_empty() {
        return own;
    }
    if procedures::points_above(words)
        && let Some(at) = system.sections.iter().position(|other| other.key == section.key)
        && let Some(before) = at.checked_sub(1).and_then(|before| system.sections.get(before))
    {
        // `Same as above` may stand under `Same as above`.
        return hops.checked_sub(1).map(|left| cites_within(system, Some(before), left)).unwrap_or_default();
    }
    // One hop: a section that cites nothing and points to others takes their citations.
    let mut taken = Vec::new();
    if let Some(to) = procedures::points_to(words) {
        let targets = [(to.access, "record_access_procedures"), (to.notification, "notification_procedure")];
        for (_, key) in targets.iter().filter(|(points, _)| *points) {
            for cite in system.section(key).map(cites::regulations).unwrap_or_default() {
                if !taken.contains(&cite) {
                    taken.push(cite);
                }
            }
        }
    }
    taken
}

fn is_none(words: &str) -> bool {
    static NONE: Pattern = Pattern::new(r"^(?i:\W*(?:none|not applicable|n/a|no exemptions?[^.]*|no)\W*)$");
    NONE.is_in(words.trim())
}

fn exemptions(words: &str) -> Vec<String> {
    static NONE_FIRST: Pattern = Pattern::new(r"^(?i:\W*none\b)");
    if NONE_FIRST.is_in(words) {
        return Vec::new();
    }
    // What the system is exempt from is a provision of the Act too; what is claimed is (j) or (k), and a regulation.
    let mut cites = cites::regulations(words);
    cites.retain(|cite| match cite.strip_prefix("5 U.S.C. 552a") {
        Some(paragraph) => paragraph.starts_with("(j)") || paragraph.starts_with("(k)"),
        // Another statute tells how the rule was made, or why.
        None => !cite.contains("U.S.C."),
    });
    cites
}

fn notification(system: &SystemText, agency: &str) -> Vec<NotificationRule> {
    let known = Known { managers: &system.managers, agency };
    let own = system.section("notification_procedure");
    let access = system.section("record_access_procedures");
    let mut rules = own.map(|words| procedures::rules(words, &known)).unwrap_or_default();
    let hop = match own {
        None => true,
        Some(words) => {
            procedures::points_to(words).is_some_and(|to| to.access) || procedures::points_above(words)
        }
    };
    if rules.is_empty() {
        rules.extend(own.and_then(|words| by_manager(system, words)));
    }
    if let Some(words) = access.filter(|_| hop) {
        // An office that is named again without its address stands whole where the words point to.
        let whole = procedures::rules(words, &known);
        let bare =
            !rules.is_empty() && rules.iter().all(|rule| rule.address.is_empty() && rule.subject.is_none());
        if rules.is_empty() || (bare && whole.iter().any(|rule| !rule.address.is_empty())) {
            rules = whole;
            if rules.is_empty() && own.is_some() {
                rules.extend(by_manager(system, words));
            }
        } else if rules.iter().all(|rule| rule.particulars.is_empty()) {
            let asked = procedures::asked_without_office(words);
            for rule in &mut rules {
                rule.particulars.clone_from(&asked);
            }
        }
    }
    // An office that is named without an address may stand in an appendix.
    for rule in rules.iter_mut().filter(|rule| rule.address.is_empty()) {
        rule.address = appendix::address(&system.appendices, &rule.office, agency).unwrap_or_default();
    }
    rules
}

/// Words that ask for particulars but name no office: the manager is written to, by the pointer to him.
fn by_manager(system: &SystemText, words: &str) -> Option<NotificationRule> {
    static MANAGER: Pattern = Pattern::new(r"(?i)\bsystem manager");
    let manager = system.managers.first()?;
    MANAGER.is_in(words).then(|| NotificationRule {
        subject: None,
        office: manager.title.clone(),
        address: manager.address.clone(),
        particulars: procedures::asked_without_office(words),
        quote: words.split("\n\n").next().unwrap_or_default().to_owned(),
        resolved: true,
    })
}

/// One sentence for each fact that the words should give and do not.
fn not_understood(system: &SystemText) -> Vec<String> {
    if system.rescinded {
        return Vec::new();
    }
    let mut said = Vec::new();
    let mut say = |sentence: String| said.push(sentence);
    if system.number.is_empty() {
        say("System name and number: no number was found.".to_owned());
    }
    if system.name.is_empty() {
        say("System name and number: no name was found.".to_owned());
    }
    let has = |key: &str| system.section(key).is_some();
    if !has("system_manager") {
        say("System manager: the section is missing.".to_owned());
    } else if system.managers.is_empty() {
        say("System manager: no official or office was found in the section.".to_owned());
    }
    for manager in system.managers.iter().filter(|manager| manager.address.is_empty()) {
        say(format!("System manager: no postal address was found for “{}”.", manager.title));
    }
    let procedure = has("notification_procedure");
    if !procedure && system.notification.is_empty() {
        say("Notification procedure: the section is missing.".to_owned());
    } else if system.notification.is_empty() {
        say("Notification procedure: no office to write to was found in the section.".to_owned());
    }
    for rule in system.notification.iter().filter(|rule| rule.address.is_empty()) {
        say(format!("Notification procedure: no address was found for “{}”.", rule.office));
    }
    if has("retrieval") && system.retrieval_identifiers.is_empty() {
        say("Retrieval: no identifier was found in the section.".to_owned());
    }
    if system.exempt && system.exemptions.is_empty() {
        say("Exemptions: the section claims something, but cites no statute or regulation.".to_owned());
    }
    if system.amends {
        // What a change does not name keeps its earlier words, so nothing of it is missing.
        said.retain(|sentence| !sentence.ends_with("the section is missing."));
    }
    said
}

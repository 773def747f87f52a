//! The rulebooks as people read them: every rule with its versions, and the correction that one could begin with.
//!
//! Nothing is decided here: a rule is shown as its rulebook states it.

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Map, Value};

use super::{
    in_force::{Entry, plain},
    pages::Pages,
    terms::terms,
};

terms! {
    /// What a rule is about: the name of its table in a rulebook.
    RuleKind {
        /// A time limit.
        Clock = "clock" => "Clocks",
        /// An office or official.
        Office = "office" => "Offices",
        /// Which way a request may come, and why what is asked is asked.
        IdentityRoad = "identity_road" => "Ways to prove identity",
        /// What must be proved.
        Identity = "identity" => "Proof of identity",
        /// Who may act for whom.
        Standing = "standing" => "Who may act for whom",
        /// The road of a request that the procedure does not fit.
        Misfit = "misfit" => "Requests of another kind",
        /// The words that point to such a request.
        MisfitSign = "misfit_sign" => "Signs of a request of another kind",
        /// How long a requester has to complete a request.
        Cure = "cure" => "Time to complete a request",
        /// What copies cost.
        Fee = "fee" => "Fees",
        /// What a system is exempt from.
        Exemption = "exemption" => "Exemptions",
        /// What is entered in the accounting.
        Disclosure = "disclosure" => "Accounting of disclosures",
        /// The second look.
        Appeal = "appeal" => "Appeals and reviews",
        /// How clocks may be extended.
        Extension = "extension" => "Extensions",
        /// When a mailed letter is taken to have arrived.
        PresumedReceipt = "presumed_receipt" => "Presumed receipt",
        /// How long a requester may bring suit.
        Suit = "suit" => "Time to bring suit",
        /// Words that a rule prescribes.
        Wording = "wording" => "Prescribed words",
        /// Which paragraph asks a step of casework.
        Step = "steps" => "Steps of casework",
        /// How long the office keeps its own papers.
        Retention = "retention" => "Keeping of papers",
        /// The legal public holidays.
        Holiday = "holiday" => "Holidays",
        /// The days on which the office is closed.
        ClosedDay = "closed_day" => "Closed days",
    }
}

/// Calls a macro with the name of every list of entries in a rulebook.
macro_rules! of_each_kind {
    ($each:ident) => {
        $each!(
            holiday,
            closed_day,
            office,
            clock,
            cure,
            identity_road,
            identity,
            fee,
            appeal,
            extension,
            presumed_receipt,
            suit,
            standing,
            misfit,
            misfit_sign,
            exemption,
            disclosure,
            retention,
            wording,
            steps
        )
    };
}
pub(super) use of_each_kind;

terms! {
    /// Where a version stands on the day of the listing.
    VersionState {
        /// It holds on that day.
        InForce = "in-force" => "in force",
        /// It begins later.
        Later = "later" => "begins later",
        /// It has ended.
        Earlier = "earlier" => "has ended",
    }
}

/// One rule with all its versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ListedRule {
    /// Whose rulebook: `usps`, or `federal` for what binds every agency.
    pub rulebook: String,
    /// What it is about.
    pub kind: RuleKind,
    /// The same in words: `Clocks`.
    pub kind_words: String,
    /// What tells it from its neighbours in the rulebook: `usps-acknowledge`; empty where there is but one of the kind.
    pub rule: String,
    /// Its heading for people: `Acknowledge the request`.
    pub title: String,
    /// Its versions, the newest first.
    pub versions: Vec<RuleVersion>,
}

/// One version of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct RuleVersion {
    /// What it says, field by field; a field that says nothing is left out.
    pub fields: Vec<RuleField>,
    /// The paragraph.
    pub cite: String,
    /// Where its words were read.
    pub source: String,
    /// What the short names in it stand for: `C39: 39 CFR part 266, an undated copy`.
    pub source_words: Vec<String>,
    /// The first day on which it holds.
    pub from: NaiveDate,
    /// The last day; nothing where it has no end.
    pub to: Option<NaiveDate>,
    /// Where it stands on the day of the listing.
    pub state: VersionState,
    /// Nobody has checked it against its source: no letter rests on it.
    pub unconfirmed: bool,
    /// Only its first day is unchecked.
    pub from_unconfirmed: bool,
    /// What a reader should know.
    pub note: Option<String>,
    /// The office's correction that put it there, by its name; nothing where it came with the program.
    pub correction: Option<String>,
    /// A correction to begin with: this version as TOML, from the day of the listing on where it holds that day. Its
    /// source is left empty, because whoever corrects a rule must say where they read it.
    pub draft: String,
}

/// One field of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct RuleField {
    /// Its name in the rulebook: `counted_from`.
    pub field: String,
    /// What it says.
    pub value: String,
}

/// What every entry has, and what is therefore not listed among its own fields.
const OF_EVERY_ENTRY: [&str; 7] =
    ["cite", "effective_from", "effective_to", "source", "unconfirmed", "from_unconfirmed", "note"];

/// Where entries stand, and the day of the listing.
struct Shelf<'a> {
    pages: &'a Pages,
    rulebook: &'a str,
    table: &'a str,
    on: NaiveDate,
}

/// The rules of one rulebook, kind by kind, as they stand on `on`.
pub(super) fn rules(pages: &Pages, rulebook: &str, on: NaiveDate) -> Vec<ListedRule> {
    let mut rules = Vec::new();
    macro_rules! list_each {
        ($($kind:ident),+) => {
            $(list(&pages.$kind, &Shelf { pages, rulebook, table: stringify!($kind), on }, &mut rules);)+
        };
    }
    of_each_kind!(list_each);
    rules
}

/// Groups the entries of one kind into rules.
fn list<T: Entry + Serialize>(entries: &[T], shelf: &Shelf<'_>, rules: &mut Vec<ListedRule>) {
    let Ok(kind) = shelf.table.parse::<RuleKind>() else { return };
    let mut listed: Vec<(&T, ListedRule)> = Vec::new();
    for entry in entries {
        let version = version(entry, shelf);
        if let Some((_, rule)) = listed.iter_mut().find(|(first, _)| first.same_rule(entry)) {
            rule.versions.push(version);
            continue;
        }
        let rule = ListedRule {
            rulebook: shelf.rulebook.to_owned(),
            kind,
            kind_words: kind.words().to_owned(),
            rule: entry.rule_name(),
            title: String::new(),
            versions: vec![version],
        };
        listed.push((entry, rule));
    }
    rules.extend(listed.into_iter().map(|(_, mut rule)| {
        rule.versions.sort_by_key(|version| std::cmp::Reverse(version.from));
        rule.title = title(&rule);
        rule
    }));
}

/// The heading: its name or title in the version that holds, or in the newest; else what tells it from its neighbours.
fn title(rule: &ListedRule) -> String {
    let in_force = rule.versions.iter().find(|version| version.state == VersionState::InForce);
    let said = in_force.or(rule.versions.first()).and_then(|version| {
        let fields =
            version.fields.iter().map(|field| (field.field.clone(), Value::from(field.value.as_str())));
        heading(&fields.collect())
    });
    match said {
        Some(said) => said,
        None if rule.rule.is_empty() => rule.kind_words.clone(),
        None => rule.rule.clone(),
    }
}

/// The name or title among the fields of an entry.
pub(super) fn heading(fields: &Map<String, Value>) -> Option<String> {
    ["name", "title"].iter().find_map(|name| fields.get(*name)).and_then(Value::as_str).map(str::to_owned)
}

fn version<T: Entry + Serialize>(entry: &T, shelf: &Shelf<'_>) -> RuleVersion {
    let on = shelf.on;
    let (from, to) = entry.days();
    let fields = fields_of(entry);
    RuleVersion {
        draft: draft(fields.clone(), shelf, if entry.holds_on(on) { on } else { from }),
        fields: fields
            .iter()
            .filter(|(name, _)| !OF_EVERY_ENTRY.contains(&name.as_str()))
            .map(|(name, value)| RuleField { field: name.clone(), value: plain(value) })
            .filter(|field| !field.value.is_empty())
            .collect(),
        cite: entry.cite().to_owned(),
        source: entry.source().to_owned(),
        source_words: source_words(entry.source(), shelf.pages),
        from,
        to,
        state: match () {
            () if entry.holds_on(on) => VersionState::InForce,
            () if from > on => VersionState::Later,
            () => VersionState::Earlier,
        },
        unconfirmed: entry.unconfirmed(),
        from_unconfirmed: entry.first_day_unconfirmed(),
        note: entry.note().map(str::to_owned),
        correction: entry.laid_by().map(str::to_owned),
    }
}

/// What the short names in a source stand for.
fn source_words(source: &str, pages: &Pages) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for name in source.split(|c: char| !c.is_alphanumeric()) {
        if let Some(meaning) = pages.sources.get(name) {
            let said = format!("{name}: {meaning}");
            if !words.contains(&said) {
                words.push(said);
            }
        }
    }
    words
}

/// The fields of an entry, in the order in which its kind declares them.
pub(super) fn fields_of<T: Serialize>(entry: &T) -> Map<String, Value> {
    match serde_json::to_value(entry) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// The entry as the text of an overlay that begins on `from`, with nothing in it that says nothing.
fn draft(mut fields: Map<String, Value>, shelf: &Shelf<'_>, from: NaiveDate) -> String {
    let Shelf { rulebook, table, .. } = shelf;
    fields.insert("effective_from".to_owned(), Value::from(from.to_string()));
    fields.insert("source".to_owned(), Value::from(""));
    fields.insert("from_unconfirmed".to_owned(), Value::Null);
    if fields.get("unconfirmed") == Some(&Value::Bool(false)) {
        fields.remove("unconfirmed");
    }
    let mut text = format!("for = \"{rulebook}\"\n\n[[{table}]]\n");
    for (name, value) in &fields {
        if let Some(value) = as_toml(value) {
            text.push_str(&format!("{name} = {value}\n"));
        }
    }
    text
}

/// A value on one line of TOML; nothing for what TOML cannot say.
fn as_toml(value: &Value) -> Option<String> {
    Some(match value {
        Value::Null => return None,
        Value::Bool(said) => said.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => toml::Value::from(text.as_str()).to_string(),
        Value::Array(list) => {
            format!("[{}]", list.iter().filter_map(as_toml).collect::<Vec<_>>().join(", "))
        }
        Value::Object(fields) => {
            let said = |(name, value): (&String, &Value)| {
                let nothing = value.as_array().is_some_and(Vec::is_empty);
                (!nothing).then_some(())?;
                Some(format!("{name} = {}", as_toml(value)?))
            };
            format!("{{ {} }}", fields.iter().filter_map(said).collect::<Vec<_>>().join(", "))
        }
    })
}

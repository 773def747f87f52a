//! People: who asked before, what a person says of it, the accounting of disclosures, the staff. On both engines.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test stops where something is not as it should be"
)]

#[path = "support/casebook.rs"]
mod casebook;
#[path = "support/engines.rs"]
mod engines;
#[path = "support/postgres.rs"]
mod postgres;

use casebook::{append, day, opened, recorded, stamp};
use docket::accounts::StaffMember;
use docket::law::{AgencyId, DisclosureBasis};
use docket::store::{
    Disclosure, DisclosureSubject, Likeness, NewPersonLink, PersonProbe, PersonRole, PersonSeen, Recipient,
    SavedView, Store, StoreError, Viewer, WorklistFilter,
};
use engines::on_both;

async fn takes_in(store: &Store, number: &str, people: Vec<PersonSeen>, restricted_to: Option<&str>) {
    let name = people.first().expect("a requester").name.clone();
    let mut batch = append(number, &name, 0, vec![recorded(1, opened(number, "ssa", &name))]);
    batch.row.people = people;
    batch.row.restricted = restricted_to.is_some();
    batch.row.assignee = restricted_to.unwrap_or_default().to_owned();
    store.append(batch).await.unwrap();
}

fn person(role: PersonRole, name: &str, street: &str, email: Option<&str>, ssn: Option<&str>) -> PersonSeen {
    PersonSeen {
        role,
        name: name.to_owned(),
        address: vec![street.to_owned(), "Nowhere, OH 00000".to_owned()],
        email: email.map(str::to_owned),
        identifiers: ssn.into_iter().map(str::to_owned).collect(),
    }
}

fn everyone() -> Viewer {
    Viewer::of_everything()
}

#[tokio::test]
async fn earlier_requests_of_the_same_person_are_found_by_what_is_the_same() {
    on_both(async |store| {
        use PersonRole::{Requester, Subject};
        let hasek = person(
            Requester,
            "Žofie Okonkwo-Hašek",
            "14 Lantern Hollow",
            Some("zofie@example.org"),
            Some("987-65-4320"),
        );
        takes_in(store, "SSA-2026-00001", vec![hasek], None).await;
        let again = person(Requester, "ZOFIE OKONKWO HASEK", "2 Elsewhere Row", None, Some("987 65 4320"));
        takes_in(store, "SSA-2026-00002", vec![again], None).await;
        let of_another = vec![
            person(Requester, "Nguyễn Thị Hoa", "3 Quiet Lane", Some("Zofie@example.org"), None),
            person(Subject, "O'Neill", "14 lantern  hollow", None, Some("219-09-9999")),
        ];
        takes_in(store, "SSA-2026-00003", of_another, None).await;

        let probe = PersonProbe {
            name: "Zofie Okonkwo-Hasek".to_owned(),
            address: vec!["14 Lantern Hollow,".to_owned(), "Nowhere OH 00000".to_owned()],
            email: Some("zofie@EXAMPLE.org".to_owned()),
            identifiers: vec!["987654320".to_owned()],
            except: Some("SSA-2026-00001".to_owned()),
        };
        let hits = store.persons_like(&probe, &everyone()).await.unwrap();
        let told: Vec<_> =
            hits.iter().map(|hit| (hit.case_number.as_str(), hit.role, hit.same.clone())).collect();
        assert_eq!(
            told,
            [
                ("SSA-2026-00003", Requester, vec![Likeness::Email]),
                ("SSA-2026-00003", Subject, vec![Likeness::Address]),
                ("SSA-2026-00002", Requester, vec![Likeness::Name, Likeness::Identifier]),
            ]
        );
        let nobody = PersonProbe::default();
        assert_eq!(
            store.persons_like(&nobody, &everyone()).await.unwrap(),
            [],
            "an empty form is like nobody"
        );
    })
    .await;
}

#[tokio::test]
async fn a_restricted_case_is_nowhere_to_be_seen_but_for_those_who_need_to_know() {
    on_both(async |store| {
        let of = |name: &str| vec![person(PersonRole::Requester, name, "1 Hidden Way", None, None)];
        takes_in(store, "SSA-2026-00001", of("Łukasiewicz"), None).await;
        takes_in(store, "SSA-2026-00002", of("Łukasiewicz"), Some("Mbali van der Berg")).await;
        let sees = async |viewer: Viewer| {
            let list = WorklistFilter { viewer: viewer.clone(), ..WorklistFilter::default() };
            let found = WorklistFilter { search: Some("lukasi".to_owned()), ..list.clone() };
            let probe = PersonProbe { name: "Łukasiewicz".to_owned(), ..PersonProbe::default() };
            let (list, found) = (store.worklist(&list).await.unwrap(), store.worklist(&found).await.unwrap());
            let counts = [
                list.rows.len() as u32,
                list.total,
                found.rows.len() as u32,
                found.total,
                store.persons_like(&probe, &viewer).await.unwrap().len() as u32,
                store.count_open(&viewer).await.unwrap(),
                store.cases_of_system("USPS 890.000", &viewer).await.unwrap().open.len() as u32,
            ];
            assert!(counts.iter().all(|count| *count == counts[0]), "{counts:?}");
            counts[0]
        };
        let named = |name: &str| Viewer { name: name.to_owned(), ..Viewer::default() };
        assert_eq!(sees(Viewer::default()).await, 1, "nobody in particular");
        assert_eq!(sees(named("Ayşe Şahin")).await, 1);
        assert_eq!(sees(named("Mbali van der Berg")).await, 2, "it is theirs");
        assert_eq!(sees(Viewer { sees_restricted: true, ..named("Ayşe Şahin") }).await, 2);
    })
    .await;
}

#[tokio::test]
async fn how_long_an_office_took_is_told_without_the_cases_that_are_kept_from_whoever_asks() {
    on_both(async |store| {
        for (number, restricted_to) in
            [("SSA-2026-00001", None), ("SSA-2026-00002", Some("Mbali van der Berg"))]
        {
            let mut batch =
                append(number, "Łukasiewicz", 0, vec![recorded(1, opened(number, "ssa", "Łukasiewicz"))]);
            batch.row.closed = true;
            batch.row.closed_on = Some(batch.row.received);
            batch.row.restricted = restricted_to.is_some();
            batch.row.assignee = restricted_to.unwrap_or_default().to_owned();
            store.append(batch).await.unwrap();
        }
        for (viewer, closed) in [("Ayşe Şahin", 1), ("Mbali van der Berg", 2)] {
            let viewer = Viewer { name: viewer.to_owned(), ..Viewer::default() };
            let times = store.cases_of_system("USPS 890.000", &viewer).await.unwrap().closed;
            assert_eq!(times.len(), closed, "{}", viewer.name);
        }
    })
    .await;
}

#[tokio::test]
async fn what_a_person_says_of_two_people_stays_on_record_and_can_be_undone() {
    on_both(async |store| {
        let of = |name: &str| vec![person(PersonRole::Requester, name, "1 Row", None, None)];
        takes_in(store, "SSA-2026-00001", of("de la Cruz"), None).await;
        takes_in(store, "SSA-2026-00002", of("de la Cruz"), None).await;
        let link = NewPersonLink {
            case_a: "SSA-2026-00001".to_owned(),
            role_a: PersonRole::Requester,
            case_b: "SSA-2026-00002".to_owned(),
            role_b: PersonRole::Requester,
            same: true,
            reason: "Both letters have the same hand and the same child.".to_owned(),
        };
        let unknown = NewPersonLink { case_b: "SSA-2026-00009".to_owned(), ..link.clone() };
        assert!(matches!(store.link_people(&unknown, &stamp()).await, Err(StoreError::NotThere { .. })));
        let id = store.link_people(&link, &stamp()).await.unwrap();
        let kept = store.links_of("SSA-2026-00002").await.unwrap();
        assert_eq!((kept.len(), kept[0].id, &kept[0].link, &kept[0].said), (1, id, &link, &stamp()));
        assert_eq!(kept[0].undone, None);

        store.undo_link(id, "They are father and son.", &stamp()).await.unwrap();
        assert!(matches!(store.undo_link(id, "Again.", &stamp()).await, Err(StoreError::NotThere { .. })));
        let undone = store.links_of("SSA-2026-00001").await.unwrap().remove(0).undone;
        assert_eq!(undone, Some((stamp(), "They are father and son.".to_owned())));
        assert_eq!(store.verify_ledger().await.unwrap().broken, None);
    })
    .await;
}

fn disclosure(id: &str, subject: &str, on: &str, recipient: &str) -> Disclosure {
    Disclosure {
        id: id.to_owned(),
        agency: AgencyId::new("ssa"),
        subject: subject.to_owned(),
        system: "60-0320".to_owned(),
        on: day(on),
        nature: "The medical opinion of 2024".to_owned(),
        purpose: "A claim for benefits of a State".to_owned(),
        recipient: recipient.to_owned(),
        recipient_address: "1 Nowhere Plaza".to_owned(),
        basis: DisclosureBasis::Other,
        case_number: None,
    }
}

#[tokio::test]
async fn the_accounting_is_found_by_name_or_number_and_a_wrong_entry_is_struck_not_lost() {
    on_both(async |store| {
        let ssn = ["987-65-4321".to_owned()];
        for (id, subject, on, recipient) in [
            ("two", "Aslı Şahin", "2025-06-01", "State Board"),
            ("one", "ASLI ŞAHİN", "2024-02-01", "County Office"),
            ("three", "Aslı Şahin", "2026-01-01", "State Board"),
        ] {
            store.add_disclosure(&disclosure(id, subject, on, recipient), &ssn, &stamp()).await.unwrap();
        }
        store
            .add_disclosure(&disclosure("other", "O'Neill", "2024-02-01", "X"), &[], &stamp())
            .await
            .unwrap();
        let subject = DisclosureSubject {
            agency: AgencyId::new("ssa"),
            name: "asli sahin".to_owned(),
            identifier: None,
            system: Some("60-0320".to_owned()),
        };
        let ids = async |subject: &DisclosureSubject| {
            let list = store.disclosures_of(subject).await.unwrap();
            list.into_iter().map(|stored| stored.disclosure.id).collect::<Vec<_>>()
        };
        assert_eq!(ids(&subject).await, ["one", "two", "three"], "oldest first, however the name is written");
        let by_number = DisclosureSubject {
            name: String::new(),
            identifier: Some("987654321".to_owned()),
            ..subject.clone()
        };
        assert_eq!(ids(&by_number).await.len(), 3);
        let elsewhere = DisclosureSubject { system: Some("60-0001".to_owned()), ..subject.clone() };
        assert!(ids(&elsewhere).await.is_empty());
        let usps = DisclosureSubject { agency: AgencyId::new("usps"), ..by_number };
        assert!(ids(&usps).await.is_empty(), "another agency's accounting");

        store.strike_disclosure("one", "It was another Ms. Şahin.", &stamp()).await.unwrap();
        assert!(matches!(
            store.strike_disclosure("one", "Again.", &stamp()).await,
            Err(StoreError::NotThere { .. })
        ));
        let list = store.disclosures_of(&subject).await.unwrap();
        assert_eq!(list.len(), 3, "it stays in the list");
        assert_eq!(list[0].struck.as_ref().map(|(_, why)| why.as_str()), Some("It was another Ms. Şahin."));
        let told = Recipient {
            name: "State Board".to_owned(),
            address: "1 Nowhere Plaza".to_owned(),
            last_on: day("2026-01-01"),
        };
        assert_eq!(
            store.recipients_of(&subject).await.unwrap(),
            [told],
            "each once, and none of struck ones"
        );
        assert_eq!(store.verify_ledger().await.unwrap().broken, None);
    })
    .await;
}

#[tokio::test]
async fn staff_change_units_and_leave_and_keep_their_own_lists() {
    on_both(async |store| {
        let member = |name: &str, unit: &str, active| StaffMember {
            name: name.to_owned(),
            title: "Privacy Analyst".to_owned(),
            roles: vec!["approver".to_owned()],
            unit: unit.to_owned(),
            active,
        };
        store.add_staff(&member("Saskia van der Berg", "", true), &stamp()).await.unwrap();
        store.change_staff(&member("Saskia van der Berg", "Region 3", true), &stamp()).await.unwrap();
        let stranger = store.change_staff(&member("Nobody", "", true), &stamp()).await;
        assert!(matches!(stranger, Err(StoreError::NotThere { .. })), "{stranger:?}");
        assert_eq!(store.staff().await.unwrap(), [member("Saskia van der Berg", "Region 3", true)]);
        store.deactivate_staff("Saskia van der Berg", "Retired.", &stamp()).await.unwrap();
        let twice = store.deactivate_staff("Saskia van der Berg", "Retired.", &stamp()).await;
        assert!(matches!(twice, Err(StoreError::NotThere { .. })));
        assert_eq!(store.staff().await.unwrap(), [member("Saskia van der Berg", "Region 3", false)]);

        let view = |name: &str, filter: &str| SavedView { name: name.to_owned(), filter: filter.to_owned() };
        store.save_view("Ayşe Şahin", &view("Due", r#"{"due":"today"}"#)).await.unwrap();
        store.save_view("Ayşe Şahin", &view("Due", r#"{"due":"overdue"}"#)).await.unwrap();
        store.save_view("Mbali", &view("Mine", "{}")).await.unwrap();
        assert_eq!(store.views_of("Ayşe Şahin").await.unwrap(), [view("Due", r#"{"due":"overdue"}"#)]);
        store.forget_view("Ayşe Şahin", "Due").await.unwrap();
        assert_eq!(store.views_of("Ayşe Şahin").await.unwrap(), []);

        let of = vec![person(PersonRole::Requester, "O'Neill", "1 Row", None, None)];
        takes_in(store, "SSA-2026-00001", of.clone(), None).await;
        takes_in(store, "SSA-2026-00002", of, None).await;
        for _ in 0..2 {
            store.watch("SSA-2026-00002", "Ayşe Şahin", true).await.unwrap();
        }
        let watched = WorklistFilter {
            viewer: Viewer { name: "Ayşe Şahin".to_owned(), ..Viewer::default() },
            watched: true,
            ..WorklistFilter::default()
        };
        assert_eq!(store.worklist(&watched).await.unwrap().rows[0].number, "SSA-2026-00002");
        assert_eq!(store.worklist(&watched).await.unwrap().total, 1);
        assert_eq!(store.watchers_of("SSA-2026-00002").await.unwrap(), ["Ayşe Şahin"]);
        store.watch("SSA-2026-00002", "Ayşe Şahin", false).await.unwrap();
        assert_eq!(store.worklist(&watched).await.unwrap().total, 0);
        assert_eq!(store.verify_ledger().await.unwrap().broken, None);
    })
    .await;
}

//! The same person and the same request again: shown with the reason, joined by nobody but a person.

use docket::casework::{Intake, SignKind};
use docket::desk::{PeopleOfCase, WordOnPeople};
use docket::law::Kind;

use crate::desks::{Office, intake};

fn asks(text: &str, received: &str) -> Intake {
    Intake { text: text.into(), ..intake("usps", Kind::Access, received) }
}

fn shows(people: &PeopleOfCase, kind: SignKind) -> Option<&[String]> {
    people.signs.iter().find(|sign| sign.kind == kind).map(|sign| sign.cases.as_slice())
}

#[tokio::test]
async fn a_copy_of_a_letter_is_shown_as_the_same_request_and_another_letter_of_the_person_is_not() {
    let office = Office::encrypted().await;
    let desk = office.on("2026-11-20").await;
    let survey = "Please send me my answers to the customer survey on parcel lockers of last spring.";
    let first = desk.open_case(asks(survey, "2026-11-16")).await.unwrap().number;
    let webinar = "I attended your webinar for small businesses. Please send me the chat.";
    let other = desk.open_case(asks(webinar, "2026-11-17")).await.unwrap().number;
    assert_eq!(shows(&desk.people(&other).await.unwrap(), SignKind::SameRequest), None);

    let copy =
        "Please send me my answers to the customer survey on parcel lockers of last spring. Thank you!";
    let again = desk.open_case(asks(copy, "2026-11-19")).await.unwrap().number;
    let people = desk.people(&again).await.unwrap();
    assert_eq!(shows(&people, SignKind::SameRequest), Some(&[first.clone()][..]));
    let sign = people.signs.iter().find(|sign| sign.kind == SignKind::SameRequest).unwrap();
    assert!(sign.words.contains("may be a copy"), "{}", sign.words);

    let mut stranger = asks(survey, "2026-11-19");
    stranger.requester.name = "Thaddeus Quillfeather".into();
    stranger.requester.address = vec!["3 Marl Pit Lane".into(), "Boise, ID 83799".into()];
    stranger.requester.email = None;
    let stranger = desk.open_case(stranger).await.unwrap().number;
    assert_eq!(shows(&desk.people(&stranger).await.unwrap(), SignKind::SameRequest), None, "another person");
}

#[tokio::test]
async fn what_a_person_says_of_two_people_stands_until_it_is_taken_back() {
    let office = Office::encrypted().await;
    let desk = office.on("2026-11-20").await;
    let first = desk.open_case(intake("usps", Kind::Access, "2026-11-16")).await.unwrap().number;
    let second = desk.open_case(intake("ssa", Kind::Access, "2026-11-17")).await.unwrap().number;
    let like = desk.people(&second).await.unwrap().like;
    assert_eq!(like.len(), 1);
    assert_eq!(like[0].because, ["the same name", "the same address", "the same e-mail address"]);
    assert_eq!(like[0].said, None, "the program says nothing by itself");

    let word = |reason: &str| WordOnPeople {
        other: first.clone(),
        role: "requester".into(),
        other_role: "requester".into(),
        same: true,
        reason: reason.into(),
    };
    let refused = desk.say_of_people(&second, word(" ")).await.unwrap_err();
    assert!(refused.message.contains("how you know"), "{}", refused.message);
    let said = desk.say_of_people(&second, word("She telephoned and named both letters.")).await.unwrap();
    let said = said.like[0].said.clone().expect("her word");
    assert!(said.same && said.by == "Robin Blake");
    let seen_there = desk.people(&first).await.unwrap().like[0].said.clone();
    assert_eq!(seen_there, Some(said.clone()), "it is seen from the other case too");

    let back = desk.unsay_of_people(&second, said.id, "It was her daughter who telephoned.").await.unwrap();
    assert_eq!(back.like[0].said, None);
    assert!(desk.verify_ledger().await.unwrap().broken.is_none());
}

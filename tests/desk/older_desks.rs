//! Desks of earlier versions are brought up to date when they are opened.

use docket::desk::{Desk, WorklistQuery};
use docket::law::Kind;
use sqlx::Connection;

use crate::desks::{Office, intake};

async fn found(desk: &Desk, words: &str) -> Vec<String> {
    let query = WorklistQuery { search: Some(words.into()), ..WorklistQuery::default() };
    desk.worklist(query).await.unwrap().rows.into_iter().map(|row| row.number).collect()
}

#[tokio::test]
async fn a_desk_without_the_index_of_names_gets_it_and_finds_names_before_words() {
    let office = Office::encrypted().await;
    let desk = office.on("2026-11-20").await;
    let of_her = desk.open_case(intake("usps", Kind::Access, "2026-11-16")).await.unwrap().number;
    let mut about_her = intake("usps", Kind::Access, "2026-11-17");
    about_her.requester.name = "Thaddeus Constantinopoulos".into();
    about_her.text = "Please send me what you wrote to me about Okonkwo Street.".into();
    let about_her = desk.open_case(about_her).await.unwrap().number;
    desk.close().await;

    let mut file = office.by_hand().await;
    let back = "drop table case_names; delete from _sqlx_migrations where version = 2";
    sqlx::raw_sql(back).execute(&mut file).await.unwrap();
    file.close().await.unwrap();

    let desk = office.on("2026-11-21").await;
    assert_eq!(found(&desk, "okonkwo").await, [of_her.clone(), about_her.clone()], "a name before a word");
    assert_eq!(found(&desk, "00002").await, std::slice::from_ref(&about_her), "by its number");
    assert_eq!(found(&desk, "constantinopoulos").await, [about_her], "a long name");
}

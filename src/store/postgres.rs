//! Connections to an office's PostgreSQL server. The only file that knows PostgreSQL's settings.

use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::{AnyPool, ConnectOptions, Connection, Executor};
use std::str::FromStr;
use std::time::Duration;
use tokio::time::timeout;

use super::StoreError;
use super::case_words::{Asked, CaseMatch, Narrowed, uncut};
use super::search::SearchWord;
use super::worklist::{FindCases, FindIn};

/// Searches the library (text search; best first by rank, number and name counting for more).
pub(super) const FIND_SYSTEMS: &str = include_str!("sql/postgres/find_systems.sql");
/// Counts what the search finds.
pub(super) const COUNT_FOUND_SYSTEMS: &str = include_str!("sql/postgres/count_found_systems.sql");
/// Writes the words by which a system is found.
pub(super) const SAVE_LIBRARY_WORDS: &str = include_str!("sql/postgres/save_library_words.sql");

/// The search for all words, each from its beginning, in the language of PostgreSQL's text search.
pub(super) fn match_all(words: &[SearchWord]) -> String {
    let asked: Vec<String> = words
        .iter()
        .map(|word| match word {
            SearchWord::InTitle(word) => format!("{word}:*A"),
            SearchWord::Anywhere(word) => format!("{word}:*"),
        })
        .collect();
    asked.join(" & ")
}

/// Writes the words by which a case is found.
pub(super) const SAVE_CASE_WORDS: &str = include_str!("sql/postgres/save_case_words.sql");
/// Takes the words of a case out.
pub(super) const FORGET_CASE_WORDS: &str = include_str!("sql/postgres/forget_case_words.sql");
/// Writes the number and names by which a case is found first.
pub(super) const SAVE_CASE_NAMES: &str = include_str!("sql/postgres/save_case_names.sql");
/// Takes the number and names of a case out.
pub(super) const FORGET_CASE_NAMES: &str = include_str!("sql/postgres/forget_case_names.sql");
/// Finds cases by their words (text search).
pub(super) const FIND_CASES: FindCases = FindCases {
    names: FindIn {
        joined: "case_names join case_row r on r.id = (case_names.place & 1099511627775)",
        matching: "case_names.words @@ to_tsquery('simple', ?)",
        before: "case_names.place < ?",
        from: "case_names.place >= ?",
        order: "case_names.place desc",
    },
    words: FindIn {
        joined: "case_words join case_row r on r.id = (case_words.place & 1099511627775)",
        matching: "case_words.words @@ to_tsquery('simple', ?)",
        before: "case_words.place < ?",
        from: "case_words.place >= ?",
        order: "case_words.place desc",
    },
    words_alone: "case_words",
    not_by_name: "not exists (select 1 from case_names n where n.place = case_words.place and n.words @@ to_tsquery('simple', ?))",
};

/// The search for cases in the language of PostgreSQL's text search: words have the weight D (older rows A for numbers and
/// names), marks C.
pub(super) fn case_match(asked: &Asked, narrowed: &Narrowed<'_>) -> CaseMatch {
    let weighing = |weights: &str| {
        let words: Vec<String> = asked
            .words()
            .map(|(word, more)| format!("{word}:{}{weights}", if more { "*" } else { "" }))
            .collect();
        format!("({})", words.join(" & "))
    };
    let mut narrowing = String::new();
    if let Some(agency) = narrowed.agency {
        narrowing.push_str(&format!(" & {agency}:C"));
    }
    if let Some((hidden, own)) = narrowed.hidden {
        narrowing.push_str(&format!(" & !({hidden}:C & !{own}:C)"));
    }
    let names: Vec<String> = asked
        .words()
        .map(|(word, more)| format!("{word}{}", if more || uncut(word) { ":*" } else { "" }))
        .collect();
    CaseMatch { names: names.join(" & "), all: format!("{}{narrowing}", weighing("AD")) }
}

/// How long a server may take to answer.
const ANSWER: Duration = Duration::from_secs(15);

/// The connections to a server. Records travel only over TLS, or within this machine.
///
/// Without `sslmode` in the address, the server's certificate must be valid for its name (`verify-full`).
pub(super) async fn pool(url: &str) -> Result<AnyPool, StoreError> {
    let mut options = AnyConnectOptions::from_str(url).map_err(|_| {
        StoreError::OfficeAddress(
            "its address cannot be read. It looks like postgres://account@server/database.",
        )
    })?;
    if !matches!(options.database_url.scheme(), "postgres" | "postgresql") {
        return Err(StoreError::OfficeAddress("its address must begin with postgres://."));
    }
    if !stays_on_this_machine(&options) {
        match protection(&options).as_deref() {
            None => {
                options.database_url.query_pairs_mut().append_pair("sslmode", "verify-full");
            }
            Some("require" | "verify-ca" | "verify-full") => {}
            Some(_) => {
                return Err(StoreError::OfficeAddress(
                    "its address asks for a connection without TLS. Records travel only over TLS: use sslmode=verify-full.",
                ));
            }
        }
    }
    let options = options.disable_statement_logging();
    // One connection first: a pool tries again and again until its time is over, and then says only that.
    timeout(ANSWER, options.connect())
        .await
        .map_err(|_| StoreError::Office(sqlx::Error::PoolTimedOut))?
        .map_err(not_let_in)?
        .close()
        .await
        .map_err(StoreError::Office)?;
    AnyPoolOptions::new()
        .max_connections(8)
        .acquire_timeout(ANSWER)
        .after_connect(|connection, _| {
            Box::pin(async move {
                // A commit is acknowledged only when it is on the server's disk.
                connection.execute("set synchronous_commit = on").await?;
                Ok(())
            })
        })
        .connect_with(options)
        .await
        .map_err(not_let_in)
}

/// Tells a server that refuses from one that does not answer, by the class of its error (28: authorization; 3D000: no
/// such database; 42501: no right to it).
fn not_let_in(error: sqlx::Error) -> StoreError {
    let refused = error
        .as_database_error()
        .and_then(|cause| cause.code())
        .is_some_and(|code| code.starts_with("28") || matches!(&*code, "3D000" | "42501"));
    if refused { StoreError::OfficeAccount(error) } else { StoreError::Office(error) }
}

fn protection(options: &AnyConnectOptions) -> Option<String> {
    let asked = |(key, value): (std::borrow::Cow<'_, str>, std::borrow::Cow<'_, str>)| {
        matches!(&*key, "sslmode" | "ssl-mode").then(|| value.into_owned())
    };
    options.database_url.query_pairs().filter_map(asked).last()
}

fn stays_on_this_machine(options: &AnyConnectOptions) -> bool {
    let url = &options.database_url;
    let asked = url.query_pairs().filter(|(key, _)| matches!(&**key, "host" | "hostaddr"));
    let hosts: Vec<String> = match asked.map(|(_, value)| value.into_owned()).collect::<Vec<_>>() {
        none if none.is_empty() => url.host_str().map(str::to_owned).into_iter().collect(),
        some => some,
    };
    hosts.iter().all(|host| {
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        host.starts_with('/')
            || host.to_ascii_lowercase().starts_with("%2f")
            || bare.eq_ignore_ascii_case("localhost")
            || bare.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local(url: &str) -> bool {
        stays_on_this_machine(&AnyConnectOptions::from_str(url).expect("an address"))
    }

    #[test]
    fn a_socket_and_loopback_stay_on_this_machine_and_nothing_else_does() {
        assert!(local("postgres://clerk@%2Fvar%2Frun%2Fpostgresql/desk"));
        assert!(local("postgres://clerk@localhost/desk?host=/tmp/socket"));
        assert!(local("postgres://clerk@127.0.0.1:5433/desk"));
        assert!(local("postgres://clerk@[::1]/desk"));
        assert!(!local("postgres://clerk@db.example.org/desk"));
        assert!(!local("postgres://clerk@localhost/desk?host=db.example.org"));
        assert!(!local("postgres://clerk@localhost/desk?hostaddr=192.0.2.7"));
        assert!(!local("postgres://clerk@localhost.example.org/desk"));
    }

    #[tokio::test]
    async fn a_distant_server_without_tls_is_refused_before_anything_is_sent() {
        for mode in ["disable", "allow", "prefer"] {
            let url = format!("postgres://clerk@db.example.org/desk?sslmode={mode}");
            let refused = pool(&url).await.expect_err("refused");
            assert!(refused.to_string().contains("only over TLS"), "{refused}");
        }
    }
}

//! One test, told on both engines.
#![allow(dead_code, reason = "each test uses some of it")]

use docket::store::Store;

use crate::casebook::passphrase;
use crate::postgres::PrivateDatabase;

/// Tells a story on an encrypted file and on an office's server.
pub async fn on_both(tell: impl AsyncFn(&Store)) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("office.docket");
    let store = Store::create(&file, &passphrase()).await.expect("a desk");
    tell(&store).await;
    store.close().await;
    let Some(database) = PrivateDatabase::make() else {
        return;
    };
    let store = Store::connect_office(database.url()).await.expect("an office");
    tell(&store).await;
    store.close().await;
}

//! Embeds the built page, the icons and the list of what the page may ask.

fn main() {
    let page = std::path::Path::new("../ui/dist/index.html");
    assert!(
        page.exists(),
        "the page is not built: run `make page` (npm --prefix ui ci && npm --prefix ui run build) first"
    );
    // A new build of the page changes the names of its files, which the macro that embeds them cannot see.
    println!("cargo:rerun-if-changed=../ui/dist");
    tauri_build::build();
}

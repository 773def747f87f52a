//! The system's file dialogs. They are opened here, not by the page, so the page never reads or writes a file.
//!
//! In a debug build the environment variable `DOCKET_DIALOG_FILES` answers them, because no WebDriver can reach a
//! native dialog: paths separated by `:`. Its files answer "open", its first folder answers "save". A release build does
//! not read it.

use std::path::{Path, PathBuf};

use docket::error::Refusal;
use tauri::AppHandle;
use tauri_plugin_dialog::{DialogExt, FilePath};
use tokio::sync::oneshot;

/// The endings of files that hold notices.
const NOTICES: [&str; 9] = ["pdf", "txt", "md", "xml", "htm", "html", "json", "sgm", "sgml"];
/// The endings of e-mail messages and scans; Outlook's own kind too, of which the desk says what to do with it.
const MAIL: [&str; 8] = ["eml", "pdf", "png", "jpg", "jpeg", "tif", "tiff", "msg"];

/// Asks which notices to import; nothing where the person chose none.
pub async fn choose_notices(app: &AppHandle) -> Option<Vec<PathBuf>> {
    choose_several(app, "Import notices", "Federal Register notices", &NOTICES).await
}

/// Asks which messages and scans came; nothing where the person chose none.
pub async fn choose_mail(app: &AppHandle) -> Option<Vec<PathBuf>> {
    choose_several(app, "Take in mail or scans", "E-mail messages and scans", &MAIL).await
}

/// Asks for several files; nothing where the person chose none.
async fn choose_several(app: &AppHandle, title: &str, kind: &str, endings: &[&str]) -> Option<Vec<PathBuf>> {
    if let Some(answer) = answer_of_test() {
        return Some(answer.into_iter().filter(|path| !path.is_dir()).collect());
    }
    let (tell, told) = oneshot::channel();
    app.dialog()
        .file()
        .set_title(title)
        .add_filter(kind, endings)
        .pick_files(move |files| drop(tell.send(files)));
    let files = told.await.ok().flatten()?;
    Some(files.into_iter().filter_map(|file| file.into_path().ok()).collect())
}

/// Asks which file to attach to a case; nothing where the person chose none.
pub async fn choose_paper(app: &AppHandle) -> Option<PathBuf> {
    if let Some(answer) = answer_of_test() {
        return answer.into_iter().find(|path| !path.is_dir());
    }
    let (tell, told) = oneshot::channel();
    app.dialog()
        .file()
        .set_title("Attach a paper")
        .add_filter("Scans and papers", &["pdf", "png", "jpg", "jpeg", "tif", "tiff", "txt", "eml"])
        .pick_file(move |file| drop(tell.send(file)));
    told.await.ok().flatten()?.into_path().ok()
}

/// Asks which backup to restore; nothing where the person chose none.
pub async fn choose_backup(app: &AppHandle) -> Option<PathBuf> {
    if let Some(answer) = answer_of_test() {
        return answer.into_iter().find(|path| !path.is_dir());
    }
    let (tell, told) = oneshot::channel();
    app.dialog()
        .file()
        .set_title("Restore a backup")
        .add_filter("Backups of a desk", &["desk"])
        .pick_file(move |file| drop(tell.send(file)));
    told.await.ok().flatten()?.into_path().ok()
}

/// Asks for a folder; nothing where the person chose none.
pub async fn choose_folder(app: &AppHandle) -> Option<PathBuf> {
    if let Some(answer) = answer_of_test() {
        return answer.into_iter().find(|path| path.is_dir());
    }
    let (tell, told) = oneshot::channel();
    app.dialog().file().set_title("Folder for backups").pick_folder(move |folder| drop(tell.send(folder)));
    told.await.ok().flatten()?.into_path().ok()
}

/// Asks where to save a letter or paper and writes it there; the answer is the path, or nothing where the person chose none.
pub async fn save(app: &AppHandle, name: &str, bytes: &[u8]) -> Result<Option<String>, Refusal> {
    let Some(path) = choose_target(app, name).await else {
        return Ok(None);
    };
    tokio::fs::write(&path, bytes).await.map_err(|cause| {
        Refusal::failed(
            "The file could not be written there. Choose another folder, or free some space.",
            &cause.kind(),
        )
    })?;
    Ok(Some(path.display().to_string()))
}

/// Asks where to write a file; nothing where the person chose none.
pub async fn choose_target(app: &AppHandle, name: &str) -> Option<PathBuf> {
    if let Some(answer) = answer_of_test() {
        return answer.iter().find(|path| path.is_dir()).map(|folder| folder.join(name));
    }
    let ending = Path::new(name).extension().and_then(|ending| ending.to_str()).unwrap_or("pdf");
    let (tell, told) = oneshot::channel();
    app.dialog()
        .file()
        .set_title("Save")
        .set_file_name(name)
        .add_filter(ending.to_uppercase(), &[ending])
        .save_file(move |file: Option<FilePath>| drop(tell.send(file)));
    told.await.ok().flatten()?.into_path().ok().map(|path| with_ending(&path, ending))
}

/// GTK's dialog does not add the ending that a person left out.
fn with_ending(path: &Path, ending: &str) -> PathBuf {
    match path.extension() {
        Some(_) => path.to_owned(),
        None => path.with_extension(ending),
    }
}

#[cfg(debug_assertions)]
fn answer_of_test() -> Option<Vec<PathBuf>> {
    std::env::var_os("DOCKET_DIALOG_FILES").map(|paths| std::env::split_paths(&paths).collect())
}

#[cfg(not(debug_assertions))]
fn answer_of_test() -> Option<Vec<PathBuf>> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_an_ending_gets_one_and_another_ending_is_kept() {
        assert_eq!(with_ending(Path::new("/out/letter"), "pdf"), Path::new("/out/letter.pdf"));
        assert_eq!(with_ending(Path::new("/out/letter.PDF"), "pdf"), Path::new("/out/letter.PDF"));
    }
}

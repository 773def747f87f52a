//! The commands, declared once: Tauri serves this list, and the page's TypeScript is written from it.

use tauri::Wry;
use tauri_specta::{Builder, collect_commands};

use crate::commands::{
    accounting, cases, desktop, drafts, inbox, ledger, letters, mail, papers, people, print_room, reports,
    rules, staff, start, systems, together, versions, windows, wordings,
};

/// Every command that the page may call.
pub fn commands() -> Builder<Wry> {
    Builder::new()
        // One TypeScript type for one Rust type: a reply that is also an argument has the same fields both ways.
        .disable_serde_phases()
        .commands(collect_commands![
            start::start_status,
            start::create_desk,
            start::unlock,
            start::open_practice,
            start::lock,
            start::desk,
            start::set_lock_after,
            windows::open_window,
            windows::zoom,
            windows::show_menu,
            windows::close_window,
            windows::quit,
            desktop::desktop_abilities,
            desktop::reminder_settings,
            desktop::set_reminder_settings,
            desktop::take_link,
            desktop::keep_in_tray,
            versions::version_place,
            versions::set_version_folder,
            versions::look_for_version,
            versions::version_notice,
            cases::worklist,
            together::preview_together,
            together::act_together,
            together::filters,
            together::save_filter,
            together::forget_filter,
            together::watch,
            drafts::save_draft,
            drafts::draft,
            drafts::forget_draft,
            accounting::accounting,
            accounting::enter_disclosure,
            accounting::strike_disclosure,
            cases::preview_intake,
            cases::open_case,
            cases::case_view,
            cases::act,
            cases::what_if,
            cases::dispose,
            people::people,
            people::person,
            people::say_of_people,
            people::unsay_of_people,
            papers::choose_and_attach_paper,
            papers::attach_dropped_paper,
            papers::paper,
            papers::save_paper,
            papers::destroy_paper,
            staff::staff,
            staff::add_staff,
            staff::change_staff,
            staff::deactivate_staff,
            staff::work_as,
            systems::systems,
            systems::library_agencies,
            systems::system,
            systems::compare,
            systems::correct_notice,
            systems::withdraw_notice_correction,
            systems::choose_and_import_notices,
            systems::import_notice_files,
            rules::rules,
            rules::corrections,
            rules::preview_correction,
            rules::take_correction,
            rules::withdraw_correction,
            wordings::wording,
            wordings::preview_wording,
            wordings::preview_wording_page,
            wordings::propose_wording,
            wordings::approve_wording,
            wordings::roll_back_wording,
            wordings::approve_translation,
            wordings::save_form,
            reports::workload,
            reports::due_calendar,
            reports::cases_due,
            ledger::verify_ledger,
            ledger::ledger_progress,
            ledger::stop_reading_ledger,
            ledger::export_ledger,
            ledger::backups,
            ledger::choose_folder,
            ledger::plan_backups,
            ledger::back_up_now,
            ledger::back_up_if_due,
            ledger::drill,
            ledger::restore_backup,
            letters::draft_letter,
            letters::edit_letter,
            letters::issue_letter,
            letters::letter_pdf,
            letters::save_letter,
            letters::queue_letter,
            print_room::printers,
            print_room::letters_to_print,
            print_room::print_settings,
            print_room::print_letters,
            print_room::print_progress,
            print_room::stop_printing,
            print_room::save_batch,
            inbox::inbox,
            inbox::incoming,
            inbox::choose_and_take_in,
            inbox::take_in_dropped,
            inbox::incoming_part,
            inbox::save_incoming_part,
            inbox::file_incoming,
            inbox::set_aside_incoming,
            inbox::put_back_incoming,
            inbox::destroy_incoming,
            mail::outbox,
            mail::send_mail,
            mail::mail_settings,
            mail::set_mail_settings,
        ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use specta_typescript::{Error, Typescript};
    use std::path::Path;
    use tauri_specta::{BuilderConfiguration, LanguageExt};

    const HEAD: &str = "// Written from the Rust commands by `make bindings`. A test fails when it is stale; do not edit it.\n";

    /// TypeScript, with the way of a request named `RequestChannel`: `Channel` is a word of Tauri's own there.
    struct Page;

    impl LanguageExt for Page {
        type Error = Error;

        fn export(self, declared: &BuilderConfiguration, path: &Path) -> Result<(), Error> {
            let mut declared = declared.clone();
            declared.types.iter_mut(|named| {
                if named.name == "Channel" {
                    named.name = "RequestChannel".into();
                }
            });
            Typescript::default().header(HEAD).export(&declared, path)
        }
    }

    /// With `DOCKET_WRITE_BINDINGS` set (`make bindings`) the file is written anew.
    #[test]
    fn the_typescript_types_are_those_of_the_commands() {
        let temp = tempfile::tempdir().unwrap();
        let fresh = temp.path().join("bindings.ts");
        commands().export(Page, &fresh).unwrap();
        let fresh = std::fs::read_to_string(fresh).unwrap();

        let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/backend/bindings.ts");
        if std::env::var_os("DOCKET_WRITE_BINDINGS").is_some() {
            std::fs::create_dir_all(kept.parent().unwrap()).unwrap();
            std::fs::write(&kept, &fresh).unwrap();
        }
        let known = std::fs::read_to_string(&kept).unwrap_or_default();
        assert!(known == fresh, "ui/src/backend/bindings.ts is stale: run `make bindings` and commit it");
    }
}

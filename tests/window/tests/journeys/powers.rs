//! The page is kept in: what it was not given, it cannot take.

use docket_window_tests::{Computer, Window};

/// What came of a call that the page tries to make of Tauri itself.
async fn tries(window: &Window, call: &str) -> String {
    window
        .ask_later(&format!("window.__TAURI_INTERNALS__.invoke({call}).then(() => 'DONE', (e) => typeof e === 'string' ? e : JSON.stringify(e))"))
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_gets_no_file_no_program_no_network_and_no_window() {
    let mut computer = Computer::new();
    let window = computer.open().await;
    window.see("Docket 552a").await;

    for call in [
        "'plugin:window|set_title', { label: 'main', value: 'x' }",
        "'plugin:dialog|open', { options: {} }",
        "'plugin:fs|read_file', { path: '/etc/passwd' }",
        "'plugin:shell|execute', { program: 'id' }",
        "'plugin:event|emit', { event: 'x' }",
    ] {
        let answer = tries(&window, call).await;
        assert!(answer.contains("not allowed") || answer.contains("not found"), "{call}: {answer}");
    }
    for (directive, way_out) in [
        ("connect-src", "fetch('https://example.org/').catch(() => {})"),
        ("img-src", "document.body.append(Object.assign(new Image(), { src: 'https://example.org/x.png' }))"),
        (
            "frame-src",
            "document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.org/' }))",
        ),
    ] {
        let stopped_by = window
            .ask_later(&format!(
                "new Promise((done) => {{
                   document.addEventListener('securitypolicyviolation', (e) => done(e.effectiveDirective), {{ once: true }});
                   {way_out};
                   setTimeout(() => done('nothing'), 3000); }})"
            ))
            .await;
        assert_eq!(stopped_by, directive, "{way_out}");
    }
    assert_eq!(window.ask("return typeof window.__TAURI__").await, "undefined");
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_desk_answers_no_question_and_a_page_cannot_name_a_file_that_nobody_dropped() {
    let mut computer = Computer::new();
    let window = computer.open().await;
    window.see("Docket 552a").await;

    for call in [
        "'worklist', { query: {} }",
        "'case_view', { number: 'USPS-2026-00001' }",
        "'letter_pdf', { number: 'USPS-2026-00001', letter: 'x' }",
        "'import_notice_files', { paths: ['/etc/passwd'] }",
        "'choose_and_import_notices'",
        "'outbox'",
        "'draft', { form: 'intake' }",
        "'accounting', { asked: { agency: 'usps', subject: 'x' } }",
        "'act_together', { selection: [], command: { command: 'add-note', text: 'x' } }",
        "'open_window', { number: 'USPS-2026-00001' }",
        "'mail_settings'",
        "'take_link'",
        "'reminder_settings'",
        "'version_place'",
        "'look_for_version'",
    ] {
        let answer = tries(&window, call).await;
        assert!(answer.contains(r#""code":"locked""#), "{call}: {answer}");
    }
    let huge = tries(&window, "'unlock', { passphrase: 'x'.repeat(100001) }").await;
    assert!(huge.contains(r#""code":"bad-input""#) && huge.contains("passphrase"), "{huge}");
    window.close().await;
}

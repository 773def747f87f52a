#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // The words stand in a field, so that the fuzzer need not find out how JSON quotes them.
    let words = String::from_utf8_lossy(bytes);
    let json = serde_json::json!({ "document_number": "2020-1", "publication_date": "2020-01-02", "raw_text": words });
    docket_fuzz::read("fuzz.json", json.to_string().as_bytes());
    docket_fuzz::read("fuzz.json", &[b"{\"document_number\":", bytes].concat());
});

#![no_main]

use libfuzzer_sys::fuzz_target;

// The reader answers a fault of its library with a refusal; only what it does not catch counts.
fuzz_target!(
    init: std::panic::set_hook(Box::new(|_| ())),
    |bytes: &[u8]| docket_fuzz::read_message(bytes)
);

//! Any bytes in the place of a file of a diary; the first byte says which.
#![no_main]

#[path = "../targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Some((which, rest)) = bytes.split_first() {
        let (_, place) = targets::PLACES[usize::from(*which) % targets::PLACES.len()];
        targets::diary_file(place, rest);
    }
});

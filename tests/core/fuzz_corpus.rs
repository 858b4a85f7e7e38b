//! Bytes that nobody has seen before: every file of the kept corpus, and thousands that were made of them, go through every reader
//! without a panic, without an endless message and without being lost.

use std::fs;
use std::path::{Path, PathBuf};

#[path = "../fuzz/targets.rs"]
mod targets;

/// What is made of each kept file.
const MADE_OF_EACH: u32 = 24;

fn corpus(name: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(name);
    let mut files: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty(), "{}", folder.display());
    files.into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

/// Other bytes, the same on every computer: bits flipped, parts cut out, doubled or filled.
fn other(bytes: &[u8], mut seed: u32) -> Vec<u8> {
    let mut dice = |most: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 17;
        seed ^= seed << 5;
        seed as usize % most.max(1)
    };
    let mut made = bytes.to_vec();
    for _ in 0..=dice(3) {
        let (from, length) = (dice(made.len()), dice(40));
        let to = (from + length).min(made.len());
        match dice(5) {
            0 if !made.is_empty() => made[from] ^= 1 << dice(8),
            1 => drop(made.drain(from..to)),
            2 => {
                let part = made[from..to].to_vec();
                drop(made.splice(from..from, part.repeat(1 + dice(4))));
            }
            3 => made[from..to].fill([0, b'(', b'"', 0xff, b'9'][dice(5)]),
            _ => made.truncate(from),
        }
    }
    made
}

#[test]
fn no_file_that_is_brought_in_stops_the_program() {
    for (name, bytes) in corpus("import") {
        targets::import(&bytes);
        for seed in 1..=MADE_OF_EACH {
            let made = other(&bytes, seed.wrapping_mul(0x9e37_79b9) | 1);
            let done = std::panic::catch_unwind(|| targets::import(&made));
            assert!(done.is_ok(), "{} with seed {seed}: {:?}", name.display(), String::from_utf8_lossy(&made));
        }
    }
}

#[test]
fn no_file_of_a_diary_stops_the_program_or_is_lost() {
    for (folder, place) in targets::PLACES {
        for (name, bytes) in corpus(folder) {
            targets::diary_file(place, &bytes);
            for seed in 1..=MADE_OF_EACH {
                let made = other(&bytes, seed.wrapping_mul(0x9e37_79b9) | 1);
                let done = std::panic::catch_unwind(|| targets::diary_file(place, &made));
                assert!(done.is_ok(), "{} with seed {seed}: {:?}", name.display(), String::from_utf8_lossy(&made));
            }
        }
    }
}

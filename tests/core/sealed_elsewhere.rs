//! A diary that was sealed by another program: what is read needs no program of ours to have written it. The folder was made with
//! age 1.1.1 of Debian (written in Go), from the files of `diaries/v1`, by a passphrase and a recovery code.

use std::path::{Path, PathBuf};

use gutskin::storage::seal::{Secret, Vault};
use gutskin::storage::{Access, Store};

use super::folder::{photograph, put_back, read, temporary};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

#[test]
fn what_another_program_sealed_is_read_with_either_secret() {
    let (place, plain) = (temporary(), temporary());
    put_back(&photograph(&fixture("sealed/by-another-program")), place.path());
    put_back(&photograph(&fixture("diaries/v1")), plain.path());
    let expected = read(plain.path()).diary;
    for secret in ["five plain words of mine", "04HM-ASW9-NF6Y-Y093-8NKR-KAYD-XZBS"] {
        let vault = Vault::unlock(place.path(), &Secret::from(secret)).unwrap();
        let opened = Store::open_with(place.path(), Access::Read, &vault).unwrap();
        assert_eq!(opened.diary, expected);
        assert_eq!((opened.report.problems, opened.report.read_only), (Vec::new(), None));
    }
    let vault = Vault::unlock(place.path(), &Secret::from("five plain words of mine")).unwrap();
    let opened = Store::open_with(place.path(), Access::Write, &vault).unwrap();
    assert_eq!(opened.diary, expected, "and written on");
    drop(opened);
    assert!(Store::check_with(place.path(), &vault).unwrap().is_sound());
}

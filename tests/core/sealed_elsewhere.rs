//! A diary that was sealed by another program, and one that is opened by another. What is read needs no program of ours to have
//! written it: that folder was made with age 1.1.1 of Debian (written in Go), from the files of `diaries/v1`, by a passphrase and
//! a recovery code. And what is written needs none of ours to be read, by the steps that the README gives.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use gutskin::storage::seal::{NewSecrets, RecoveryCode, Secret, Vault};
use gutskin::storage::{Access, PhotoFiles, Store};

use super::folder::{open, photograph, put_back, read, temporary, three_days, tidied};

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

const PASSPHRASE: &str = "five plain words of mine";

/// What a person cuts out of a file without knowing anything of its form: the lines from each BEGIN to its END, both included.
fn cut_out(bytes: &[u8]) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut is_inside = false;
    for line in String::from_utf8_lossy(bytes).lines() {
        if line == "-----BEGIN AGE ENCRYPTED FILE-----" {
            parts.push(String::new());
            is_inside = true;
        }
        if is_inside {
            let part = parts.last_mut().unwrap();
            *part += line;
            *part += "\n";
        }
        is_inside &= line != "-----END AGE ENCRYPTED FILE-----";
    }
    parts
}

/// The files of age in the lines of a journal: what stands between the third and the fourth quote is base64 of one.
fn in_lines(bytes: &[u8]) -> Vec<Vec<u8>> {
    let text = String::from_utf8_lossy(bytes);
    let quoted = text.lines().filter(|line| line.contains(",Sealed(\"")).filter_map(|line| line.split('"').nth(3));
    quoted.map(|sealed| STANDARD.decode(sealed).unwrap()).collect()
}

/// What opens a file of age for an identity: the program `age` where there is one, else a library that knows nothing of diaries.
fn open_by_hand(identity: &Path, sealed: &[u8]) -> Vec<u8> {
    let path = identity.with_file_name("one.age");
    fs::write(&path, sealed).unwrap();
    if let Ok(opened) = Command::new("age").arg("-d").arg("-i").arg(identity).arg(&path).output() {
        assert!(opened.status.success(), "{}", String::from_utf8_lossy(&opened.stderr));
        return opened.stdout;
    }
    let key: age::x25519::Identity = fs::read_to_string(identity).unwrap().trim().parse().unwrap();
    age::decrypt(&key, sealed).unwrap()
}

#[test]
fn every_file_is_opened_without_gutskin_as_the_readme_says() {
    let place = temporary();
    let (diary, plain) = (place.path().join("diary"), place.path().join("plain"));
    fs::create_dir_all(&plain).unwrap();
    let (held, steps) = three_days();
    tidied(&diary, &held, &steps);
    let recovery = RecoveryCode::generate().unwrap();
    let secrets = NewSecrets { passphrase: Secret::from(PASSPHRASE), recovery: recovery.clone(), work: 1 };
    let mut opened = open(&diary);
    opened.store.seal(&held, &secrets).unwrap();
    PhotoFiles::new(&diary)
        .with(&Vault::unlock(&diary, &Secret::from(PASSPHRASE)).unwrap())
        .keep(b"a left cheek", b"a small left cheek")
        .unwrap();
    opened.store.append(&steps[0]).unwrap();
    opened.store.append(&steps[2]).unwrap();
    drop(opened);
    let sealed = photograph(&diary);

    // key.ron: the first part opens with the passphrase, the second with the code on the paper, to one identity.
    let parts = cut_out(&sealed[Path::new("key.ron")]);
    let secrets = [Secret::from(PASSPHRASE), recovery.secret()];
    let identities: Vec<Vec<u8>> = parts
        .iter()
        .zip(secrets)
        .map(|(part, secret)| age::decrypt(&age::scrypt::Identity::new(secret), part.as_bytes()).unwrap())
        .collect();
    assert_eq!(identities.len(), 2);
    assert_eq!(identities[0], identities[1]);
    let identity = place.path().join("identity.txt");
    fs::write(&identity, &identities[0]).unwrap();

    // What comes out of every other file is, to the byte, what the program itself says it holds.
    put_back(&sealed, &plain);
    let vault = Vault::unlock(&plain, &Secret::from(PASSPHRASE)).unwrap();
    let mut unsealed = Store::open_with(&plain, Access::Write, &vault).unwrap();
    unsealed.store.unseal(&held, &Secret::from(PASSPHRASE)).unwrap();
    drop(unsealed);
    let (mut files, mut lines) = (0, 0);
    for (name, bytes) in &sealed {
        if name.ends_with("key.ron") || name.ends_with("gutskin.ron") {
            continue;
        }
        let parts = cut_out(bytes);
        if let [part] = parts.as_slice() {
            files += 1;
            let out = open_by_hand(&identity, part.as_bytes());
            assert!(!out.is_empty(), "{name:?}");
            // The month was written once more on the way; all else is as it was.
            if !name.starts_with("days") && !name.ends_with("index.ron") {
                let there = fs::read(plain.join(name)).unwrap();
                assert!(out == there, "{name:?}");
            }
            continue;
        }
        let sealed_lines = in_lines(bytes);
        assert!(!sealed_lines.is_empty(), "{name:?} can be opened by nobody but us");
        for line in sealed_lines {
            lines += 1;
            let out = String::from_utf8(open_by_hand(&identity, &line)).unwrap();
            assert!(out.starts_with("Rec(seq:") && out.contains("2026-03-0"), "{out}");
        }
    }
    assert!(files >= 6 && lines == 2, "{files} files, {lines} lines");
    let month = &cut_out(&sealed[Path::new("days/2026-03.ron")])[0];
    let month = String::from_utf8(open_by_hand(&identity, month.as_bytes())).unwrap();
    assert!(month.contains("new serum") && month.contains("Käse ✨") && month.contains("gutskin-sum"), "{month}");
}

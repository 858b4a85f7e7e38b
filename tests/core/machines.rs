//! What the program does on a machine that lacks what most have: fonts, a screen.

use std::fs;
use std::process::{Command, Stdio};

use super::command_line::{a_diary, code, complaint, gutskin, one_line};

#[test]
fn a_report_is_written_where_fontconfig_knows_no_font() {
    let folder = tempfile::tempdir().unwrap();
    let diary = folder.path().join("diary");
    a_diary(&diary);
    let (none, config, out) =
        (folder.path().join("none"), folder.path().join("fonts.conf"), folder.path().join("a.pdf"));
    fs::create_dir(&none).unwrap();
    let words = format!(
        "<?xml version=\"1.0\"?><fontconfig><dir>{0}</dir><cachedir>{0}</cachedir></fontconfig>",
        none.display()
    );
    fs::write(&config, words).unwrap();
    let report = gutskin(&diary).arg("report").arg("--out").arg(&out).env("FONTCONFIG_FILE", &config).output().unwrap();
    assert_eq!(code(&report), 0, "{}", complaint(&report));
    assert!(fs::read(&out).unwrap().starts_with(b"%PDF"));
}

#[test]
#[cfg(all(unix, not(target_os = "macos"), feature = "gui"))]
fn without_a_screen_the_window_is_refused_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Command::new(env!("CARGO_BIN_EXE_gutskin"));
    for screen in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        window.env_remove(screen);
    }
    let refused = window.arg("--diary").arg(folder.path().join("diary")).stdin(Stdio::null()).output().unwrap();
    let said = one_line(&refused, 2);
    assert!(said.contains("neither DISPLAY nor WAYLAND_DISPLAY is set; is a screen connected?"), "{said}");
}

//! Reports and charts of diaries, disks and folders that are not as one would wish: a file that says so or a clear error, and never a
//! broken file left behind.

use std::fs;
use std::io::{Read, Seek};
use std::path::Path;
use std::process::{Command as Process, Output};

use gutskin::columns::tabulate;
use gutskin::edit::{Command, EntryDraft};
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::text::Note;
use gutskin::model::value::Value;
use gutskin::report::doctor::{ReportRequest, build};
use gutskin::report::document::{Block, ReportDoc};
use gutskin::report::html::to_html;
use gutskin::report::output::{Output as Wanted, OutputKind, make};
use gutskin::report::pdf::{PagePreview, to_pdf};
use gutskin::report::write::write_file;
use gutskin::report::{ReportError, chart::ChartRequest};

use super::commands::{answer, carry_out, today};
use super::pdf_words::alternative_texts;
use super::report_chart::forty_days;

fn noted(words: &str) -> Diary {
    let mut diary = Diary::default();
    let draft = EntryDraft { text: Some(Note::new(words).unwrap()), ..EntryDraft::new(EntryKind::Note) };
    carry_out(&mut diary, Command::Log { day: today(), drafts: vec![draft] }).unwrap();
    diary
}

fn report(diary: &Diary, days: i32) -> ReportDoc {
    let request = ReportRequest::new(today().plus(1 - days), today(), today());
    build(diary, &tabulate(diary), &request, &|_| true).unwrap()
}

fn words(document: &ReportDoc) -> String {
    to_html(document, &|_| true).unwrap()
}

/// Runs the program in a folder in which nothing may grow beyond 512 bytes, as on a disk that is full.
fn on_a_full_disk(folder: &Path, arguments: &str) -> Output {
    let program = env!("CARGO_BIN_EXE_gutskin");
    let script = format!("trap '' XFSZ; ulimit -f 1; exec '{program}' --diary diary {arguments}");
    Process::new("sh").current_dir(folder).args(["-c", &script]).output().unwrap()
}

#[test]
fn days_without_any_answer_give_a_report_that_says_so() {
    let document = report(&noted("nothing to say"), 30);
    let said = words(&document);
    assert!(said.contains("Nothing about skin or gut was answered in this period, so better or worse cannot be said."));
    assert!(!document.blocks.iter().any(|block| matches!(block, Block::Table(table) if table.rows.is_empty())));
    let refused = make(
        &noted("nothing"),
        &tabulate(&noted("nothing")),
        &Wanted::Chart(ChartRequest::new(&["itch"], today().plus(-9), today(), today())),
        OutputKind::Chart.usual_format(),
        &|_| true,
    );
    assert!(matches!(refused, Err(ReportError::Chart(_))), "{refused:?}");
}

#[test]
fn answers_that_make_no_index_are_not_called_nothing() {
    let (diary, ..) = forty_days();
    let said = words(&report(&diary, 40));
    assert!(said.contains("Too few of the signs of a day were answered to say better or worse in one number"));
    assert!(!said.contains("Nothing about skin or gut was answered"));
}

#[test]
fn a_gap_of_ten_years_is_no_line_and_no_zero() {
    let mut diary = Diary::default();
    for ago in [3_700, 3_699, 3_698, 2, 1, 0] {
        carry_out(&mut diary, answer(today().plus(-ago), "itch", Value::Number(4.0))).unwrap();
    }
    let document = report(&diary, 3_701);
    let said = words(&document);
    assert!(said.contains("6 of 3701"), "six answered days of ten years");
    assert!(said.contains("4 (4 to 4), 6 d"), "no day between them counts as none");
    assert!(PagePreview::new(&document, &|_| true).unwrap().page_count() < 20, "days without an answer fill no paper");
}

#[test]
fn markup_and_formulas_in_a_note_stay_words_on_every_page() {
    let sharp = "<b>bold</b> =HYPERLINK(\"x\") {{7*7}} %s \\(x\\) ]]>";
    let document = report(&noted(sharp), 10);
    assert!(words(&document).contains("&lt;b&gt;bold&lt;/b&gt; =HYPERLINK(&quot;x&quot;) {{7*7}} %s \\(x\\) ]]&gt;"));
    assert!(to_pdf(&document, &|_| true).unwrap().0.starts_with(b"%PDF"));
}

#[test]
fn a_word_of_ten_thousand_letters_is_broken_and_stays_within_the_page() {
    let document = report(&noted(&"x".repeat(10_000)), 10);
    let mut preview = PagePreview::new(&document, &|_| true).unwrap();
    assert!(preview.page_count() >= 3, "ten thousand letters need room");
    for page in 0..preview.page_count() {
        let picture = preview.picture(page, 300).unwrap();
        // The right margin is 50 of 595 points: nothing stands in its outer half.
        let edge = 300 - 300 * 25 / 595;
        let strays = picture.pixels.chunks(4).enumerate().filter(|(at, pixel)| at % 300 >= edge && pixel[0] < 250);
        assert_eq!(strays.count(), 0, "page {page}");
    }
}

#[test]
fn a_full_disk_leaves_nothing_behind_and_the_older_file_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.pdf", "a.html"] {
        fs::write(folder.path().join(name), "older").unwrap();
    }
    let diary = folder.path().join("diary");
    let logged = Process::new(env!("CARGO_BIN_EXE_gutskin"))
        .arg("--diary")
        .arg(&diary)
        .args(["log", "itch=4", "redness=2"])
        .output()
        .unwrap();
    assert!(logged.status.success(), "{logged:?}");
    for name in ["a.pdf", "a.html"] {
        let refused = on_a_full_disk(folder.path(), &format!("report --out {name} --force"));
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(!refused.status.success(), "{said}");
        assert!(said.contains(&format!("{name}: cannot be written: ")) && said.contains("check the disk"), "{said}");
        assert_eq!(fs::read_to_string(folder.path().join(name)).unwrap(), "older");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3, "half a file was left behind");
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_takes_no_files_is_named_with_the_way_out() {
    // Nobody, not even an administrator, makes a file there.
    let refused = write_file(Path::new("/proc/a.pdf"), b"%PDF", false).unwrap_err();
    assert!(matches!(refused, ReportError::Io { .. }), "{refused:?}");
    let said = refused.to_string();
    assert!(said.starts_with("/proc/a.pdf: cannot be written: ") && said.contains("rights of the folder"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_reader_that_holds_the_older_file_open_keeps_it_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.html");
    write_file(&path, b"the older report", false).unwrap();
    let mut reader = fs::File::open(&path).unwrap();
    write_file(&path, b"the newer report", true).unwrap();
    reader.rewind().unwrap();
    let mut held = String::new();
    reader.read_to_string(&mut held).unwrap();
    assert_eq!((held.as_str(), fs::read(&path).unwrap()), ("the older report", b"the newer report".to_vec()));
}

#[test]
fn where_no_font_is_installed_boxes_stand_and_are_counted() {
    let folder = tempfile::tempdir().unwrap();
    let none = folder.path().join("fonts.conf");
    fs::write(&none, "<?xml version=\"1.0\"?><fontconfig></fontconfig>").unwrap();
    let run = |arguments: &[&str]| {
        let mut command = Process::new(env!("CARGO_BIN_EXE_gutskin"));
        command.current_dir(folder.path()).env("FONTCONFIG_FILE", &none).env("XDG_DATA_HOME", folder.path());
        command.args(["--diary", "diary"]).args(arguments).output().unwrap()
    };
    // Two Chinese, four Hebrew, three people; the joiners between them are nothing to see.
    let logged = run(&["log", "itch=4", "note=味噌 soup, שלום, 👩‍👩‍👧, e\u{301}"]);
    assert!(logged.status.success(), "{logged:?}");
    let written = run(&["report", "--out", "a.pdf"]);
    let said = String::from_utf8_lossy(&written.stderr).into_owned();
    assert!(written.status.success(), "{said}");
    assert_eq!(said, "9 characters could not be printed; a box stands in the place of each\n");
}

#[test]
fn a_figure_has_the_same_words_on_the_screen_in_a_drawing_and_on_paper() {
    let (diary, ..) = forty_days();
    let document = report(&diary, 40);
    let on_paper = alternative_texts(&to_pdf(&document, &|_| true).unwrap().0);
    let page = words(&document);
    let mut figures = 0;
    for block in &document.blocks {
        // What the window says of a figure is the description of its scene, or the words of its chart.
        let said = match block {
            Block::Figure(chart) => &chart.alt,
            Block::Drawing(scene) => &scene.desc,
            _ => continue,
        };
        figures += 1;
        assert!(on_paper.contains(said), "not on paper: {said}\n{on_paper:?}");
        assert!(page.contains(&format!("-desc\">{}</desc>", gutskin::report::svg::escape(said))), "not drawn: {said}");
    }
    assert_eq!((figures, on_paper.len()), (4, 4), "{on_paper:?}");
}

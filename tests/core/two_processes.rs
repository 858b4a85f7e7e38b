//! Two programs on one diary: the second writer is refused while the first writes, and a reader sees whole entries at every moment.

use std::io::Write;

use gutskin::model::diary::Diary;
use gutskin::storage::{Access, ReadOnly, Store};

use super::command_line::{code, one_line, run, stream};
use super::folder::{read, temporary};

/// Days whose answers were logged by one act: both are there, or neither is.
fn whole_days(diary: &Diary) -> usize {
    for (_, page) in diary.day_records().map(|page| (page.date, page)) {
        let answered = |key: &str| page.entries.iter().filter(|entry| entry.answers.get(key).is_some()).count();
        let [itch, stress] = ["itch", "stress"].map(answered);
        assert_eq!((itch, stress), (1, 1), "{}: half of an act", page.date);
    }
    diary.day_records().len()
}

#[test]
fn a_second_writer_is_refused_while_the_first_writes_and_a_reader_sees_whole_entries() {
    let place = temporary();
    let diary = place.path().join("diary");
    let mut first = stream(&diary);
    let mut seen = 0;
    for day in 1..=28_u32 {
        writeln!(first.input, "2026-03-{day:02} itch=3 stress=5").unwrap();
        // While that is on its way: whole days, never fewer than before.
        let now = whole_days(&read(&diary).diary);
        assert!(now >= seen, "{now} days after {seen}");
        if day % 9 == 0 {
            let refused = one_line(&run(&diary, &["log", "--date", "2026-03-01", "itch=9"]), 3);
            assert!(refused.contains("open elsewhere"), "{refused}");
            let second = Store::open(&diary, Access::Write).unwrap();
            assert_eq!(second.report.read_only, Some(ReadOnly::OpenElsewhere));
        }
        assert_eq!(first.next(), format!("saved {day}"));
        let now = whole_days(&read(&diary).diary);
        assert_eq!(now, usize::try_from(day).unwrap(), "what was acknowledged is what the reader sees");
        seen = now;
    }
    drop(first.input);
    assert!(first.child.wait().unwrap().success());
    assert_eq!(code(&run(&diary, &["log", "--date", "2026-03-01", "redness=1"])), 0, "then the second may write");
}

#[test]
fn what_a_killed_writer_acknowledged_is_there_and_the_next_may_write() {
    let place = temporary();
    let diary = place.path().join("diary");
    let mut acknowledged = 0;
    for round in 1..=12_u32 {
        let mut writer = stream(&diary);
        writeln!(writer.input, "2026-03-{round:02} itch=3 stress=5").unwrap();
        assert_eq!(writer.next(), "saved 1");
        acknowledged += 1;
        // One more that nobody waits for.
        writeln!(writer.input, "2026-04-{round:02} itch=4 stress=4").unwrap();
        writer.child.kill().unwrap();
        writer.child.wait().unwrap();
        let found = whole_days(&read(&diary).diary);
        assert!((acknowledged..=2 * acknowledged).contains(&found), "{found} of {acknowledged} days");
        acknowledged = found;
    }
    assert!(Store::check(&diary).unwrap().is_sound());
}

//! The workspace: what the screen shows is what the disk will hold, and the state of saving is true.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use gutskin::columns::tabulate;
use gutskin::edit::Command;
use gutskin::model::value::Value;
use gutskin::storage::Access;
use gutskin::workspace::{SaveState, Workspace, WorkspaceError};

use super::commands::answer;
use super::folder::{log, named, open, photograph, read, temporary, three_days, tidied};

fn workspace(place: &Path) -> Workspace {
    Workspace::open(place, Access::Write, Arc::new(|| ())).unwrap()
}

fn redness(workspace: &Workspace, ago: i32, value: f64) -> Command {
    answer(workspace.today().plus(-ago), "redness", Value::Number(value))
}

#[test]
fn what_was_waited_for_is_on_disk_while_the_window_is_still_open() {
    let place = temporary();
    let mut workspace = workspace(place.path());
    for ago in 0..5 {
        let receipt = workspace.submit(redness(&workspace, ago, 3.0)).unwrap();
        let day = workspace.today().plus(-ago);
        assert_eq!((receipt.label, receipt.days), (format!("Redness 3, {}", day.brief(workspace.today())), vec![day]));
        workspace.wait_until_saved().unwrap();
        assert!(matches!(workspace.save_state(), SaveState::Saved(Some(_))));
        assert_eq!(read(place.path()).diary, **workspace.diary());
    }
}

#[test]
fn closing_waits_for_the_disk_and_leaves_month_files() {
    let place = temporary();
    let mut workspace = workspace(place.path());
    for ago in 0..40 {
        workspace.submit(redness(&workspace, ago, 2.0)).unwrap();
    }
    let diary = workspace.diary().clone();
    drop(workspace);
    assert!(!named(&photograph(place.path()), "days").is_empty());
    fs::remove_dir_all(place.path().join("journal")).unwrap();
    assert_eq!(open(place.path()).diary, *diary);
}

#[test]
fn undo_and_redo_are_saved_like_any_other_edit() {
    let place = temporary();
    let mut workspace = workspace(place.path());
    workspace.submit(redness(&workspace, 0, 3.0)).unwrap();
    workspace.submit(redness(&workspace, 1, 1.0)).unwrap();
    let yesterday = workspace.today().plus(-1).brief(workspace.today());
    assert_eq!(workspace.undo().unwrap().unwrap().label, format!("Redness 1, {yesterday}"));
    workspace.wait_until_saved().unwrap();
    assert_eq!(read(place.path()).diary, **workspace.diary());
    assert_eq!(workspace.diary().day_records().len(), 1);
    workspace.redo().unwrap().unwrap();
    assert_eq!(workspace.redo().unwrap(), None);
    let diary = workspace.diary().clone();
    drop(workspace);
    assert_eq!(open(place.path()).diary, *diary);
    assert_eq!(diary.day_records().len(), 2);
}

#[test]
fn the_table_is_that_of_the_diary_after_every_edit_undo_and_redo() {
    let place = temporary();
    let mut workspace = workspace(place.path());
    let today = workspace.today();
    for (ago, value) in [(9, 1.0), (0, 2.0), (5, 3.0), (5, 4.0), (12, 0.0), (0, 1.0)] {
        workspace.submit(redness(&workspace, ago, value)).unwrap();
        assert_eq!(*workspace.table(), tabulate(workspace.diary()), "{ago} days ago");
    }
    workspace.submit(Command::DeleteDay { day: today }).unwrap();
    assert_eq!(*workspace.table(), tabulate(workspace.diary()));
    while workspace.undo().unwrap().is_some() {
        if workspace.diary().span().is_some() {
            assert_eq!(*workspace.table(), tabulate(workspace.diary()));
        }
    }
    while workspace.redo().unwrap().is_some() {
        assert_eq!(*workspace.table(), tabulate(workspace.diary()));
    }
}

#[test]
fn a_refused_command_changes_neither_diary_nor_history_nor_revision() {
    let place = temporary();
    let mut workspace = workspace(place.path());
    workspace.submit(redness(&workspace, 0, 3.0)).unwrap();
    let (diary, revision) = (workspace.diary().clone(), workspace.revision());
    assert!(matches!(workspace.submit(redness(&workspace, 0, 9.0)), Err(WorkspaceError::Command(_))));
    assert!(matches!(workspace.submit(log(workspace.today().plus(3), 1.0, "ahead")), Err(WorkspaceError::Command(_))));
    assert_eq!((workspace.diary(), workspace.revision()), (&diary, revision));
    assert_eq!(
        workspace.undo_label(),
        Some(format!("Redness 3, {}", workspace.today().brief(workspace.today())).as_str())
    );
    workspace.submit(redness(&workspace, 0, 3.0)).unwrap();
    assert_eq!(workspace.revision(), revision, "the same answer again is no change");
}

#[test]
fn a_diary_that_is_open_elsewhere_can_be_looked_at_and_says_why_it_cannot_be_changed() {
    let place = temporary();
    let (diary, steps) = three_days();
    tidied(place.path(), &diary, &steps);
    let first = workspace(place.path());
    let mut second = workspace(place.path());
    assert_eq!(**second.diary(), diary);
    assert!(second.read_only().unwrap().contains("open elsewhere"));
    assert!(matches!(second.save_state(), SaveState::ReadOnly(reason) if reason.contains("open elsewhere")));
    let command = redness(&second, 0, 1.0);
    assert!(matches!(second.submit(command), Err(WorkspaceError::ReadOnly(_))));
    assert!(matches!(second.undo(), Err(WorkspaceError::ReadOnly(_))));
    assert_eq!(**second.diary(), diary);
    drop(first);
}

#[test]
fn a_disk_that_refuses_is_told_and_what_is_on_the_screen_stays() {
    let place = temporary();
    let mut workspace = workspace(place.path());
    workspace.submit(redness(&workspace, 1, 1.0)).unwrap();
    workspace.wait_until_saved().unwrap();
    drop(workspace);

    let mut workspace = self::workspace(place.path());
    let kept = photograph(place.path());
    // A file where the folder of the journal was refuses whoever writes.
    fs::rename(place.path().join("journal"), place.path().join("away")).unwrap();
    fs::write(place.path().join("journal"), "in the way").unwrap();
    workspace.submit(redness(&workspace, 0, 4.0)).unwrap();
    let refused = workspace.wait_until_saved().unwrap_err().to_string();
    assert!(refused.starts_with("not saved: ") && refused.contains("journal"), "{refused}");
    assert!(matches!(workspace.save_state(), SaveState::NotSaved { reason, .. } if reason.contains("journal")));
    assert_eq!(workspace.diary().day_records().len(), 2, "the screen keeps it");
    // The next edit tries again, with everything that waits.
    fs::remove_file(place.path().join("journal")).unwrap();
    fs::rename(place.path().join("away"), place.path().join("journal")).unwrap();
    assert_eq!(photograph(place.path()), kept);
    workspace.submit(redness(&workspace, 2, 2.0)).unwrap();
    let diary = workspace.diary().clone();
    drop(workspace);
    assert_eq!(open(place.path()).diary, *diary);
    assert_eq!(diary.day_records().len(), 3);
}

#[test]
fn a_window_is_woken_when_the_state_of_saving_changes() {
    let place = temporary();
    let woken = Arc::new(AtomicUsize::new(0));
    let count = woken.clone();
    let wake = Arc::new(move || {
        count.fetch_add(1, Ordering::SeqCst);
    });
    let mut workspace = Workspace::open(place.path(), Access::Write, wake).unwrap();
    workspace.submit(redness(&workspace, 0, 4.0)).unwrap();
    drop(workspace);
    assert!(woken.load(Ordering::SeqCst) >= 1);
}

//! What a report is to hold: a ready-made choice, the days, the paper, each part, and what is typed for this report alone.

use eframe::egui::{Id, TextEdit, Ui};

use super::photos::ReportPhotoChoice;
use crate::model::doctor_mark::MARK;
use crate::model::stretch::{everything, logged_before};
use crate::report::doctor::{Preset, Section};
use crate::report::document::Paper;
use crate::ui::context::ViewContext;
use crate::ui::theme::space;
use crate::ui::widgets::{caption_ui, quiet_ui, segmented};
use crate::words::count;

/// The most characters of what is typed for a report.
const LONGEST_ANSWER: usize = 2_000;

/// What stands in this report alone; it is not kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Typed {
    pub who: String,
    pub questions: String,
}

pub(super) fn choices_ui(ui: &mut Ui, ctx: &mut ViewContext<'_>, typed: &mut Typed, photos: &mut ReportPhotoChoice) {
    let (workspace, choices) = (ctx.workspace, &mut ctx.view.report);
    ui.spacing_mut().item_spacing.y = space::CARD_ROW;
    let ready = Preset::ALL.map(|preset| (preset, preset.label()));
    if let Some(preset) = segmented::segmented_ui(ui, "Made for", Preset::matching(&choices.sections), &ready) {
        choices.sections = preset.sections();
    }
    let periods = [(Some(30), "30 days"), (Some(90), "90 days"), (Some(365), "a year"), (None, "everything")];
    if let Some(days) = segmented::segmented_ui(ui, "Period", Some(choices.days), &periods) {
        choices.days = days;
    }
    left_out_ui(ui, workspace, choices.days);
    let papers = Paper::ALL.map(|paper| (paper, paper.label()));
    if let Some(paper) = segmented::segmented_ui(ui, "Paper", Some(choices.paper), &papers) {
        choices.paper = paper;
    }
    typed_ui(ui, "Name or initials", &mut typed.who, 1);
    typed_ui(ui, "What I want to ask", &mut typed.questions, 3);
    photos.summary_ui(ui, workspace.diary());
    caption_ui(ui, "On page one");
    ui.checkbox(&mut choices.with_flags, "What needed a look, first of all");
    ui.checkbox(&mut choices.with_safety_answers, "Safety questions I answered yes");
    caption_ui(ui, "After page one");
    for section in Section::all() {
        let mut wanted = choices.sections.contains(&section);
        if ui.checkbox(&mut wanted, section.label()).changed() {
            if wanted {
                choices.sections.insert(section);
            } else {
                choices.sections.remove(&section);
            }
        }
    }
    ui.checkbox(&mut choices.with_notes, "Words of my notes and doses in these parts");
    quiet_ui(ui, &format!("A note is marked for the doctor by its tick, or by the word {MARK}."));
}

/// How many logged days lie far before everything else and are left out.
fn left_out_ui(ui: &mut Ui, workspace: &crate::workspace::Workspace, days: Option<i32>) {
    let stretches = workspace.diary().stretches();
    let Some((first, _)) = everything(&stretches).filter(|_| days.is_none()) else { return };
    let left_out = logged_before(&stretches, first);
    if left_out > 0 {
        let days = count(left_out, "day", "days");
        quiet_ui(ui, &format!("From {} on. Left out, far before: {days}.", first.short()));
    }
}

/// A field for words that stand in this report alone.
fn typed_ui(ui: &mut Ui, name: &str, words: &mut String, rows: usize) {
    let label = ui.label(name);
    let field =
        TextEdit::multiline(words).desired_rows(rows).char_limit(LONGEST_ANSWER).id(Id::unique(("report", name)));
    ui.add(field.desired_width(f32::INFINITY)).labelled_by(label.id);
}

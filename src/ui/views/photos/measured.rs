//! What was measured of a photo, in words with their limits, and which photo it repeats: from repeats alone it is known how far two
//! photos of the same skin lie apart.

use eframe::egui::Ui;

use crate::analysis::blind_rating::{self, error_line, rating_line};
use crate::analysis::photo_redness::{LIMITS, redness_lines};
use crate::edit::Command;
use crate::model::diary::Diary;
use crate::model::photo::Photo;
use crate::photos::RatedSeries;
use crate::ui::context::ViewContext;
use crate::ui::theme::space;
use crate::ui::widgets::{caption_ui, quiet_ui};

/// How red the skin is, or why no number is given.
pub(super) fn redness_ui(ui: &mut Ui, diary: &Diary, photo: &Photo) {
    let lines = redness_lines(diary, photo);
    if lines.is_empty() {
        return;
    }
    ui.add_space(space::TIGHT);
    for line in &lines {
        ui.label(line);
    }
    caption_ui(ui, LIMITS);
}

/// What was said of it without its date; nothing where nobody has.
pub(super) fn rated_ui(ui: &mut Ui, diary: &Diary, photo: &Photo) {
    if photo.series.is_none() {
        return;
    }
    let series = RatedSeries::new(diary.photos().filter(|other| other.series == photo.series));
    let Some(line) = rating_line(&series, photo) else { return };
    ui.add_space(space::TIGHT);
    ui.label(line);
    quiet_ui(ui, &error_line(&series));
    caption_ui(ui, blind_rating::LIMITS);
}

/// Which photo of the same day and series this one repeats a moment later; nothing where there is none.
pub(super) fn repeats_ui(ui: &mut Ui, photo: &Photo, ctx: &mut ViewContext<'_>) {
    let diary = ctx.workspace.diary();
    let is_repeated = diary.photos().any(|other| other.repeat_of == Some(photo.id));
    let others: Vec<&Photo> = diary
        .photos()
        .filter(|other| other.id != photo.id && other.day == photo.day && other.series == photo.series)
        .filter(|other| other.repeat_of.is_none())
        .collect();
    if photo.series.is_none() || is_repeated || others.is_empty() {
        return;
    }
    let mut chosen = photo.repeat_of;
    ui.horizontal_wrapped(|ui| {
        quiet_ui(ui, "Taken a moment after another, without anything changed:");
        for other in others {
            let time = other.at.map_or_else(|| format!("photo {}", other.id.0), |at| format!("that of {at}"));
            let mut is_chosen = chosen == Some(other.id);
            if ui.checkbox(&mut is_chosen, format!("repeats {time}")).changed() {
                chosen = is_chosen.then_some(other.id);
            }
        }
    });
    if chosen != photo.repeat_of {
        ctx.commands.edit(Command::AmendPhoto { photo: Box::new(Photo { repeat_of: chosen, ..photo.clone() }) });
    }
}

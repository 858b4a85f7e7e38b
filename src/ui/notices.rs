//! What was found about the files of the diary: under the menu, over everything else, until somebody has understood it.

use eframe::egui::{Frame, Margin, Panel, RichText, ScrollArea, Stroke, Ui};

use super::command::{DialogRequest, UiCommand, UiCommands};
use super::theme::{Palette, space};
use crate::model::text::show_path;
use crate::workspace::{Notice, Workspace};

/// Height beyond which the list scrolls, so that many notices leave room for the diary.
const MOST_HEIGHT: f32 = 190.0;

/// Shows them all.
pub fn notices_ui(ui: &mut Ui, workspace: &Workspace, commands: &mut UiCommands) {
    let notices = workspace.notices();
    if notices.is_empty() {
        return;
    }
    let palette = Palette::of(ui);
    let frame = Frame::new()
        .fill(palette.window)
        .stroke(Stroke::new(1.0, palette.attention))
        .inner_margin(Margin::symmetric(12, 8));
    Panel::top("notices").frame(frame).show(ui, |ui| {
        ScrollArea::vertical()
            .max_height(MOST_HEIGHT)
            .min_scrolled_height(MOST_HEIGHT)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                for notice in &notices {
                    notice_ui(ui, notice, workspace.read_only().is_some(), commands);
                    ui.add_space(space::TIGHT);
                }
            });
        if notices.len() > 1 && ui.button(format!("Understood, all {}", notices.len())).clicked() {
            for notice in &notices {
                commands.push(UiCommand::Understand(Box::new(notice.clone())));
            }
        }
    });
}

fn notice_ui(ui: &mut Ui, notice: &Notice, is_read_only: bool, commands: &mut UiCommands) {
    ui.label(RichText::new(&notice.place).color(Palette::of(ui).attention).strong());
    ui.label(sentence(&notice.what));
    if !notice.done.is_empty() {
        ui.label(sentence(&notice.done));
    }
    ui.horizontal(|ui| {
        if ui.button("Understood").on_hover_text(format!("Understood: {}", notice.place)).clicked() {
            commands.push(UiCommand::Understand(Box::new(notice.clone())));
        }
        if let Some(kept) = notice.kept.as_ref().filter(|_| !is_read_only)
            && ui.button("See what it changes…").on_hover_text(show_path(kept)).clicked()
        {
            commands.open(DialogRequest::CompareFile(kept.clone()));
        }
    });
}

/// The same words as a sentence.
fn sentence(words: &str) -> String {
    let mut signs = words.chars();
    signs.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), signs.as_str()))
}

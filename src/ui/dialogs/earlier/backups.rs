//! Which copies of the diary there are, and the way to what each says otherwise.

use eframe::egui::{CollapsingHeader, Label, Ui};

use super::second_folder::SecondFolderPart;
use crate::model::text::show_path;
use crate::storage::copies::{CopyKind, DiaryCopy, copies, read_copy};
use crate::storage::seal::Vault;
use crate::ui::command::DialogRequest;
use crate::ui::context::ViewContext;
use crate::ui::modal;
use crate::ui::modal::Dialog;
use crate::ui::widgets::{caption_ui, heading_ui, quiet_ui};
use crate::words::{count, file_size};
use crate::workspace::Workspace;

/// The copies, as they were when the page was opened.
pub(in crate::ui::dialogs) struct BackupsPage {
    copies: Result<Vec<Listed>, String>,
    folder: String,
    /// What the copies do not hold.
    photos: Option<String>,
    second: SecondFolderPart,
}

/// A copy; its days are counted once it is in sight.
pub(super) struct Listed {
    pub copy: DiaryCopy,
    days: Option<String>,
}

impl Listed {
    pub(super) fn new(copy: DiaryCopy) -> Self {
        Self { copy, days: None }
    }
}

impl BackupsPage {
    pub(in crate::ui::dialogs) fn new(workspace: &Workspace) -> Self {
        let listed = |copies: Vec<DiaryCopy>| copies.into_iter().map(Listed::new).collect();
        let copies = copies(workspace.folder()).map(listed).map_err(|error| error.to_string());
        let photos = workspace.diary().photos().count();
        let photos = (photos > 0).then(|| {
            let place = show_path(&workspace.folder().join("photos"));
            format!(
                "The pictures of {} are not in these copies: copy {place} as well.",
                count(photos, "photo", "photos")
            )
        });
        let second = SecondFolderPart::default();
        Self { copies, folder: show_path(&workspace.folder().join("backups")), photos, second }
    }
}

impl Dialog for BackupsPage {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        modal::title_ui(ui, "Backups");
        quiet_ui(
            ui,
            "Gutskin keeps copies by itself. “Compare” shows what one says otherwise, before anything is changed.",
        );
        modal::middle_ui(ui, |ui| {
            match &mut self.copies {
                Err(error) => quiet_ui(ui, error),
                Ok(copies) if copies.is_empty() => {
                    quiet_ui(
                        ui,
                        "There are none yet; the first is made when the diary is tidied, at the latest on closing.",
                    );
                }
                Ok(copies) => list_ui(ui, copies, ctx),
            }
            self.second.ui(ui, ctx);
        });
        if let Some(words) = &self.photos {
            quiet_ui(ui, words);
        }
        quiet_ui(ui, &format!("They lie in {}. Copy that folder to a stick now and then.", self.folder));
        modal::close_button_ui(ui, ctx.commands);
    }

    fn has_fields(&self) -> bool {
        false
    }
}

fn list_ui(ui: &mut Ui, copies: &mut [Listed], ctx: &mut ViewContext<'_>) {
    let mut rest = copies;
    let mut has_months = false;
    while let Some(first) = rest.first() {
        let kind = first.copy.kind;
        let same = rest.iter().take_while(|listed| listed.copy.kind == kind).count();
        let (group, others) = rest.split_at_mut(same);
        rest = others;
        match kind {
            // The months of some years are a long list; each opens on its own.
            CopyKind::Month(month) => {
                if !std::mem::replace(&mut has_months, true) {
                    heading_ui(ui, "Single months");
                }
                let name = month.first_day().map(crate::model::time::Day::month_name).unwrap_or_default();
                let title = format!("{name}: {}", count(same, "copy", "copies"));
                CollapsingHeader::new(title).id_salt(name).show(ui, |ui| group_ui(ui, group, ctx));
            }
            CopyKind::Whole => {
                heading_ui(ui, "The whole diary");
                group_ui(ui, group, ctx);
            }
            CopyKind::PutAside => {
                heading_ui(ui, "Put aside: edited by hand, or damaged");
                group_ui(ui, group, ctx);
            }
            CopyKind::Beside => {
                heading_ui(ui, "Left by another program beside the diary’s files");
                group_ui(ui, group, ctx);
            }
        }
    }
}

pub(super) fn group_ui(ui: &mut Ui, group: &mut [Listed], ctx: &mut ViewContext<'_>) {
    for listed in group {
        ui.push_id(&listed.copy.path, |ui| {
            ui.horizontal_wrapped(|ui| {
                let label = listed.copy.label();
                ui.add(Label::new(&label).wrap());
                let days = listed.days.get_or_insert_with(|| days_of(&listed.copy, ctx.workspace.vault()));
                caption_ui(ui, &format!("{days}, {}", file_size(listed.copy.bytes)));
                if ui.link("Compare").on_hover_text(format!("Compare: {label}")).clicked() {
                    ctx.commands.open(DialogRequest::CompareFile(listed.copy.path.clone()));
                }
            });
        });
    }
}

fn days_of(copy: &DiaryCopy, vault: &Vault) -> String {
    read_copy(&copy.path, vault)
        .map_or_else(|_| "no days that can be read".to_owned(), |copied| count(copied.days.len(), "day", "days"))
}

//! The dialogs of the window, and which of them answers which request.

mod about;
mod close;
mod confirm;
mod course;
mod crisis;
mod earlier;
mod encryption;
mod export;
mod export_photos;
mod help;
mod hide_idea;
mod import;
mod leave_out;
mod pantry;
mod photos;
mod profile;
mod settings;
mod suspects;
mod trackable;
mod trial;
mod try_idea;
mod warnings;

pub use export::chart as chart_in_view;

use self::export::ExportDraft;
use super::context::ViewContext;
use super::food_editor;
use super::modal::Dialog;
use crate::report::output::Output;
use crate::ui::command::DialogRequest;

/// The dialog that was asked for; `None` if what it is about is not in the diary any more.
pub fn open(request: DialogRequest, ctx: &mut ViewContext<'_>) -> Option<Box<dyn Dialog>> {
    let workspace = ctx.workspace;
    Some(match request {
        DialogRequest::Help => Box::new(help::HelpPage),
        DialogRequest::About => Box::new(about::AboutPage),
        DialogRequest::Profile => Box::new(profile::ProfileDraft::new(workspace.diary().profile())),
        DialogRequest::Settings => Box::new(settings::SettingsDraft::new(workspace, ctx.view)),
        DialogRequest::NewCourse(start, name) => Box::new(course::CourseDraft::blank(start, name)?),
        DialogRequest::Course(id) => Box::new(course::CourseDraft::change(workspace.diary().course(id)?)),
        DialogRequest::NewOwnFood(name) => food_editor::new_own_food(workspace.diary(), &name)?,
        DialogRequest::NewRecipe(day) => food_editor::new_recipe(day),
        DialogRequest::RecipeOfMeal(day, meal) => food_editor::recipe_of_meal(workspace.diary(), day, meal)?,
        DialogRequest::ChangeFood(food, day) => food_editor::change_food(workspace.diary(), food, day)?,
        DialogRequest::Pantry => Box::new(pantry::PantryPage),
        DialogRequest::Suspects => Box::new(suspects::SuspectsDraft::new(workspace)),
        DialogRequest::LeaveOut(what) => Box::new(leave_out::LeaveOutDraft::new(workspace, what)),
        DialogRequest::NewTrackable => Box::new(trackable::TrackableDraft::default()),
        DialogRequest::TryIdea(card) => Box::new(try_idea::TryIdea::new(workspace, &card)?),
        DialogRequest::HideIdea(card) => Box::new(hide_idea::HideIdea::new(card)),
        DialogRequest::ExportChart => Box::new(ExportDraft::new(export::chart(ctx), workspace)),
        DialogRequest::SaveReport(request) => Box::new(ExportDraft::new(Output::Report(*request), workspace)),
        DialogRequest::ExportData => Box::new(ExportDraft::new(export::days(workspace), workspace)),
        DialogRequest::ExportKind(request) => Box::new(ExportDraft::new(Output::Kind(request), workspace)),
        DialogRequest::ExportFigure(figure) => Box::new(ExportDraft::new(Output::Figure(figure), workspace)),
        DialogRequest::Import(place) => Box::new(import::ImportDraft::new(place)),
        DialogRequest::CompareFile(path) => match earlier::ComparePage::of_file(workspace, &path) {
            Ok(page) => Box::new(page),
            // Not of days: courses, settings, foods; or not to be read, which is said there.
            Err(_) => Box::new(import::ImportDraft::new(Some(path))),
        },
        DialogRequest::CompareDay(source, said) => Box::new(earlier::ComparePage::of_day(workspace, source, *said)),
        DialogRequest::Backups => Box::new(earlier::BackupsPage::new(workspace)),
        DialogRequest::Encryption => encryption::page(workspace),
        DialogRequest::DayHistory(day) => Box::new(earlier::DayHistoryPage::new(workspace, day)),
        DialogRequest::DeleteDay(day) => Box::new(confirm::DeleteDay(day)),
        DialogRequest::EndTrial(id) => Box::new(trial::EndTrial::new(workspace, id)?),
        DialogRequest::DeleteTrial(id) => Box::new(trial::DeleteTrial::new(workspace, id)?),
        DialogRequest::ExportPhotos(ids) => Box::new(export_photos::ExportPhotosDraft::new(ids)),
        DialogRequest::DeletePhotosForGood(ids) => Box::new(photos::DeleteForGood::Photos(ids)),
        DialogRequest::DeletePicturesForGood(pictures) => Box::new(photos::DeleteForGood::Pictures(pictures)),
        DialogRequest::TrialOrder(id) => Box::new(trial::TrialOrder::new(workspace, id)?),
        DialogRequest::Warnings(rule) => Box::new(warnings::WarningsPage::new(rule)),
        DialogRequest::Crisis => Box::new(crisis::CrisisPage),
        DialogRequest::CloseUnsaved => Box::new(close::CloseUnsaved),
        DialogRequest::CloseUnkept(unkept) => Box::new(close::CloseUnkept(unkept)),
    })
}

//! What a panel asks for. Panels never change the diary and open nothing themselves: they push commands, and the window carries
//! them out after the frame. A command holds plain data only, so that whoever asks need not know who answers.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use super::actions::Action;
use super::drafts::Unkept;
use super::view_state::ViewId;
use crate::edit::Command;
use crate::evidence::leave_out::LeftOut;
use crate::model::course::CourseId;
use crate::model::day_record::DayRecord;
use crate::model::decision::DecisionId;
use crate::model::entry::{Card, EntryId};
use crate::model::food_line::FoodId;
use crate::model::photo::{BlobId, PhotoId};
use crate::model::time::Day;
use crate::model::trial::{TrialId, TrialSubject};
use crate::report::chart_kind::KindRequest;
use crate::report::doctor::ReportRequest;
use crate::report::exportable_figure::ExportableFigure;
use crate::workspace::Notice;

/// What a panel asks for.
#[derive(Debug, Clone)]
pub enum UiCommand {
    /// Change the diary.
    Edit(Command),
    /// Change the diary, and say what was done.
    EditAloud(Command),
    /// Copy all that can be copied of one day to another, as one step, and say so.
    CopyDay {
        /// The day that is copied.
        from: Day,
        /// The day that takes it over.
        to: Day,
    },
    /// Something from the menu.
    Do(Action),
    /// Lead somewhere.
    Go(Destination),
    /// Put a figure on the clipboard as a picture.
    CopyFigure(Arc<ExportableFigure>),
    /// Open a dialog.
    Open(DialogRequest),
    /// Close the dialog.
    CloseDialog,
    /// Somebody has read and understood what was found about the files of the diary.
    Understand(Box<Notice>),
    /// Delete photos with their pictures.
    DeletePhotosForGood(Vec<PhotoId>),
    /// Delete pictures that no photo names.
    DeletePicturesForGood(BTreeSet<BlobId>),
    /// Close the window after adding what was typed and not added, or without it.
    CloseAfter {
        /// Whether to add it.
        add: bool,
    },
    /// Close the window, whatever is not saved.
    CloseAnyway,
}

/// Where somebody can be led.
#[derive(Debug, Clone, PartialEq)]
pub enum Destination {
    /// A view, as it was left.
    View(ViewId),
    /// The forms, which take turns with the centre in a slim window.
    Forms,
    /// A day in the forms.
    Day(Day),
    /// A card of the forms, unfolded and in sight.
    Card(Card),
    /// The plot of one series, by its key, in the place of the first.
    Series(String),
    /// The list of series, to be searched.
    SeriesSearch,
    /// The days before and after what began on a day.
    Comparison {
        /// The day it began.
        start: Day,
        /// The first words of its name.
        words: String,
    },
    /// What came of an idea that was tried: the days before and after it began.
    Attempt(DecisionId),
    /// A trial to be planned.
    PlanTrial(TrialStart),
    /// The page of a trial.
    Trial(TrialId),
    /// One card of the evidence, by its id.
    Evidence(String),
    /// The page of one food.
    Food(FoodId),
    /// Two weeks of nutrients.
    Nutrients,
    /// Files that may be photos, to be looked at and added.
    AddPhotos(Vec<PathBuf>),
    /// The page of a photo.
    Photo(PhotoId),
}

impl Destination {
    /// The view that shows it; `None` for the forms.
    pub fn view(&self) -> Option<ViewId> {
        match self {
            Self::Forms | Self::Day(_) | Self::Card(_) => None,
            Self::View(view) => Some(*view),
            Self::Series(_) | Self::SeriesSearch => Some(ViewId::Plot),
            Self::Comparison { .. } | Self::Attempt(_) => Some(ViewId::Insights),
            Self::PlanTrial(_) | Self::Trial(_) => Some(ViewId::Trials),
            Self::Evidence(_) => Some(ViewId::Evidence),
            Self::Food(_) | Self::Nutrients => Some(ViewId::Foods),
            Self::AddPhotos(_) | Self::Photo(_) => Some(ViewId::Photos),
        }
    }
}

/// What a trial is to begin with: whoever leads to the planner fills in what is known.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TrialStart {
    /// What is switched, in words.
    pub name: String,
    /// What is done on a day on.
    pub on: String,
    /// What is done on a day off.
    pub off: String,
    /// What of the diary it is.
    pub subject: Option<TrialSubject>,
    /// Key of the main outcome.
    pub outcome: Option<String>,
}

/// A dialog to be opened, and what it is about.
#[derive(Debug, Clone)]
pub enum DialogRequest {
    /// Keys and words.
    Help,
    /// What the program is.
    About,
    /// What the person says about themselves.
    Profile,
    /// Settings.
    Settings,
    /// A course that starts on a day, with the name that is known of it.
    NewCourse(Day, String),
    /// A course of the diary, to be changed.
    Course(CourseId),
    /// An own food, by a name to start with.
    NewOwnFood(String),
    /// A recipe with nothing in it; a serving can be logged on this day.
    NewRecipe(Day),
    /// A recipe of the foods of a meal, which was one serving.
    RecipeOfMeal(Day, EntryId),
    /// An own food or recipe to be changed, or a food of the table to be copied and changed; the day is for a serving.
    ChangeFood(FoodId, Day),
    /// Own foods, recipes, kept meals and favourites.
    Pantry,
    /// Pairs named beforehand.
    Suspects,
    /// One food or group to be left out for a while; `None` to choose it first.
    LeaveOut(Option<LeftOut>),
    /// A new trackable.
    NewTrackable,
    /// One change to try for a while, by the id of its card.
    TryIdea(String),
    /// Why an idea is not for this person, by the id of its card.
    HideIdea(String),
    /// The chart of the days in view, to be saved.
    ExportChart,
    /// A report for the doctor as it was chosen, to be saved.
    SaveReport(Box<ReportRequest>),
    /// All days, to be saved.
    ExportData,
    /// A figure of the analysis, to be saved.
    ExportFigure(Arc<ExportableFigure>),
    /// A chart of a kind, to be saved.
    ExportKind(Box<KindRequest>),
    /// A file to be brought in; `None` to choose it first.
    Import(Option<PathBuf>),
    /// What a file of the diary's folder says otherwise than the diary: an edited month, or a copy.
    CompareFile(PathBuf),
    /// What an earlier state of a day says otherwise, with what that state is called.
    CompareDay(String, Box<DayRecord>),
    /// The copies of the diary.
    Backups,
    /// Encryption: on, changed, or off.
    Encryption,
    /// What a day said before.
    DayHistory(Day),
    /// Whether to delete a day.
    DeleteDay(Day),
    /// Whether to end a trial early, and why.
    EndTrial(TrialId),
    /// Whether to delete a trial.
    DeleteTrial(TrialId),
    /// Photos to be written as files.
    ExportPhotos(Vec<PhotoId>),
    /// Whether to delete photos with their pictures.
    DeletePhotosForGood(Vec<PhotoId>),
    /// Whether to delete pictures that no photo names.
    DeletePicturesForGood(BTreeSet<BlobId>),
    /// The whole order of a trial.
    TrialOrder(TrialId),
    /// All flags with what raised them; opened for one rule, by its id.
    Warnings(Option<String>),
    /// The crisis screen.
    Crisis,
    /// The window is to be closed, but something is not saved.
    CloseUnsaved,
    /// The window is to be closed, but something that was typed is not in the diary.
    CloseUnkept(Vec<Unkept>),
}

/// A figure that a frame showed.
#[derive(Debug, Clone)]
pub struct ShownFigure {
    /// The figure.
    pub figure: Arc<ExportableFigure>,
    /// Whether the pointer was on it.
    pub is_pointed_at: bool,
}

/// Commands of one frame, in the order they were asked for, and the figures it showed, top to bottom.
#[derive(Debug, Default)]
pub struct UiCommands(pub Vec<UiCommand>, pub Vec<ShownFigure>);

impl UiCommands {
    /// Asks for a change of the diary.
    pub fn edit(&mut self, command: Command) {
        self.push(UiCommand::Edit(command));
    }

    /// Asks for several changes that are one act, under the name of that act.
    pub fn edit_all(&mut self, label: &str, steps: Vec<Command>) {
        self.0.extend(Command::of_steps(label, steps).map(UiCommand::Edit));
    }

    /// Asks for something from the menu.
    pub fn act(&mut self, action: Action) {
        self.push(UiCommand::Do(action));
    }

    /// Asks to be led somewhere.
    pub fn go(&mut self, destination: Destination) {
        self.push(UiCommand::Go(destination));
    }

    /// Asks for a dialog.
    pub fn open(&mut self, dialog: DialogRequest) {
        self.push(UiCommand::Open(dialog));
    }

    /// Asks for the open dialog to be closed.
    pub fn close_dialog(&mut self) {
        self.push(UiCommand::CloseDialog);
    }

    /// How many changes of the diary were asked for.
    pub fn edits(&self) -> usize {
        self.0.iter().filter(|command| matches!(command, UiCommand::Edit(_))).count()
    }

    /// Says that a figure is shown.
    pub fn show(&mut self, figure: &Arc<ExportableFigure>, is_pointed_at: bool) {
        self.1.push(ShownFigure { figure: figure.clone(), is_pointed_at });
    }

    /// Asks for anything.
    pub fn push(&mut self, command: UiCommand) {
        self.0.push(command);
    }
}

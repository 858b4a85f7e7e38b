//! How somebody looks at the diary: day, panes, series, theme. Kept apart from the diary; losing it loses nothing.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::model::entry::Card;
use crate::model::locale::Locale;
use crate::model::time::Day;
use crate::report::doctor::{Preset, Section, USUAL_DAYS};
use crate::report::document::Paper;
use crate::report::ink::PictureLook;
use crate::report::series_style::SeriesStyles;

/// Days the plot shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum Range {
    Week,
    Month,
    Quarter,
    Year,
    All,
}

impl Range {
    /// All ranges, shortest first.
    pub const ALL: [Self; 5] = [Self::Week, Self::Month, Self::Quarter, Self::Year, Self::All];

    /// Days; `None` for everything.
    pub fn days(self) -> Option<i32> {
        match self {
            Self::Week => Some(7),
            Self::Month => Some(30),
            Self::Quarter => Some(90),
            Self::Year => Some(365),
            Self::All => None,
        }
    }

    /// What the button says.
    pub fn label(self) -> &'static str {
        match self {
            Self::Week => "7",
            Self::Month => "30",
            Self::Quarter => "90",
            Self::Year => "365",
            Self::All => "all",
        }
    }
}

/// A view, by the name under which it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum ViewId {
    #[default]
    Today,
    Plot,
    Calendar,
    Insights,
    Axis,
    Trials,
    Courses,
    Foods,
    Photos,
    Evidence,
    Report,
}

/// Light, dark, or as the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
}

/// The day on which weeks begin in a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum WeekStart {
    #[default]
    Monday,
    Saturday,
    Sunday,
}

impl WeekStart {
    /// All of them, with the words to choose them by.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Monday, "Monday"), (Self::Saturday, "Saturday"), (Self::Sunday, "Sunday")];

    /// Days between the beginning of its week and a day, 0 to 6.
    pub fn days_into_week(self, day: Day) -> i32 {
        let after_monday = match self {
            Self::Monday => 0,
            Self::Saturday => 5,
            Self::Sunday => 6,
        };
        (i32::try_from(day.weekday()).unwrap_or(0) - after_monday).rem_euclid(7)
    }
}

/// What a report is to hold, remembered from one to the next. Names and questions are of one report alone and are not kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportChoices {
    /// Days up to today; `None` for everything.
    pub days: Option<i32>,
    /// The parts after page one.
    pub sections: BTreeSet<Section>,
    /// The paper.
    pub paper: Paper,
    /// Whether what needed a look in the period stands first.
    pub with_flags: bool,
    /// Whether notes and doses are printed in words.
    pub with_notes: bool,
    /// Whether the safety questions that were answered yes are printed.
    pub with_safety_answers: bool,
}

impl Default for ReportChoices {
    fn default() -> Self {
        let (sections, paper) = (Preset::Dermatologist.sections(), Paper::default());
        let (with_flags, with_notes, with_safety_answers) = (true, true, true);
        Self { days: Some(USUAL_DAYS), sections, paper, with_flags, with_notes, with_safety_answers }
    }
}

/// Hours at which it can be said that nothing is written down yet, with the words to choose them by.
pub const NUDGE_HOURS: [(Option<u8>, &str); 6] = [
    (None, "off"),
    (Some(18), "18:00"),
    (Some(19), "19:00"),
    (Some(20), "20:00"),
    (Some(21), "21:00"),
    (Some(22), "22:00"),
];

/// How somebody looks at the diary.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct ViewState {
    /// What the centre shows.
    pub view: ViewId,
    /// Cards that are folded.
    pub folded: BTreeSet<Card>,
    /// Cards that show all of their rows, not the first ones alone.
    pub unabridged: BTreeSet<Card>,
    /// Whether the forms are shown.
    pub shows_forms: bool,
    /// Whether the suggestions are shown.
    pub shows_suggestions: bool,
    /// Keys of the plotted series, at most four.
    pub series: Vec<String>,
    /// How series are drawn; those that were taken out keep theirs, so that nothing changes when they come back.
    pub styles: SeriesStyles,
    /// Names of the series whose photos stand on the plot's time axis.
    pub photo_strips: Vec<String>,
    /// Days the plot shows.
    pub range: Range,
    /// Whether the map of the body has finer places than arm and leg; `None` while nobody chose.
    pub finer_places: Option<bool>,
    /// Whether the body is drawn as in a mirror.
    pub mirrored_body: bool,
    /// Days in view after zooming or panning in the plot, as numbers on its time axis; `None` follows `range`. Not kept: a start
    /// shows the whole range.
    #[serde(skip)]
    pub zoom: Option<(f64, f64)>,
    /// Key of the series in the calendar; `None` for the first of the plot.
    pub calendar_series: Option<String>,
    /// Whether the plot's numbers are shown as a table.
    pub shows_table: bool,
    /// Light or dark.
    pub theme: ThemeChoice,
    /// On which day weeks begin in the calendar.
    pub week_start: WeekStart,
    /// How numbers, days and volumes are written.
    pub locale: Locale,
    /// Size of everything, 0.8 to 2.
    pub scale: f32,
    /// At which hour a word is said if nothing is written down for today; `None` for never.
    pub nudge_hour: Option<u8>,
    /// Whether that word is a message of the desktop too.
    pub nudges_on_desktop: bool,
    /// First day of the week whose look back was put away.
    pub looked_back_on: Option<Day>,
    /// Minutes without a key or a movement after which an encrypted diary locks itself; 0 for never.
    pub lock_after_minutes: u16,
    /// What a report is to hold.
    pub report: ReportChoices,
    /// How saved pictures look.
    pub picture: PictureLook,
    /// A folder whose new pictures are offered while Photos is open.
    pub photo_inbox: Option<PathBuf>,
    /// Pictures of that folder that were offered, by name and size.
    pub photos_offered: BTreeSet<String>,
}

impl ViewState {
    /// Smallest and largest size of everything.
    pub const SCALES: std::ops::RangeInclusive<f32> = 0.8..=2.0;

    /// What was kept, with everything brought into range: the file may be edited by hand.
    #[must_use]
    pub fn sanitized(mut self) -> Self {
        let (least, most) = (*Self::SCALES.start(), *Self::SCALES.end());
        self.scale = if self.scale.is_finite() { self.scale.clamp(least, most) } else { 1.0 };
        self.nudge_hour = self.nudge_hour.filter(|hour| *hour < 24);
        self.series.truncate(crate::report::chart::MOST_SERIES);
        self
    }

    /// Gives each plotted series a style of its own, which it then keeps.
    pub fn keep_styles(&mut self) {
        self.styles.show_together(&self.series);
    }

    /// Makes everything larger or smaller by steps of a tenth.
    pub fn rescale(&mut self, steps: f32) {
        self.scale = ((self.scale * 10.0 + steps).round() / 10.0).clamp(*Self::SCALES.start(), *Self::SCALES.end());
    }
}

impl Default for ViewState {
    fn default() -> Self {
        Self {
            view: ViewId::Today,
            folded: [
                Card::Week,
                Card::Fortnight,
                Card::Month,
                Card::Medicines,
                Card::Activity,
                Card::Own,
                Card::Warnings,
            ]
            .into(),
            unabridged: BTreeSet::new(),
            shows_forms: true,
            shows_suggestions: true,
            series: vec!["redness".to_owned(), "itch".to_owned()],
            styles: SeriesStyles::default(),
            photo_strips: Vec::new(),
            range: Range::Quarter,
            zoom: None,
            calendar_series: None,
            shows_table: false,
            finer_places: None,
            mirrored_body: false,
            theme: ThemeChoice::System,
            week_start: WeekStart::default(),
            locale: Locale::PLAIN,
            scale: 1.0,
            nudge_hour: None,
            nudges_on_desktop: false,
            looked_back_on: None,
            lock_after_minutes: 15,
            report: ReportChoices::default(),
            picture: PictureLook::default(),
            photo_inbox: None,
            photos_offered: BTreeSet::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::views::VIEWS;

    #[test]
    fn a_week_begins_where_somebody_is_used_to() {
        // 1 March 2026 was a Sunday.
        let first = Day::from_ymd(2026, 3, 1).unwrap();
        let before = WeekStart::ALL.map(|(start, _)| start.days_into_week(first));
        assert_eq!(before, [6, 1, 0]);
    }

    #[test]
    fn what_an_earlier_version_kept_is_read_and_every_view_can_be_kept() -> Result<(), ron::error::SpannedError> {
        let kept = "(view:Insights,folded:[Notes],shows_forms:false,series:[\"itch\"],range:All,theme:Dark,scale:1.25)";
        let state: ViewState = ron::from_str(kept)?;
        assert_eq!((state.view, state.range, state.theme), (ViewId::Insights, Range::All, ThemeChoice::Dark));
        for view in VIEWS {
            let state = ViewState { view: view.id, zoom: Some((1.0, 9.0)), ..ViewState::default() };
            let read: ViewState = ron::from_str(&ron::to_string(&state).unwrap_or_default())?;
            assert_eq!(read, ViewState { zoom: None, ..state }, "how far somebody zoomed is not kept");
        }
        Ok(())
    }
}

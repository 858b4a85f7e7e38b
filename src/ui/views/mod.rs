//! What the centre can show. A view is a row of [`VIEWS`]: the rail, the menu, the keyboard and the help page all read it.

mod axis;
mod body_over_time;
mod calendar;
mod courses;
mod fill;
mod first_start;
mod foods;
mod insights;
mod library;
mod photos;
mod plot;
mod report;
mod series_search;
mod today;
mod trials;

use eframe::egui::{Key, Modifiers, Painter, Pos2, Stroke, Ui};

pub use self::photos::is_called_picture;
pub use self::plot::days_in_view;
use super::context::ViewContext;
use super::view_state::ViewId;
use crate::ui::command::Destination;

/// Something the centre can show.
pub trait View {
    /// Draws the view.
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>);

    /// Somebody was led here; `again` if the view was on the screen already.
    fn arrive(&mut self, _to: &Destination, _again: bool, _ctx: &mut ViewContext<'_>) {}

    /// Whether nothing may stand beside it now, since it would tell what the view keeps back.
    fn is_alone(&self) -> bool {
        false
    }

    /// Another day was opened.
    fn day_turned(&mut self) {}

    /// Pictures were deleted for good.
    fn pictures_gone(&mut self) {}

    /// Another diary lies in the window: nothing that was remembered of the last one holds.
    fn diary_replaced(&mut self);
}

/// What is to be known of a view before it is shown.
pub struct ViewSpec {
    /// Its id, in the state that is kept from one start to the next.
    pub id: ViewId,
    /// Its name on the rail, in the menu and on the help page.
    pub title: &'static str,
    /// The keys that show it.
    pub keys: &'static [(Modifiers, Key)],
    /// Paints its sign, about 20 by 16 points around a centre.
    pub icon: fn(&Painter, Pos2, Stroke),
    /// Makes it, remembering nothing yet.
    pub new: fn() -> Box<dyn View>,
}

/// All views, in the order of the rail.
pub const VIEWS: &[ViewSpec] = &[
    today::VIEW,
    plot::VIEW,
    calendar::VIEW,
    insights::VIEW,
    axis::VIEW,
    trials::VIEW,
    courses::VIEW,
    foods::VIEW,
    photos::VIEW,
    library::VIEW,
    report::VIEW,
];

/// The views of one window.
pub struct Views(Vec<(ViewId, Box<dyn View>)>);

impl Views {
    /// The view with an id.
    pub fn get(&mut self, id: ViewId) -> Option<&mut dyn View> {
        let (_, view) = self.0.iter_mut().find(|(known, _)| *known == id)?;
        Some(view.as_mut())
    }

    /// Whether nothing may stand beside the view with an id.
    pub fn is_alone(&self, id: ViewId) -> bool {
        self.0.iter().any(|(known, view)| *known == id && view.is_alone())
    }

    /// Tells all views something.
    pub fn each(&mut self, tell: impl Fn(&mut dyn View)) {
        self.0.iter_mut().for_each(|(_, view)| tell(view.as_mut()));
    }
}

impl Default for Views {
    fn default() -> Self {
        Self(VIEWS.iter().map(|spec| (spec.id, (spec.new)())).collect())
    }
}

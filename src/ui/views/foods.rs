//! The Foods view: the table to look through, one food with all that is known of it, the last seven days, two weeks of nutrients,
//! and what was eaten before flares.

mod browser;
mod detail;
mod flares;
mod nutrients;
mod week;

use eframe::egui::{Key, Label, Modifiers, Painter, Pos2, RichText, Stroke, TextWrapMode, Ui, vec2};

use self::browser::Browser;
use self::flares::Flares;
use self::nutrients::Nutrients;
use self::week::Week;
use super::{View, ViewSpec};
use crate::evidence::safety::Level;
use crate::model::food_line::FoodId;
use crate::ui::command::Destination;
use crate::ui::context::ViewContext;
use crate::ui::theme::{size, space, strong_font};
use crate::ui::view_state::ViewId;
use crate::ui::widgets::{quiet_ui, segmented};

/// The row of this view.
pub(super) const VIEW: ViewSpec = ViewSpec {
    id: ViewId::Foods,
    title: "Foods",
    keys: &[(Modifiers::COMMAND, Key::Num5)],
    icon: bowl,
    new: || Box::new(FoodsView::default()),
};

/// A bowl with steam above it.
fn bowl(painter: &Painter, center: Pos2, stroke: Stroke) {
    let at = |x: f32, y: f32| center + vec2(x, y);
    let rim = (0..=12_u8).map(|step| {
        let angle = std::f32::consts::PI * f32::from(step) / 12.0;
        at(-9.0 * angle.cos(), 9.0 * angle.sin())
    });
    painter.line(rim.collect(), stroke);
    painter.line_segment([at(-10.5, 0.0), at(10.5, 0.0)], stroke);
    for x in [-4.0, 0.0, 4.0] {
        painter.line(vec![at(x, -4.0), at(x + 1.2, -6.0), at(x - 1.2, -8.0), at(x, -10.0)], stroke);
    }
}

/// A page of the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum FoodsTab {
    #[default]
    Browse,
    Week,
    Nutrients,
    Flares,
}

/// What the view remembers.
#[derive(Default)]
struct FoodsView {
    page: FoodsTab,
    open: Option<FoodId>,
    /// Which household measure the open food is shown in.
    portion: usize,
    browser: Browser,
    week: Week,
    nutrients: Nutrients,
    flares: Flares,
}

impl View for FoodsView {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let ViewContext { workspace, day, commands, .. } = ctx;
        if let Some(food) = self.open {
            if detail::detail_ui(ui, food, &mut self.portion, workspace, commands) {
                self.open = None;
            }
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(VIEW.title).font(strong_font(size::VIEW)));
            ui.add_space(space::ROW);
            let pages = [
                (FoodsTab::Browse, "All foods"),
                (FoodsTab::Week, "Last 7 days"),
                (FoodsTab::Nutrients, "Nutrients"),
                (FoodsTab::Flares, "Before flares"),
            ];
            if let Some(page) = segmented::segmented_ui(ui, VIEW.title, Some(self.page), &pages) {
                self.page = page;
            }
        });
        ui.add_space(space::TIGHT);
        // What is good to know of foods; what is about a medicine stands with its course.
        for flag in workspace.flags().iter().filter(|flag| flag.level == Level::Know && flag.courses.is_empty()) {
            quiet_ui(ui, &format!("{} {}", flag.words, flag.because.join(" ")));
        }
        match self.page {
            FoodsTab::Browse => self.browser.ui(ui, workspace, commands),
            FoodsTab::Week => self.week.ui(ui, workspace, *day, commands),
            FoodsTab::Nutrients => self.nutrients.ui(ui, workspace, *day, commands),
            FoodsTab::Flares => self.flares.ui(ui, workspace, commands),
        }
    }

    fn arrive(&mut self, to: &Destination, again: bool, _ctx: &mut ViewContext<'_>) {
        match to {
            Destination::Food(food) => {
                if self.open != Some(*food) {
                    self.portion = 0;
                }
                self.open = Some(*food);
            }
            Destination::Nutrients => {
                self.open = None;
                self.page = FoodsTab::Nutrients;
            }
            // A second press on the sign leads back from one food to the list.
            _ if again => self.open = None,
            _ => {}
        }
    }

    fn diary_replaced(&mut self) {
        *self = Self::default();
    }
}

/// A row of a name in a column of its own and something beside it that may wrap.
fn named_ui(ui: &mut Ui, name: &str, width: f32, add: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        let (left, space) = (ui.cursor().left(), ui.spacing().item_spacing.x);
        ui.add(Label::new(name).wrap_mode(TextWrapMode::Truncate));
        ui.add_space((left + width - ui.cursor().left()).max(space));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            add(ui);
        });
    });
}

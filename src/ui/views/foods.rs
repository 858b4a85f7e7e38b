//! The Foods view: the table to look through, one food with all that is known of it, the last seven days, and what was eaten
//! before flares.

mod browser;
mod detail;
mod flares;
mod week;

use eframe::egui::{Label, RichText, TextWrapMode, Ui};

use self::browser::Browser;
use self::flares::Flares;
use self::week::Week;
use crate::model::food_line::FoodId;
use crate::model::time::Day;
use crate::ui::request::Outbox;
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::widgets::segmented;
use crate::workspace::Workspace;

/// A page of the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Page {
    #[default]
    Browse,
    Week,
    Flares,
}

/// What the view remembers.
#[derive(Default)]
pub struct FoodsView {
    page: Page,
    open: Option<FoodId>,
    /// Which household measure the open food is shown in.
    portion: usize,
    browser: Browser,
    week: Week,
    flares: Flares,
}

impl FoodsView {
    /// Opens the page of one food.
    pub fn open(&mut self, food: FoodId) {
        if self.open != Some(food) {
            self.portion = 0;
        }
        self.open = Some(food);
    }

    /// Goes back to the list.
    pub fn close(&mut self) {
        self.open = None;
    }

    /// Shows the view; `day` is the open day, on which the seven days end.
    pub fn show(&mut self, ui: &mut Ui, workspace: &Workspace, day: Day, outbox: &mut Outbox) {
        if let Some(food) = self.open {
            if detail::show(ui, food, &mut self.portion, workspace, outbox) {
                self.open = None;
            }
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new("Foods").font(strong_font(size::VIEW)));
            ui.add_space(space::ROW);
            let pages = [(Page::Browse, "All foods"), (Page::Week, "Last 7 days"), (Page::Flares, "Before flares")];
            if let Some(page) = segmented::show(ui, "Foods", Some(self.page), &pages) {
                self.page = page;
            }
        });
        ui.add_space(space::TIGHT);
        match self.page {
            Page::Browse => self.browser.show(ui, workspace, outbox),
            Page::Week => self.week.show(ui, workspace, day, outbox),
            Page::Flares => self.flares.show(ui, workspace, outbox),
        }
    }
}

/// A quiet line that wraps.
fn quiet(ui: &mut Ui, words: &str) {
    ui.add(Label::new(RichText::new(words).color(Palette::of(ui).quiet)).wrap());
}

/// A heading within a card.
fn heading(ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).font(strong_font(size::TITLE)));
}

/// A row of a name in a column of its own and something beside it that may wrap.
fn named(ui: &mut Ui, name: &str, width: f32, add: impl FnOnce(&mut Ui)) {
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

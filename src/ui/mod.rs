//! The window: one face of the workspace. It reads the diary, draws it, and sends commands; it computes nothing.

mod actions;
mod antibiotics;
mod app;
mod asked_again;
mod banner;
mod command;
mod context;
mod day_bar;
mod dialogs;
mod drafts;
mod food_editor;
mod forms;
mod ideas;
mod menu;
mod menu_bar;
mod modal;
mod notices;
mod palette;
mod rail;
mod run;
mod startup;
mod system;
pub mod text;
pub mod theme;
mod unlock;
mod unsaved;
mod view_state;
mod views;
pub mod widgets;
mod window_state;

pub use app::App;
pub use run::{Renderer, RunError, install, run};
pub use startup::{Failed, Opener, Startup, open as open_beside};
pub use system::summon;
pub use view_state::{Range, ThemeChoice, ViewId, ViewState, WeekStart};
pub use views::VIEWS;

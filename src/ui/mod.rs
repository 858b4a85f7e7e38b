//! The window: one face of the workspace. It reads the diary, draws it, and sends commands; it computes nothing.

mod actions;
mod app;
mod day_bar;
mod dialogs;
mod drafts;
mod entrance;
mod forms;
mod job;
mod menu_bar;
mod notices;
mod plot;
mod rail;
mod request;
mod run;
mod suggestion_panel;
mod system;
pub mod text;
pub mod theme;
mod view_state;
mod views;
pub mod widgets;
mod window_state;

pub use app::App;
pub use entrance::{Entrance, Failed, open as open_beside};
pub use run::{Renderer, RunError, install, run};
pub use view_state::{Range, ThemeChoice, View, ViewState};

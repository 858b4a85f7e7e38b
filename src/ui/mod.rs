//! The window: one face of the workspace. It reads the diary, draws it, and sends commands; it computes nothing.

mod app;
mod forms;
mod plot_panel;
mod request;
mod run;
pub mod text;
pub mod theme;
mod view_state;
pub mod widgets;

pub use app::App;
pub use run::{Options, Renderer, run};

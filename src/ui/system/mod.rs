//! What the window has from the computer it runs on: a way to the screen, fonts for other scripts, light or dark, its icon and
//! its class. Each may be missing, and each is done without or named.

mod class;
mod desktop;
mod ending;
mod fonts;
mod icon;
mod look;
mod notification;
mod route;
mod show_file;
mod summons;

pub(super) use class::{CLASS, name_class};
pub(super) use desktop::Desktop;
pub(super) use ending::Ending;
pub(super) use fonts::GuardedFonts;
pub(super) use icon::icon;
pub(super) use look::SystemLook;
pub(super) use notification::{CAN_NOTIFY, notify};
pub(super) use route::{Route, opengl_route};
pub(super) use show_file::{Showing, show_file};
pub(super) use summons::Summons;
pub use summons::summon;

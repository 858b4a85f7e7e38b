//! What the window promises, driven by name and role as a screen reader would: one binary, one module a noun.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "ui/careless.rs"]
mod careless;
#[path = "ui/fill.rs"]
mod fill;
#[path = "ui/foods.rs"]
mod foods;
#[path = "ui/forms.rs"]
mod forms;
#[path = "ui/insights.rs"]
mod insights;
#[path = "ui/journeys.rs"]
mod journeys;
#[path = "ui/kitchen.rs"]
mod kitchen;
#[path = "ui/panes.rs"]
mod panes;
#[path = "ui/pictures.rs"]
mod pictures;
#[path = "ui/window.rs"]
mod window;

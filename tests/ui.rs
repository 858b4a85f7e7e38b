//! What the window promises, driven by name and role as a screen reader would: one binary, one module a noun.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_macros, missing_docs)]

#[path = "ui/axis.rs"]
mod axis;
#[path = "ui/banner.rs"]
mod banner;
#[path = "ui/blind_rating.rs"]
mod blind_rating;
#[path = "ui/calendar.rs"]
mod calendar;
#[path = "ui/careless.rs"]
mod careless;
#[path = "ui/contact_sheet.rs"]
mod contact_sheet;
#[path = "ui/crisis.rs"]
mod crisis;
#[path = "ui/daily_minute.rs"]
mod daily_minute;
#[path = "ui/dialogs.rs"]
mod dialogs;
#[path = "ui/earlier.rs"]
mod earlier;
#[path = "ui/encryption.rs"]
mod encryption;
#[path = "ui/far_days.rs"]
mod far_days;
#[path = "ui/figures_out.rs"]
mod figures_out;
#[path = "ui/files_out.rs"]
mod files_out;
#[path = "ui/fill.rs"]
mod fill;
#[path = "ui/fill_grid.rs"]
mod fill_grid;
#[path = "ui/first_start.rs"]
mod first_start;
#[path = "ui/foods.rs"]
mod foods;
#[path = "ui/foods_view.rs"]
mod foods_view;
#[path = "ui/forms.rs"]
mod forms;
#[path = "ui/ideas.rs"]
mod ideas;
#[path = "ui/insights.rs"]
mod insights;
#[path = "ui/journeys.rs"]
mod journeys;
#[path = "ui/keyboard.rs"]
mod keyboard;
#[path = "ui/kitchen.rs"]
mod kitchen;
#[path = "ui/locale.rs"]
mod locale;
#[path = "ui/lost.rs"]
mod lost;
#[allow(dead_code, reason = "cameras are for the door")]
#[path = "support/pictures.rs"]
mod made_pictures;
#[path = "ui/medicines.rs"]
mod medicines;
#[path = "ui/narrow.rs"]
mod narrow;
#[path = "ui/navigation.rs"]
mod navigation;
#[path = "ui/notices.rs"]
mod notices;
#[path = "ui/nudge.rs"]
mod nudge;
#[path = "ui/nutrients.rs"]
mod nutrients;
#[path = "ui/one_act.rs"]
mod one_act;
#[path = "ui/palette.rs"]
mod palette;
#[path = "ui/panes.rs"]
mod panes;
#[path = "ui/photo_strip.rs"]
mod photo_strip;
#[path = "ui/photos.rs"]
mod photos;
#[path = "ui/pictures.rs"]
mod pictures;
#[path = "ui/plot.rs"]
mod plot;
#[path = "ui/questionnaires.rs"]
mod questionnaires;
#[path = "ui/report_photos.rs"]
mod report_photos;
#[path = "ui/scores.rs"]
mod scores;
#[path = "ui/series.rs"]
mod series;
#[path = "ui/skin.rs"]
mod skin;
#[path = "ui/storage_pictures.rs"]
mod storage_pictures;
#[path = "ui/today.rs"]
mod today;
#[path = "ui/top_bar.rs"]
mod top_bar;
#[path = "ui/trials.rs"]
mod trials;
#[path = "ui/typing.rs"]
mod typing;
#[path = "ui/unsaved.rs"]
mod unsaved;
#[path = "ui/window.rs"]
mod window;

//! Everything that is computed from the day table. Pure functions, no files, no window.

pub mod before_after;
pub mod before_flares;
pub mod blind_rating;
pub mod engine;
pub mod food_week;
pub mod gls;
pub mod heat_map;
pub mod insights;
pub mod logging_habit;
pub mod period_change;
pub mod photo_limits;
pub mod photo_redness;
pub mod quantile;
pub mod tidy_csv;
pub mod trial;
pub mod week_change;

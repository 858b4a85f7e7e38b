//! From days to numbers: the day table, and everything that is computed from it. Pure functions, no files, no window.

pub mod before_after;
pub mod before_flares;
pub mod day_table;
pub mod engine;
mod food_columns;
pub mod food_week;
pub mod gls;
pub mod insights;
pub mod logging_habit;
pub mod other_methods;
pub mod scales;
pub mod tabulate;
pub mod tidy_csv;
pub mod trial;

//! From days to numbers: the day table, and everything that is computed from it. Pure functions, no files, no window.

pub mod answered;
pub mod before_after;
pub mod before_flares;
pub mod columns;
pub mod day_table;
pub mod engine;
pub mod food_columns;
pub mod food_week;
pub mod gls;
pub mod insights;
pub mod logging_habit;
pub mod occasions;
pub mod other_methods;
mod samples;
pub mod scales;
pub mod tabulate;
pub mod tidy_csv;
pub mod trial;

//! From days to numbers: the day table, and the columns it is made of.
//!
//! A column is a [`ColumnSpec`], which says what it is, and a function from a window of days to a cell. Trackables, places of
//! the skin, courses, foods and indices are all *sources* of columns; the registry lists the sources, and everything else (the
//! table, what is written as CSV and read from one) goes by what they give. A new index is a file of its own under
//! `sources/indices` and a line in their list.

mod answered;
mod build;
mod contents;
mod day_facts;
mod food_day;
mod formula;
mod index;
mod known_part;
mod layout;
mod photo_facts;
mod registry;
mod rows;
mod samples;
mod sheet_reading;
mod sources;
mod spec;
mod table;
mod update;
mod window;

pub use answered::{ANSWERED, answered, repeats};
pub use build::{DayNumbers, tabulate};
pub use formula::{Band, IndexReading, NEEDED_COVERAGE, PartReading, Standing, index_reading, index_readings};
pub use index::ColumnIndex;
pub use known_part::KnownPart;
pub use registry::{every, keys};
pub use samples::number_of;
pub use sheet_reading::{CoveredPart, SheetReading, ihs4_counts, ihs4_severity};
pub use sources::food_answers;
pub use sources::indices::cover::{KNOWN_SHARE, NutrientIntake, nutrient_intake};
pub use sources::indices::gags::ScoreRange;
pub use sources::indices::parts::{Lacking, is_reckoned_from, lacking};
pub use sources::photos::{PhotoMeasure, photo_measure};
pub use sources::regions::is_difference_of_sides;
pub use spec::{ColumnSpec, Origin, Role, Scale};
pub use table::{Column, DayTable};
pub use update::update_day;

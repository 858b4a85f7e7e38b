//! Numbers, differences and dates as people read them: one grammar for screen, report and command line. A sentence is put
//! together where its subject is known; how its numbers are said is decided here, and nowhere else.

mod capital;
mod dates;
mod day_names;
mod effect;
mod file_size;
mod list;
mod number;
mod pair;
pub mod photo_files;
mod quantity;
mod record_kinds;
pub mod report;
mod stool_form;

pub use capital::capital;
pub use dates::{Period, far};
pub use day_names::named_day;
pub use effect::{Effect, EffectWords};
pub use file_size::file_size;
pub use list::{all_of, one_of};
pub use number::{chance, count, digits, marked, percent, plain, round_to, rounded};
pub use pair::{Amount, Side, pair_heading};
pub use quantity::{Quantity, step_of};
pub use record_kinds::{counted_kind, counted_kinds, kind_heading};
pub use stool_form::STOOL_FORMS;

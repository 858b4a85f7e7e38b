//! What is known of the medicines that people with skin or gut complaints take: which class a course belongs to, how long it may
//! still act, what it brings out, and what has to be said of it beside other medicines, foods and answers.
//!
//! The table is data (`assets/evidence/medicines.ron`), and its head says what every field means. It is general information: the
//! program never starts, stops or changes a medicine. Whether a rule holds for a diary is worked out in `evidence::safety`.

mod class;
mod matching;
mod rule;
mod table;

pub use class::{ClassId, Flare, MedicineClass};
pub use matching::{Match, Matcher, offers, recognise};
pub use rule::{FoodWith, MedicineRule, RuleLevel, Trigger};
pub use table::{Medicine, Table, class, table};

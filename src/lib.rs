//! Gutskin: a private diary for skin that flares, and an honest answer to what goes along with it.
//!
//! # The layers
//!
//! Each may use only what stands above it here; a test reads the source and says who does not (`tests/core/layers.rs`).
//!
//! | layer | what it is |
//! | --- | --- |
//! | [`guard`] | work of a library that is known to panic on some machines |
//! | [`rng`] | random numbers from a seed, the same on every computer |
//! | [`model`] | the diary and everything in it, as plain data that cannot hold nonsense |
//! | [`medicines`], [`intakes`] | what is known of medicines, and how much of a nutrient is enough or too much |
//! | [`words`] | numbers, differences and dates as people read them |
//! | [`files`] | files of unknown make: opened within limits, tables of text read row by row |
//! | [`photos`] | pictures taken in, encoded anew and measured |
//! | [`edit`] | the one door for changes: a command is checked and becomes reversible changes |
//! | [`foods`] | the table of 7,049 foods, the search over it, what a meal adds up to |
//! | [`columns`] | from days to numbers: the day table, and where each of its columns comes from |
//! | [`analysis`] | pure functions on the day table: the engine, insights, trials |
//! | [`evidence`] | what studies say, what must be said first, and which idea fits the diary now |
//! | [`storage`], [`import`] | files: months and journal, locks, copies, recovery; files from elsewhere |
//! | [`report`] | what leaves the program: charts, reports, tables |
//! | [`sample`] | a made-up diary with known effects |
//! | [`workspace`] | one open diary with its history, its writer and the work beside it |
//! | [`cli`], `ui` | the two faces: command line and window |
//!
//! # The way of one answer
//!
//! A cell is clicked in `ui::forms`, which asks for an [`edit::Command`]. [`workspace::Workspace::submit`] lets [`edit::plan`]
//! check it against the diary and turn it into [`edit::Change`]s, carries them out, remembers their inverse, and hands the same
//! changes to the writer, which appends one flushed line to the journal before anything is called saved. The day's row of the
//! [`columns::DayTable`] is computed anew, and plot, suggestions and insights read that.

pub mod analysis;
pub mod cli;
pub mod columns;
pub mod edit;
pub mod evidence;
pub mod files;
pub mod foods;
pub mod guard;
pub mod import;
pub mod intakes;
pub mod medicines;
pub mod model;
pub mod photos;
pub mod report;
pub mod rng;
pub mod sample;
pub mod storage;
#[cfg(feature = "gui")]
pub mod ui;
pub mod words;
pub mod workspace;

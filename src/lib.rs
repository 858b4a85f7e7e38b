//! Gutskin: a private diary for skin that flares, and an honest answer to what goes along with it.

pub mod analysis;
pub mod cli;
pub mod edit;
pub mod evidence;
pub mod foods;
pub mod import;
pub mod model;
pub mod report;
pub mod sample;
pub mod storage;
#[cfg(feature = "gui")]
pub mod ui;
pub mod workspace;

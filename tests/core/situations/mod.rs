//! The situations of the safety page: somebody, and what the program says and keeps silent.

mod flags;
mod ideas;
mod reach;
pub mod someone;
pub mod table;

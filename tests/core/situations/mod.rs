//! The situations of the safety page: somebody, and what the program says and keeps silent.

#![allow(clippy::match_same_arms, reason = "a row a situation, in the order of the page")]

mod flags;
mod ideas;
mod reach;
mod seen;
pub mod someone;
pub mod table;

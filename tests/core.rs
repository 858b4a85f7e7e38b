//! What the core promises, without a window: one binary, one module a noun.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "core/commands.rs"]
mod commands;
#[path = "core/edit_laws.rs"]
mod edit_laws;
#[path = "core/layers.rs"]
mod layers;
#[path = "core/sample_diary.rs"]
mod sample_diary;

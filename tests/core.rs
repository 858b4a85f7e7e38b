//! What the core promises, without a window: one binary, one module a noun.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "core/cli_export.rs"]
mod cli_export;
#[path = "core/commands.rs"]
mod commands;
#[path = "core/edit_laws.rs"]
mod edit_laws;
#[path = "core/export_import.rs"]
mod export_import;
#[path = "core/layers.rs"]
mod layers;
#[path = "core/report_chart.rs"]
mod report_chart;
#[path = "core/report_document.rs"]
mod report_document;
#[path = "core/sample_diary.rs"]
mod sample_diary;

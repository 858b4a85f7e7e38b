//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

/// Gutskin: a private diary for skin that flares. Without a verb, the window opens.
#[derive(Debug, Parser)]
#[command(name = "gutskin", version, about, long_about = None)]
pub struct Args {
    /// Folder of the diary; else the user's data folder.
    #[arg(long, value_name = "DIR", global = true)]
    pub diary: Option<PathBuf>,

    /// Opens a made-up sample diary in a temporary folder.
    #[arg(long)]
    pub demo: bool,

    /// What the window is drawn with; normally chosen by the program.
    #[arg(long, value_enum, value_name = "NAME")]
    pub renderer: Option<Renderer>,

    /// What to do without a window.
    #[command(subcommand)]
    pub verb: Option<Verb>,
}

/// What the window is drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Renderer {
    /// OpenGL.
    Glow,
    /// Vulkan, Metal or Direct3D.
    Wgpu,
}

/// What to do without a window.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Adds to a day; prints “saved” once it is safe on disk.
    Log(LogArgs),
    /// Prints entries.
    Show(ShowArgs),
    /// Prints the day table: one row a day, one column a trackable, empty = missing.
    Days(DaysArgs),
    /// Verifies every file; says what is damaged and what can be recovered.
    Check,
}

/// Arguments of `log`.
#[derive(Debug, clap::Args)]
pub struct LogArgs {
    /// Day, as 2026-03-12, today or yesterday; else today.
    #[arg(long, value_name = "D")]
    pub date: Option<String>,
    /// Time of day, as 7:30. A time before the day's end (04:00) belongs to the evening before.
    #[arg(long, value_name = "T")]
    pub time: Option<String>,
    /// Answers such as `redness=3 sleep_hours=7.5 dairy=yes note="new serum"`; or `-` to read one entry a line
    /// (`DATE [TIME] KEY=VALUE…`) from standard input.
    #[arg(value_name = "KEY=VALUE", required = true, allow_hyphen_values = true)]
    pub answers: Vec<String>,
}

/// Arguments of `show`.
#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    /// One day.
    #[arg(long, value_name = "D", conflicts_with_all = ["from", "to"])]
    pub date: Option<String>,
    /// First day.
    #[arg(long, value_name = "A")]
    pub from: Option<String>,
    /// Last day.
    #[arg(long, value_name = "B")]
    pub to: Option<String>,
    /// Form of the output.
    #[arg(long, value_enum, default_value = "ron")]
    pub format: ShowFormat,
}

/// Forms of `show`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum ShowFormat {
    Ron,
    Csv,
    Json,
}

/// Arguments of `days`.
#[derive(Debug, clap::Args)]
pub struct DaysArgs {
    /// Form of the output.
    #[arg(long, value_enum, default_value = "csv")]
    pub format: TableFormat,
}

/// Forms of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum TableFormat {
    Csv,
    Json,
}

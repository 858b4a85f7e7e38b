//! What leaves the program: tables, charts, reports, whole diaries. One model each, drawn by several writers, so that screen,
//! picture and paper say the same. Everything here is made from the diary and nothing is sent anywhere.

pub mod chart;
pub mod chart_kind;
pub mod chart_table;
pub mod csv;
pub mod diary_files;
pub mod dictionary;
pub mod doctor;
pub mod document;
mod error;
pub mod export;
pub mod exportable_figure;
mod fallback;
pub mod fhir;
pub mod figure;
pub mod fonts;
pub mod html;
pub mod ink;
pub mod long_table;
pub mod output;
pub mod pdf;
pub mod photo_row;
pub mod png;
pub mod scene;
pub mod series_style;
pub mod svg;
pub mod ticks;
pub mod today;
pub mod trial_answers;
pub mod write;

pub use error::{Progress, ReportError};

//! The only door to change a diary: command, changes, apply, history.
//!
//! A [`Command`] says what somebody wants, in the words of the field. [`plan`] checks it against the diary and answers with
//! [`Change`]s that carry both the old and the new value, so that each is its own way back. Nothing is changed before
//! everything is checked.

mod batch;
mod change;
mod command;
mod copy;
mod error;
mod history;
mod import;
mod label;
mod pantry;
mod plan;
mod quick_add;
mod validate;

pub use change::{Change, Op};
pub use command::{Command, EntryDraft, Place};
pub use error::CommandError;
pub use history::{History, MergeKey, Step};
pub use pantry::check_item;
pub use plan::plan;
pub use quick_add::quick_add;
pub use validate::{check_course, check_page, check_trackable};

//! Files: month files a person can read, and a journal that makes an edit safe with one flushed line.
//!
//! The truth is the month files plus the journal. Every month file carries the number of the last change inside it, so
//! replaying the journal twice changes nothing and no step needs two files to change together. Nothing is overwritten in
//! place, nothing damaged is discarded, and nothing is deleted until a second copy has it.

mod append;
mod atomic;
mod beside;
mod checkpoint;
mod completeness;
mod contents;
pub mod copies;
pub mod disk;
mod envelope;
mod error;
mod find;
mod folder;
mod folder_place;
mod full_backup;
mod identity;
mod journal;
mod load;
mod loaded;
mod lock;
mod lost_key;
mod photo_check;
mod photo_files;
mod private;
mod problem;
mod quarantine;
mod raise_schema;
mod read_file;
mod repair;
mod retention;
pub mod seal;
pub mod second_folder;
mod segment;
mod segment_reader;
mod store;
mod undo_file;
pub mod unread;
mod upgrade;
mod whereabouts;

pub use atomic::{write_private, write_private_unflushed};
pub use error::StorageError;
pub use identity::diary_id;
pub use load::CheckReport;
pub use photo_check::{PhotoReport, missing_photos, photos_here, photos_here_in_words};
pub use photo_files::{PhotoCount, PhotoFiles};
pub use private::narrow;
pub use problem::{OpenReport, Problem, ReadOnly};
pub use store::{Access, Opened, Saved, Store};
pub use whereabouts::{Whereabouts, begin_anew};

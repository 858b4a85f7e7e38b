//! What every foreign format has to say for itself.

use super::{ForeignDiary, ImportError, Source, Warnings};

/// How sure an importer is that a file is of its format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// It is something else, or cannot be told.
    No,
    /// It may be; a better name or another importer counts for more.
    Maybe,
    /// It is, whatever the file is called.
    Sure,
}

/// One foreign format. It knows no diary, no trackable and no window.
pub trait Importer: Sync {
    /// What it reads, for people, such as “Bearable CSV”.
    fn name(&self) -> &'static str;

    /// Endings of its files, in small letters and without the dot, the usual one first.
    fn endings(&self) -> &'static [&'static str];

    /// How sure it is of a file that begins with these bytes ([`Source::head`]).
    fn sniff(&self, head: &[u8]) -> Confidence;

    /// Reads what the file says. What is wrong with a line goes to the warnings, and the rest is read all the same.
    ///
    /// # Errors
    /// [`ImportError`] if the file is refused as a whole.
    fn read(&self, source: &Source<'_>, warnings: &mut Warnings) -> Result<ForeignDiary, ImportError>;
}

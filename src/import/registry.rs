//! What can be read, and how the format of a file is found. The window's file dialog and the help of the command line read the
//! same list.

use std::path::Path;

use super::formats::IMPORTERS;
use super::{Confidence, ImportError, Importer, Source};
use crate::words::one_of;

/// What can be read, for people: “CSV with a row a day, … or …”.
pub fn names() -> String {
    one_of(&IMPORTERS.iter().map(|importer| importer.name()).collect::<Vec<_>>())
}

/// Endings of the files that can be read, each once, without the dot.
pub fn endings() -> Vec<&'static str> {
    each_once(IMPORTERS.iter().flat_map(|importer| importer.endings()).copied())
}

/// The usual endings, for a sentence: “.csv, .ron or .json”.
pub(super) fn usual_endings() -> String {
    let usual = each_once(IMPORTERS.iter().filter_map(|importer| importer.endings().first().copied()));
    one_of(&usual.iter().map(|ending| format!(".{ending}")).collect::<Vec<_>>())
}

/// Whether a file's name has an ending of some format.
pub(super) fn is_known(path: &Path) -> bool {
    endings().contains(&Source::new(path, &[]).ending().as_str())
}

/// The importer for a file: the one that is sure of its content, else the one its ending names, else one that may read it.
pub(super) fn choose(source: &Source<'_>) -> Result<&'static dyn Importer, ImportError> {
    choose_among(IMPORTERS, source)
}

fn choose_among<'a>(importers: &[&'a dyn Importer], source: &Source<'_>) -> Result<&'a dyn Importer, ImportError> {
    let (head, ending) = (source.head(), source.ending());
    let seen: Vec<(Confidence, bool, &'a dyn Importer)> = importers
        .iter()
        .map(|importer| (importer.sniff(head), importer.endings().contains(&ending.as_str()), *importer))
        .collect();
    let with = |fits: fn(Confidence, bool) -> bool| -> Vec<&'a dyn Importer> {
        seen.iter().filter(|(confidence, is_named, _)| fits(*confidence, *is_named)).map(|(.., found)| *found).collect()
    };
    let sure = with(|confidence, _| confidence == Confidence::Sure);
    // Where several formats say the same head is theirs, the name decides; where it does not, nobody guesses.
    let sure_and_named = with(|confidence, is_named| confidence == Confidence::Sure && is_named);
    match (sure.as_slice(), sure_and_named.as_slice()) {
        ([only], _) | (_, [only]) => Ok(*only),
        ([], _) => {
            let named = with(|_, is_named| is_named);
            let possible = with(|confidence, _| confidence == Confidence::Maybe);
            let found = named.first().or(possible.first()).copied();
            found.ok_or_else(|| ImportError::UnknownKind(source.path.to_path_buf()))
        }
        _ => {
            let names = sure.iter().map(|importer| importer.name()).collect();
            Err(ImportError::Unclear { path: source.path.to_path_buf(), names })
        }
    }
}

fn each_once(endings: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    let mut once = Vec::new();
    for ending in endings {
        if !once.contains(&ending) {
            once.push(ending);
        }
    }
    once
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{ForeignDiary, Warnings};

    /// A format whose files begin with a word.
    struct Begins(&'static str, &'static [&'static str], Confidence);

    impl Importer for Begins {
        fn name(&self) -> &'static str {
            self.0
        }

        fn endings(&self) -> &'static [&'static str] {
            self.1
        }

        fn sniff(&self, head: &[u8]) -> Confidence {
            if head.starts_with(self.0.as_bytes()) { self.2 } else { Confidence::No }
        }

        fn read(&self, _: &Source<'_>, _: &mut Warnings) -> Result<ForeignDiary, ImportError> {
            Ok(ForeignDiary::default())
        }
    }

    fn chosen(importers: &[&'static dyn Importer], name: &str, content: &str) -> Result<&'static str, String> {
        let source = Source::new(Path::new(name), content.as_bytes());
        choose_among(importers, &source).map(Importer::name).map_err(|error| error.to_string())
    }

    #[test]
    fn content_counts_for_more_than_the_name_and_the_name_for_more_than_a_guess() {
        const SLEEP: Begins = Begins("sleep", &["csv"], Confidence::Sure);
        const SLEEPY: Begins = Begins("sleep", &["txt"], Confidence::Sure);
        const TABLE: Begins = Begins("s", &["tab"], Confidence::Maybe);
        let importers: &[&'static dyn Importer] = &[&SLEEP, &TABLE];
        assert_eq!(chosen(importers, "a.tab", "sleep,7").unwrap(), "sleep");
        assert_eq!(chosen(importers, "a.csv", "steps,7").unwrap(), "sleep");
        assert_eq!(chosen(importers, "a", "steps,7").unwrap(), "s");
        assert!(chosen(importers, "a.doc", "water,7").unwrap_err().contains("rename it"));
        let two: &[&'static dyn Importer] = &[&SLEEP, &SLEEPY];
        assert_eq!(chosen(two, "a.txt", "sleep,7").unwrap(), "sleep");
        assert!(chosen(two, "a.doc", "sleep,7").unwrap_err().contains("sleep or sleep"));
    }

    #[test]
    fn our_own_files_are_known_by_their_content_whatever_they_are_called() {
        for (content, name) in [
            ("date,itch\n", "CSV with a row a day"),
            ("\u{feff}Date;\"redness.nose\";moon\r\n", "CSV with a row a day"),
            ("#![enable(implicit_some)]\n// whole\nExport(\n    format: \"gutskin/export\",", "RON saved by Gutskin"),
            ("{\n  \"format\": \"gutskin/export\",", "JSON saved by Gutskin"),
            ("Month(format: \"gutskin/month\", schema: 1", "a file of a diary’s folder"),
        ] {
            assert_eq!(chosen(IMPORTERS, "a.xlsx", content).as_deref(), Ok(name), "{content}");
        }
        assert_eq!(chosen(IMPORTERS, "a", "date,moon\n").as_deref(), Ok("CSV with a row a day"));
        // A note may quote anything.
        let quoting = "date,note\n2026-03-01,\"format: \"\"gutskin/month\"\"\"\n";
        assert_eq!(chosen(IMPORTERS, "a.ron", quoting).as_deref(), Ok("RON saved by Gutskin"));
        assert_eq!(chosen(IMPORTERS, "a.csv", quoting).as_deref(), Ok("CSV with a row a day"));
    }
}

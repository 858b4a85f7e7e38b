//! The sheets of signs that clinicians' scores go by: a list beside the program says what each is called, whom it is for and which
//! signs it asks. How the numbers come together stands in the columns, one file a score.

use std::sync::OnceLock;

use serde::Deserialize;

use super::profile::Condition;
use super::region::BodyPart;

/// A clinicians' score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum ScoreSheet {
    /// Extent, signs and complaints of eczema, as SCORAD counts them.
    Scorad,
    /// Psoriasis area and severity.
    Pasi,
    /// Eczema area and severity.
    Easi,
    /// Acne by the worst spot of six places.
    Gags,
    /// Hidradenitis by lumps, abscesses and draining tunnels.
    Ihs4,
}

/// What the list says of a score.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetData {
    /// The score.
    pub sheet: ScoreSheet,
    /// Name for people.
    pub name: String,
    /// Key of its column.
    pub key: String,
    /// The highest score; `None` if it is open upwards.
    #[serde(default)]
    pub most: Option<u32>,
    /// Whom it is for.
    pub condition: Condition,
    /// What is asked, and where the rest comes from.
    pub about: String,
    /// Who made it, and what it is not.
    pub credit: String,
    /// The signs that it asks.
    pub items: Vec<SheetItem>,
}

/// A sign of a sheet.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetItem {
    /// Key of its trackable.
    pub key: String,
    /// Name of its trackable.
    pub label: String,
    /// Name on its sheet.
    pub short: String,
    /// The highest level; 0 is none.
    pub most: u32,
    /// The part of the body it is about; `None` for a place that looks typical.
    #[serde(default)]
    pub part: Option<BodyPart>,
}

/// All sheets, as listed in `assets/skin/score_sheets.ron`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScoreSheets {
    sheets: Vec<SheetData>,
}

impl ScoreSheets {
    /// The sheets that come with the program.
    pub fn shipped() -> &'static Self {
        static SHEETS: OnceLock<ScoreSheets> = OnceLock::new();
        SHEETS.get_or_init(|| {
            // The file is part of the program, and the test below proves that it reads.
            let text = include_str!("../../assets/skin/score_sheets.ron");
            let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
            options.from_str(text).unwrap_or_else(|error| {
                log::error!("the sheets of scores cannot be read: {error}");
                Self::default()
            })
        })
    }

    /// All of them, in the order in which they are shown.
    pub fn iter(&self) -> impl Iterator<Item = &SheetData> {
        self.sheets.iter()
    }

    /// What the list says of one.
    pub fn data(&self, sheet: ScoreSheet) -> Option<&SheetData> {
        self.sheets.iter().find(|data| data.sheet == sheet)
    }

    /// Whether a trackable is a sign of a sheet, and is asked nowhere else.
    pub fn asks(&self, key: &str) -> bool {
        self.items().any(|item| item.key == key)
    }

    /// The signs of all sheets.
    pub fn items(&self) -> impl Iterator<Item = &SheetItem> {
        self.sheets.iter().flat_map(|sheet| &sheet.items)
    }
}

impl SheetData {
    /// The signs about a part of the body.
    pub fn items_of(&self, part: BodyPart) -> impl Iterator<Item = &SheetItem> {
        self.items.iter().filter(move |item| item.part == Some(part))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_score_stands_in_the_list_with_the_signs_that_its_formula_counts() {
        let signs = |sheet| ScoreSheets::shipped().data(sheet).map(|data| data.items.len());
        assert_eq!(signs(ScoreSheet::Scorad), Some(6));
        assert_eq!(signs(ScoreSheet::Pasi), Some(4 * 3));
        assert_eq!(signs(ScoreSheet::Easi), Some(4 * 4));
        assert_eq!((signs(ScoreSheet::Gags), signs(ScoreSheet::Ihs4)), (Some(0), Some(0)));
        for part in BodyPart::ALL {
            let pasi = ScoreSheets::shipped().data(ScoreSheet::Pasi).unwrap();
            assert_eq!(pasi.items_of(part).count(), 3, "{part:?}");
        }
    }
}

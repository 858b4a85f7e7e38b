//! The shipped table of medicines, read once.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::class::{ClassId, MedicineClass};
use super::rule::MedicineRule;

/// One medicine by its generic name.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Medicine {
    /// Generic name.
    pub name: String,
    /// Other names that people type.
    pub also: Vec<String>,
    /// Its class.
    pub class: ClassId,
    /// Days after the last dose in which it may still act, where they differ from those of its class.
    pub carry_over_days: Option<u16>,
    /// What is special about it.
    pub note: Option<String>,
    /// Rules of its own, beside those of its class.
    pub rules: Vec<MedicineRule>,
}

/// All classes and medicines.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Version of the table.
    pub version: u32,
    /// Classes, each once.
    pub classes: Vec<MedicineClass>,
    /// Medicines.
    pub medicines: Vec<Medicine>,
}

/// The table that ships with the program.
pub fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        // The file is part of the program; the test below proves that it reads.
        ron::from_str(include_str!("../../assets/evidence/medicines.ron")).unwrap_or_else(|error| {
            log::error!("the table of medicines cannot be read: {error}");
            Table::default()
        })
    })
}

/// What is known of a class.
pub fn class(id: &ClassId) -> Option<&'static MedicineClass> {
    static CLASSES: OnceLock<HashMap<&'static ClassId, &'static MedicineClass>> = OnceLock::new();
    let classes = CLASSES.get_or_init(|| table().classes.iter().map(|class| (&class.class, class)).collect());
    classes.get(id).copied()
}

impl Medicine {
    /// Days after the last dose in which it may still act.
    pub fn carry_over_days(&self) -> u16 {
        self.carry_over_days.or_else(|| Some(class(&self.class)?.carry_over_days)).unwrap_or_default()
    }

    /// All of its rules: its own, then those of its class.
    pub fn rules(&self) -> impl Iterator<Item = &MedicineRule> {
        self.rules.iter().chain(class(&self.class).into_iter().flat_map(|class| &class.rules))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::medicines::rule::Trigger;

    #[test]
    fn the_table_reads_and_is_whole() {
        let read: Result<Table, _> = ron::from_str(include_str!("../../assets/evidence/medicines.ron"));
        assert!(read.is_ok(), "{read:?}");
        assert_eq!((table().medicines.len(), table().classes.len()), (157, 114));
    }

    #[test]
    fn every_class_and_every_rule_stands_once_and_every_medicine_has_a_class() {
        let classes: BTreeSet<_> = table().classes.iter().map(|class| &class.class).collect();
        assert_eq!(classes.len(), table().classes.len());
        for medicine in &table().medicines {
            assert!(classes.contains(&medicine.class), "{}: no class {}", medicine.name, medicine.class);
        }
        let of_classes = table().classes.iter().flat_map(|class| &class.rules);
        let rules: Vec<_> = of_classes.chain(table().medicines.iter().flat_map(|medicine| &medicine.rules)).collect();
        let ids: BTreeSet<_> = rules.iter().map(|rule| &rule.id).collect();
        assert_eq!(ids.len(), rules.len());
        assert_eq!(rules.len(), 253);
        for rule in rules {
            assert!(!rule.when.is_empty() && !rule.words.is_empty() && !rule.source.is_empty(), "{}", rule.id);
            for trigger in &rule.when {
                if let Trigger::WithClass(others) = trigger {
                    assert!(others.iter().all(|other| classes.contains(other)), "{}", rule.id);
                }
            }
        }
    }
}

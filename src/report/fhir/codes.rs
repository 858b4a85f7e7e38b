//! What trackables are called in the code systems of clinics: data, read once.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// The code of one trackable.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::struct_field_names, reason = "as FHIR names them")]
pub(super) struct Code {
    pub key: String,
    pub system: String,
    pub code: String,
    pub display: String,
    pub category: String,
    pub unit: Option<String>,
    pub site: Option<String>,
    pub whole_day: bool,
    pub on_asking: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::struct_field_names, reason = "as the file names them")]
struct Codes {
    #[expect(dead_code, reason = "says which file it is, to whoever reads it")]
    version: u32,
    notice: String,
    codes: Vec<Code>,
    ucum: BTreeMap<String, String>,
}

static CODES: LazyLock<Codes> = LazyLock::new(|| {
    // The file is part of the program, and a test reads it.
    read().unwrap_or_default()
});

fn read() -> Result<Codes, ron::error::SpannedError> {
    ron::from_str(include_str!("../../../assets/evidence/fhir_codes.ron"))
}

/// The code of a key, if it has one.
pub(super) fn code(key: &str) -> Option<&'static Code> {
    CODES.codes.iter().find(|code| code.key == key)
}

/// A unit of a trackable as UCUM writes it.
pub(super) fn ucum(unit: &str) -> Option<&'static str> {
    CODES.ucum.get(unit).map(String::as_str)
}

/// What the owner of the codes asks to have said beside them.
pub fn notice() -> &'static str {
    &CODES.notice
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_codes_can_be_read_and_every_code_has_all_it_needs() {
        let codes = read().unwrap();
        assert!(codes.notice.contains("http://loinc.org/license"));
        for code in &codes.codes {
            assert!(
                !code.code.is_empty() && !code.display.is_empty() && code.system.starts_with("http://"),
                "{code:?}"
            );
        }
    }
}

//! A source of a card.

use serde::Deserialize;

/// A source.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub struct Citation {
    pub authors: String,
    pub title: String,
    pub journal: String,
    pub year: u16,
    /// `None` is "not seen", not "does not exist".
    pub doi: Option<String>,
    /// `None` is "not seen", not "does not exist".
    pub pmid: Option<String>,
    /// Whether title, journal, year and the result were checked against the text.
    pub verified: bool,
}

impl Citation {
    /// One line: authors, title, journal, year, DOI.
    pub fn line(&self) -> String {
        let mut line =
            format!("{}. {}. {}, {}.", self.authors.trim_end_matches('.'), self.title, self.journal, self.year);
        if let Some(doi) = &self.doi {
            line += &format!(" doi:{doi}");
        } else if let Some(pmid) = &self.pmid {
            line += &format!(" PMID {pmid}");
        }
        if !self.verified {
            line += " (not checked)";
        }
        line
    }
}

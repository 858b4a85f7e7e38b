//! Stool forms: how many of each, and how many days say anything at all.

use super::{Source, heading};
use crate::model::day_record::DayRecord;
use crate::model::entry::EntryKind;
use crate::model::value::Value;
use crate::report::document::{Block, Table};
use crate::words::report::gut as words;
use crate::words::{STOOL_FORMS, percent};

/// A table of forms; nothing if no stool was ever logged and "no stool" never answered.
pub(super) fn stools(source: &Source<'_>) -> Vec<Block> {
    let pages: Vec<&DayRecord> =
        source.diary.day_records_between(source.request.first, source.request.last).map(AsRef::as_ref).collect();
    let stools = || pages.iter().flat_map(|page| &page.entries).filter(|entry| entry.kind == EntryKind::Stool);
    let forms: Vec<f64> = stools().filter_map(|entry| entry.answers.get("stool")).map(Value::as_number).collect();
    let yes_days = |key: &str| {
        let yes = Some(Value::YesNo(true));
        pages.iter().filter(|page| page.entries.iter().any(|entry| entry.answers.get(key) == yes)).count()
    };
    let stool_days =
        pages.iter().filter(|page| page.entries.iter().any(|entry| entry.kind == EntryKind::Stool)).count();
    let none_days = yes_days("no_stool");
    if stool_days + none_days == 0 {
        return Vec::new();
    }
    let unsaid = source.days().saturating_sub(stool_days + none_days);
    let mut said = words::said(stools().count(), stool_days, none_days, unsaid);
    for (key, what) in words::TICKED {
        let days = yes_days(key);
        if days > 0 {
            said += &words::ticked(what, days);
        }
    }
    let mut blocks = vec![heading(words::HEADING), Block::Paragraph(said)];
    if !forms.is_empty() {
        blocks.push(table(&forms));
    }
    blocks
}

fn table(forms: &[f64]) -> Block {
    let mut rows = Vec::new();
    for (place, name) in STOOL_FORMS.iter().enumerate() {
        let form = place as f64 + 1.0;
        // Half steps count to the firmer form of the two.
        let here = forms.iter().filter(|given| given.floor() == form).count();
        let share = percent(here as f64 / forms.len() as f64);
        rows.push(vec![words::form(form, name), here.to_string(), share]);
    }
    Block::Table(Table {
        caption: words::caption(forms.len()),
        header: words::HEADER.map(str::to_owned).to_vec(),
        rows,
        widths: vec![4.0, 1.0, 1.0],
        ..Table::default()
    })
}

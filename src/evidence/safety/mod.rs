//! Safety: what must be said before anything else. A rule says when it holds, in a small vocabulary, how urgent it is, and its
//! words; all rules are data (`assets/evidence/rules.ron`, and the rules of the table of medicines), none is coded by hand. The
//! page behind them: every threshold needs a clinician's and a pharmacist's sign-off before release.
//!
//! Missing is never 0: rules count answered days only. A sum with an unknown food is a lower bound, which may settle "above" and
//! never "below". A flag that was seen shrinks to one line and is never removed while it holds.

mod acknowledged;
mod days;
mod flag;
mod level;
mod limits;
mod medicine;
mod raised;
mod reader;
mod rules;
mod when;
mod windows;
mod words;

pub use flag::{Flag, Mark, Seen, Source, silences};
pub use level::{Level, LevelMeaning, Silenced};
pub use rules::{Crisis, FoodGroup, LimitRule, MedicineRules, Rule, TEXT, Table, table};
pub use when::{CourseIs, Is, OnDay, When};
pub use words::CrisisScreen;

use std::collections::BTreeMap;

use limits::OverLimit;
use raised::Raised;
use reader::Reader;

use super::situation::Person;
use crate::columns::DayTable;
use crate::medicines::Trigger;
use crate::model::diary::Diary;
use crate::model::time::Day;

/// Everything that the rules say about a diary on a day, the most urgent first, within a level the newest.
pub fn flags(diary: &Diary, table: &DayTable, today: Day) -> Vec<Flag> {
    flags_of(diary, table, &Person::on(diary, today))
}

/// As [`flags`], of a person whose courses were looked up before.
pub fn flags_of(diary: &Diary, table: &DayTable, person: &Person<'_>) -> Vec<Flag> {
    let rules = rules::table();
    let reader = Reader::new(diary, table, person, rules);
    let mut flags: Vec<Flag> = rules.rules.iter().filter_map(|rule| of_rule(&reader, rule)).collect();
    let over = rules.limit.iter().flat_map(|rule| reader.over_limits(rule).into_iter().map(move |over| (rule, over)));
    let over: Vec<(&LimitRule, OverLimit)> = over.collect();
    if let Some(medicines) = &rules.medicines {
        let said_elsewhere = |trigger: &Trigger| match trigger {
            // What is known only beside the medicine is worth saying as well, unless the sign is more urgent by itself.
            Trigger::Warning(sign) => rules.urgency_of(sign).filter(|level| *level < Level::Today),
            Trigger::OverLimit(key) => {
                over.iter().find(|(_, over)| over.nutrient.key == *key).map(|(rule, _)| rule.level)
            }
            _ => None,
        };
        flags.extend(medicine::flags(&reader, medicines, &said_elsewhere));
    }
    flags.extend(over.into_iter().map(|(rule, over)| {
        let id = format!("{}.{}", rule.id, over.nutrient.key);
        flag_from(&id, rule.level, &over.words, over.source, over.raised)
    }));
    acknowledged::fold(&mut flags, diary, person.today);
    sort(&mut flags);
    flags
}

/// Everything that the rules said on the days of a period: each rule once, at its most urgent, as of the newest day on which it was
/// that. The most urgent first.
pub fn flags_between(diary: &Diary, table: &DayTable, first: Day, last: Day) -> Vec<Flag> {
    let mut person = Person::on(diary, first);
    let mut worst: BTreeMap<String, Flag> = BTreeMap::new();
    for ago in (0..=last.days_since(first).max(0)).rev() {
        person.today = last.plus(-ago);
        for flag in flags_of(diary, table, &person) {
            let is_worst = worst.get(&flag.id).is_none_or(|known| flag.level <= known.level);
            if is_worst {
                worst.insert(flag.id.clone(), flag);
            }
        }
    }
    let mut flags: Vec<Flag> = worst.into_values().collect();
    sort(&mut flags);
    flags
}

fn sort(flags: &mut [Flag]) {
    flags.sort_by_key(|flag| (flag.level, std::cmp::Reverse(flag.days.first().copied())));
}

/// What a rule over the diary says.
fn of_rule(reader: &Reader<'_>, rule: &Rule) -> Option<Flag> {
    let held = rule.raises.iter().find_map(|(level, when)| Some((*level, reader.read(when, *level)?)));
    let (level, mut raised) = held?;
    // The mildest step holds whenever a stronger one does, so it measures both.
    if let Some((mildest, when)) = rule.raises.last().filter(|_| rule.raises.len() > 1)
        && let Some(measured) = reader.read(when, *mildest)
    {
        raised.reading = measured.reading;
    }
    let fills = words::help_lines(&reader.rules.crisis, &reader.person.profile.help_lines);
    for (name, value) in fills {
        raised.fills.entry(name).or_insert(value);
    }
    let flag = flag_from(&rule.id, level, &rule.words, rule.source.clone(), raised);
    let Rule { also, crisis, offers_support, keeps_closed, .. } = rule;
    Some(Flag { also: *also, crisis: *crisis, offers_support: *offers_support, keeps_closed: *keeps_closed, ..flag })
}

/// A flag of what was raised.
fn flag_from(id: &str, level: Level, words: &str, source: Vec<Source>, raised: Raised) -> Flag {
    let mut days = raised.days;
    days.sort_unstable_by(|a, b| b.cmp(a));
    days.dedup();
    Flag {
        id: id.to_owned(),
        level,
        also: None,
        words: words::fill(words, &raised.fills),
        because: raised.because,
        days,
        courses: raised.courses,
        source,
        seen: Seen::Full,
        doctor_looked: None,
        reading: raised.reading,
        crisis: false,
        offers_support: false,
        keeps_closed: Silenced::default(),
    }
}

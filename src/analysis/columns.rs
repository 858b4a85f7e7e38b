//! Which columns a day table has, and where the numbers of each come from. The table itself, what is written as CSV and what is
//! read from one all go by this.

use std::collections::HashSet;

use super::answered;
use super::day_table::{Column, Origin, Role, Scale};
use super::food_columns::{self, FoodColumns};
use crate::model::body_system::BodySystem;
use crate::model::catalogue::Catalogue;
use crate::model::course::CourseKind;
use crate::model::diary::Diary;
use crate::model::region::Region;
use crate::model::trackable::{self, Kind, Trackable};

/// What is worked out from a day's entries: key, label, unit, role.
pub(super) const COMPUTED: &[(&str, &str, &str, Role)] = &[
    ("stool_count", "Stools", "", Role::Gut),
    ("stool_off", "Stool form away from 4", "", Role::Gut),
    ("bed_hours", "Time in bed", "h", Role::Context),
    ("skin_today", "Skin today (0 to 100)", "", Role::Skin),
    ("gut_today", "Gut today (0 to 100)", "", Role::Gut),
];

/// Every column a diary with these trackables may have, without cells. Regions have the columns of their trackables.
pub fn every(catalogue: &Catalogue) -> Vec<Column> {
    let trackables = tabulated(catalogue).map(|known| of_trackable(known, true));
    let courses = CourseKind::ALL.iter().copied().flat_map(of_courses);
    trackables.chain(computed()).chain(courses).chain(FoodColumns::all(true).empty(0)).collect()
}

/// Says of a name whether it is the key of a column of a diary with these trackables, regions included.
pub fn keys(catalogue: &Catalogue) -> impl Fn(&str) -> bool {
    let known: HashSet<String> = every(catalogue).into_iter().map(|column| column.key).collect();
    move |name| match name.split_once('.') {
        None => known.contains(name),
        Some((key, part)) => known.contains(key) && (part == answered::PART || Region::from_key(part).is_some()),
    }
}

/// The trackables that have a column: all but the warning signs.
pub(super) fn tabulated(catalogue: &Catalogue) -> impl Iterator<Item = &Trackable> {
    catalogue.iter().filter(|known| known.role != trackable::Role::Warning)
}

/// The column of a trackable.
pub(super) fn of_trackable(known: &Trackable, with_foods: bool) -> Column {
    let mixed = with_foods && food_columns::is_answered(known.key.as_str());
    Column {
        key: known.key.to_string(),
        label: known.label.to_string(),
        unit: known.kind.unit().to_owned(),
        scale: scale_of(known),
        role: role_of(known),
        origin: if mixed { Origin::LoggedAndFoods } else { Origin::Logged },
        cells: Vec::new(),
    }
}

/// The columns that are worked out from others.
pub(super) fn computed() -> impl Iterator<Item = Column> {
    COMPUTED.iter().map(|(key, label, unit, role)| Column {
        key: (*key).to_owned(),
        label: (*label).to_owned(),
        unit: (*unit).to_owned(),
        scale: if key.ends_with("_today") { Scale::Points } else { Scale::Number },
        role: *role,
        origin: Origin::Computed,
        cells: Vec::new(),
    })
}

/// The columns of a kind of courses: the days in one, and the days after.
pub(super) fn of_courses(kind: CourseKind) -> [Column; 2] {
    let column = |key: String, label: String, role| Column {
        key,
        label,
        unit: String::new(),
        scale: Scale::Number,
        role,
        origin: Origin::Courses,
        cells: Vec::new(),
    };
    [
        column(kind.key().to_owned(), kind.label().to_owned(), Role::Factor),
        column(format!("{}_after", kind.key()), format!("{} (days after)", kind.label()), Role::Context),
    ]
}

/// The column of a trackable at one place of the body.
pub(super) fn of_region(known: &Trackable, region: Region) -> Column {
    Column {
        key: region_key(known, region),
        label: format!("{}, {}", known.label, region.label().to_lowercase()),
        role: Role::Context,
        origin: Origin::Logged,
        ..of_trackable(known, false)
    }
}

pub(super) fn region_key(known: &Trackable, region: Region) -> String {
    format!("{}.{}", known.key, region.key())
}

/// The kinds of courses a diary has.
pub(super) fn kinds_of_courses(diary: &Diary) -> Vec<CourseKind> {
    CourseKind::ALL.iter().copied().filter(|kind| diary.courses().any(|course| course.kind == *kind)).collect()
}

fn scale_of(known: &Trackable) -> Scale {
    match known.kind {
        Kind::Score | Kind::Grade | Kind::StoolForm => Scale::Points,
        _ => Scale::Number,
    }
}

fn role_of(known: &Trackable) -> Role {
    match known.role {
        trackable::Role::Outcome => match Catalogue::body_system(known) {
            BodySystem::Skin => Role::Skin,
            BodySystem::Gut => Role::Gut,
            BodySystem::Other => Role::Other,
        },
        trackable::Role::Factor => Role::Factor,
        trackable::Role::Context | trackable::Role::Warning => Role::Context,
    }
}

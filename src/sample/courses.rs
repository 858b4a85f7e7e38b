//! What the made-up person took or changed, and when.

use crate::model::course::{Course, CourseId, CourseKind};
use crate::model::region::Region;
use crate::model::text::{Name, Note};
use crate::model::time::Day;

/// A row: kind, name, days from the first day to the end of the sample, length in days (`None` goes on), dose, schedule,
/// note.
struct Row(CourseKind, &'static str, i32, Option<i32>, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const ROWS: &[Row] = &[
    Row(CourseKind::Prescribed, "Metronidazole cream", 350, Some(42), "0.75 %", "evenings", "From the dermatologist; six weeks, then stop."),
    Row(CourseKind::Antibiotic, "Amoxicillin", 270, Some(10), "500 mg", "three times a day", "For the sinus infection."),
    Row(CourseKind::Probiotic, "Probiotic capsules", 258, Some(42), "1 capsule", "with breakfast", "The pharmacist's idea after the antibiotic."),
    Row(CourseKind::Diet, "More plants", 200, Some(42), "", "every day", "Thirty different plants a week, as far as it goes."),
    Row(CourseKind::Topical, "Azelaic acid serum", 130, Some(84), "10 %", "mornings and evenings", "On the cheeks only."),
    Row(CourseKind::Supplement, "Vitamin D", 95, None, "20 µg", "with breakfast", ""),
];

/// The courses of a sample that ends today, by their first day.
pub(super) fn courses(today: Day) -> Vec<Course> {
    let made = |(id, row): (u32, &Row)| {
        let Row(kind, name, ago, length, dose, schedule, note) = row;
        let start = today.plus(-ago);
        let on_cheeks = *kind == CourseKind::Topical;
        Some(Course {
            id: CourseId(id),
            kind: *kind,
            name: Name::new(name).ok()?,
            start,
            stop: length.map(|days| start.plus(days - 1)),
            dose: (*dose).to_owned(),
            schedule: (*schedule).to_owned(),
            regions: if on_cheeks { vec![Region::LeftCheek, Region::RightCheek] } else { Vec::new() },
            after_effect_days: kind.usual_after_effect_days(),
            note: Note::new(note).ok(),
        })
    };
    (1..).zip(ROWS).filter_map(made).collect()
}

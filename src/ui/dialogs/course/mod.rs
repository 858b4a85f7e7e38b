//! A course: what, how much, from when to when, and how long it may act after that. A medicine is recognised while its name is
//! typed; what is known of it is filled in as far as nobody has chosen otherwise, and said.

mod name_field;
mod said_beforehand;

use eframe::egui::{Id, RichText, TextEdit, Ui};

use self::name_field::NameField;
use self::said_beforehand::SaidBeforehand;
use crate::edit::Command;
use crate::medicines::{self, Medicine};
use crate::model::course::{Course, CourseId, CourseKind};
use crate::model::region::Region;
use crate::model::text::{Name, Note};
use crate::model::time::Day;
use crate::ui::context::ViewContext;
use crate::ui::modal;
use crate::ui::modal::Dialog;
use crate::ui::theme::{Palette, space};
use crate::ui::widgets::{day_field, medicine, segmented};
use crate::words::far;
use crate::workspace::Workspace;

/// Longest dose and schedule, in characters.
const LONGEST: usize = 100;

/// A course being edited.
#[derive(Debug, Clone)]
pub struct CourseDraft {
    course: Course,
    name: NameField,
    note: String,
    after: String,
    exists: bool,
    /// The medicine that the name speaks of.
    medicine: Option<&'static Medicine>,
    /// Whether the kind was chosen by the person, and stays.
    kind_is_chosen: bool,
    /// Whether the days of after-effects were typed by the person, and stay.
    after_is_typed: bool,
    said: SaidBeforehand,
}

impl Dialog for CourseDraft {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let ViewContext { workspace, commands, .. } = ctx;
        modal::title_ui(ui, if self.exists { "Change a course" } else { "Start a course" });
        modal::middle_ui(ui, |ui| self.fields_ui(ui, workspace));
        let built = self.build();
        if let Err(reason) = &built
            && (self.exists || !self.name.text.is_empty())
        {
            ui.label(RichText::new(reason).color(Palette::of(ui).attention));
        }
        if self.exists && modal::destroying_link_ui(ui, "Delete this course") {
            commands.edit(Command::RemoveCourse { id: self.course.id });
            commands.close_dialog();
        }
        let words = if self.exists { "Keep" } else { "Start" };
        if modal::foot_ui(ui, words, built.is_ok(), commands)
            && let Ok(course) = built
        {
            commands.edit(if self.exists { Command::AmendCourse { course } } else { Command::AddCourse { course } });
            commands.close_dialog();
        }
    }
}

impl CourseDraft {
    /// A course that starts on a day, with what is known of its name; `None` if it cannot be named.
    pub(super) fn blank(start: Day, name: String) -> Option<Self> {
        let kind = CourseKind::Antibiotic;
        let course = Course {
            id: CourseId::NEW,
            kind,
            name: Name::new(kind.label()).ok()?,
            start,
            stop: None,
            dose: String::new(),
            schedule: String::new(),
            regions: Vec::new(),
            after_effect_days: kind.usual_after_effect_days(),
            note: None,
        };
        let blank = Self { name: NameField::new(name), exists: false, medicine: None, ..Self::change(&course) };
        let mut blank = Self { kind_is_chosen: false, after_is_typed: false, ..blank };
        blank.follow_name();
        Some(blank)
    }

    /// A course of the diary.
    pub(super) fn change(course: &Course) -> Self {
        let note = course.note.as_ref().map(ToString::to_string).unwrap_or_default();
        let after = course.after_effect_days.to_string();
        let name = NameField::new(course.name.to_string());
        let medicine = medicines::recognise(&name.text).map(|found| found.medicine);
        let course = course.clone();
        Self {
            course,
            name,
            note,
            after,
            exists: true,
            medicine,
            kind_is_chosen: true,
            after_is_typed: true,
            said: SaidBeforehand::default(),
        }
    }

    fn fields_ui(&mut self, ui: &mut Ui, workspace: &Workspace) {
        if self.name.ui(ui) {
            self.follow_name();
        }
        let kinds: Vec<(CourseKind, &str)> = CourseKind::ALL.iter().map(|kind| (*kind, kind.label())).collect();
        if let Some(kind) = segmented::segmented_ui(ui, "Kind", Some(self.course.kind), &kinds) {
            self.course.kind = kind;
            self.kind_is_chosen = true;
            self.fill_in();
        }
        self.known_ui(ui, workspace);
        ui.add_space(space::TIGHT);
        text_row_ui(ui, "Dose", "For example: 40 mg", &mut self.course.dose);
        text_row_ui(ui, "When", "For example: mornings", &mut self.course.schedule);
        let (latest, today) = (workspace.today().plus(366), workspace.today());
        modal::labelled_ui(ui, "First day", |ui| {
            if let Some(Some(day)) =
                day_field::day_field_ui(ui, "First day", Some(self.course.start), today, latest, false)
            {
                self.course.start = day;
            }
        });
        if let Some(nearest) = workspace.diary().far_from_others(self.course.start, today) {
            modal::quiet_ui(ui, &format!("{}. Is the year right?", far(self.course.start, nearest)));
        }
        modal::labelled_ui(ui, "Last day", |ui| {
            if let Some(day) = day_field::day_field_ui(ui, "Last day", self.course.stop, today, latest, true) {
                self.course.stop = day;
            }
        });
        modal::labelled_ui(ui, "May act after the last day for", |ui| {
            // What stands above comes and goes with what is typed here, so the focus needs a name that stays.
            let field =
                TextEdit::singleline(&mut self.after).id(Id::unique("course-after-effect-days")).desired_width(48.0);
            self.after_is_typed |= ui.add(field).accessible_name("Days of after-effects").changed();
            ui.label("days");
        });
        if self.course.kind == CourseKind::Topical {
            self.regions_ui(ui);
        }
        ui.label("Note");
        ui.add(
            TextEdit::multiline(&mut self.note)
                .id(Id::unique("course-note"))
                .desired_rows(2)
                .desired_width(f32::INFINITY),
        )
        .accessible_name("Course note");
    }

    /// Takes notice of what the name speaks of now.
    fn follow_name(&mut self) {
        let medicine = medicines::recognise(&self.name.text).map(|found| found.medicine);
        if medicine != self.medicine {
            self.medicine = medicine;
            self.fill_in();
        }
    }

    /// Fills in what is usual, where the person has not said otherwise.
    fn fill_in(&mut self) {
        let class = self.medicine.and_then(|medicine| medicines::class(&medicine.class));
        if let Some(class) = class.filter(|_| !self.kind_is_chosen) {
            self.course.kind = class.kind;
        }
        if !self.after_is_typed {
            let usual = self.medicine.map(Medicine::carry_over_days);
            self.after = usual.unwrap_or_else(|| self.course.kind.usual_after_effect_days()).to_string();
        }
    }

    fn known_ui(&mut self, ui: &mut Ui, workspace: &Workspace) {
        let Some(medicine) = self.medicine else {
            let is_open = self.name.offers_any() || self.name.text.trim().is_empty();
            if !is_open && self.course.kind != CourseKind::Diet {
                modal::quiet_ui(ui, &format!("{} You can keep it all the same.", medicine::NOT_KNOWN));
            }
            return;
        };
        let usual = medicine::carry_over_words(medicine.carry_over_days());
        modal::quiet_ui(ui, &format!("{}. Usually {usual}.", medicine::class_words(medicine)));
        if let Ok(course) = self.build() {
            for flag in self.said.flags(&course, self.exists, workspace) {
                medicine::said_ui(ui, flag);
            }
        }
        medicine::flares_ui(ui, medicine, &workspace.diary().profile().conditions);
    }

    fn regions_ui(&mut self, ui: &mut Ui) {
        ui.label("Where it goes; none chosen means the whole skin");
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = eframe::egui::Vec2::splat(4.0);
            let finer = self.course.regions.iter().copied().filter(|chosen| Region::coarse().all(|it| it != *chosen));
            let offered: Vec<Region> = Region::coarse().chain(finer).collect();
            for region in offered {
                let at = self.course.regions.iter().position(|chosen| *chosen == region);
                if ui.selectable_label(at.is_some(), region.label()).clicked() {
                    match at {
                        Some(at) => drop(self.course.regions.remove(at)),
                        None => self.course.regions.push(region),
                    }
                }
            }
        });
    }

    /// The course as typed, or what is still wrong with it.
    fn build(&self) -> Result<Course, String> {
        let name = Name::new(&self.name.text).map_err(|error| format!("Name: {error}."))?;
        let note = if self.note.trim().is_empty() {
            None
        } else {
            Some(Note::new(&self.note).map_err(|error| format!("Note: {error}."))?)
        };
        let after = self.after.trim().parse::<u16>().ok().filter(|days| *days <= 365);
        let after_effect_days = after.ok_or("After-effects: a whole number of days from 0 to 365 is needed.")?;
        for (label, text) in [("Dose", &self.course.dose), ("When", &self.course.schedule)] {
            if text.chars().count() > LONGEST {
                return Err(format!("{label}: at most {LONGEST} characters fit."));
            }
        }
        if self.course.stop.is_some_and(|stop| stop < self.course.start) {
            return Err("The last day lies before the first.".to_owned());
        }
        let regions = if self.course.kind == CourseKind::Topical { self.course.regions.clone() } else { Vec::new() };
        Ok(Course { name, regions, after_effect_days, note, ..self.course.clone() })
    }
}

fn text_row_ui(ui: &mut Ui, label: &str, hint: &str, text: &mut String) {
    modal::labelled_ui(ui, label, |ui| {
        ui.add(TextEdit::singleline(text).hint_text(hint).desired_width(f32::INFINITY))
            .accessible_name(format!("Course {label}"));
    });
}

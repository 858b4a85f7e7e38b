//! What a record says, fact by fact, in the words of the page on which it is shown, so that two states of it can be laid side by side.

use crate::edit::decision;
use crate::foods::amount::amount;
use crate::foods::past_meals::short_name;
use crate::model::course::Course;
use crate::model::decision::{Choice, Decision};
use crate::model::diary::Diary;
use crate::model::food_line::FoodLine;
use crate::model::own_food::OwnFood;
use crate::model::pantry::PantryItem;
use crate::model::photo::Photo;
use crate::model::profile::{Profile, SafetyQuestion};
use crate::model::record::Record;
use crate::model::region::Region;
use crate::model::settings::{Reference, Settings};
use crate::model::time::Day;
use crate::model::trackable::Trackable;
use crate::model::trial::Trial;
use crate::words::{capital, count};

/// One thing that a record says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fact {
    /// Of what, in the middle of a sentence.
    pub what: String,
    /// What is said.
    pub said: String,
}

/// What a thing is called.
pub(super) fn name_of(diary: &Diary, record: &Record) -> String {
    match record {
        Record::Day(page) => page.date.long(),
        Record::Course(course) => course.name.to_string(),
        Record::Trackable(known) => known.label.to_string(),
        Record::PantryItem(item) => name_of_item(diary, item),
        Record::Decision(decision) => {
            format!("{}, {}", capital(decision::name_of_keeping(&decision.choice)), decision.made.short())
        }
        Record::Trial(trial) => format!("The trial of {}", trial.factor.name),
        Record::Photo(photo) => format!("{}, {}", capital(&photo.subject()), photo.day.short()),
        Record::Settings(_) => "Settings".to_owned(),
        Record::Profile(_) => "About you".to_owned(),
    }
}

fn name_of_item(diary: &Diary, item: &PantryItem) -> String {
    match item {
        PantryItem::OwnFood(food) => food.name.to_string(),
        PantryItem::Recipe(recipe) => recipe.name.to_string(),
        PantryItem::Template(template) => template.name.to_string(),
        PantryItem::Favourite(food) => {
            format!("{} as a favourite", short_name(diary.pantry().name(*food).unwrap_or("A food")))
        }
        PantryItem::Drink(drink, _) => drink.label().to_owned(),
    }
}

/// What a record says. What is not said has no fact.
pub(super) fn facts(diary: &Diary, record: &Record) -> Vec<Fact> {
    let mut told = Told::default();
    match record {
        // Days are compared entry by entry.
        Record::Day(_) => {}
        Record::Course(course) => told.course(course),
        Record::Trackable(known) => told.trackable(known),
        Record::PantryItem(item) => told.item(item),
        Record::Decision(decision) => told.decision(decision),
        Record::Trial(trial) => told.trial(trial),
        Record::Photo(photo) => told.photo(photo),
        Record::Settings(settings) => told.settings(diary, settings),
        Record::Profile(profile) => told.profile(profile),
    }
    told.0
}

#[derive(Default)]
struct Told(Vec<Fact>);

impl Told {
    fn tell(&mut self, what: &str, said: impl Into<String>) {
        self.0.push(Fact { what: what.to_owned(), said: said.into() });
    }

    /// Tells what is there, and nothing of what is not.
    fn tell_some(&mut self, what: &str, said: Option<impl Into<String>>) {
        if let Some(said) = said {
            self.tell(what, said);
        }
    }

    fn tell_words(&mut self, what: &str, words: &str) {
        self.tell_some(what, Some(words).filter(|words| !words.is_empty()));
    }

    fn tell_number(&mut self, what: &str, number: usize) {
        self.tell_some(what, Some(number).filter(|number| *number > 0).map(|number| number.to_string()));
    }

    fn tell_places(&mut self, what: &str, regions: &[Region]) {
        let places: Vec<String> = regions.iter().map(|region| region.label().to_lowercase()).collect();
        self.tell_words(what, &places.join(", "));
    }

    fn tell_foods(&mut self, what: &str, lines: &[FoodLine]) {
        let foods: Vec<String> =
            lines.iter().map(|line| format!("{} {} g", short_name(line.name.as_str()), amount(line.grams))).collect();
        self.tell_words(what, &foods.join(", "));
    }

    fn course(&mut self, course: &Course) {
        self.tell("kind", course.kind.label());
        self.tell("from", course.start.short());
        self.tell("to", course.stop.map_or_else(|| "it goes on".to_owned(), Day::short));
        self.tell_words("dose", &course.dose);
        self.tell_words("schedule", &course.schedule);
        self.tell_places("places", &course.regions);
        self.tell("may still act for", count(usize::from(course.after_effect_days), "day", "days"));
        self.tell_some("note", course.note.as_ref().map(ToString::to_string));
    }

    fn trackable(&mut self, known: &Trackable) {
        self.tell("answers", known.kind.expected());
        self.tell("on the forms", if known.hidden { "hidden" } else { "shown" });
    }

    fn item(&mut self, item: &PantryItem) {
        let offered = |hidden: bool| if hidden { "no longer offered" } else { "offered" };
        match item {
            PantryItem::OwnFood(food) => {
                self.own_food(food);
                self.tell("in the search", offered(food.hidden));
            }
            PantryItem::Recipe(recipe) => {
                self.tell_foods("ingredients", &recipe.ingredients);
                self.tell_some("cooked weight", recipe.cooked_grams.map(|grams| format!("{} g", amount(grams))));
                self.tell("portions", amount(recipe.servings));
                self.tell("in the search", offered(recipe.hidden));
            }
            PantryItem::Template(template) => {
                self.tell_some("usual time", template.at.map(|at| at.to_string()));
                self.tell_foods("foods", &template.foods);
            }
            PantryItem::Favourite(_) => self.tell("favourite", "yes"),
            PantryItem::Drink(_, line) => self.tell_foods("one click logs", std::slice::from_ref(line)),
        }
    }

    fn own_food(&mut self, food: &OwnFood) {
        self.tell_some("portion", food.portion_grams.map(|grams| format!("{} g", amount(grams))));
        self.tell_some("grams in a millilitre", food.density.map(amount));
        self.tell_some("drunk", food.is_drink.then_some("yes"));
        for (nutrient, held) in &food.per_100g {
            self.tell(&format!("{} in 100 g", nutrient.label()), format!("{} {}", amount(*held), nutrient.unit()));
        }
        self.tell_number("plants", food.plants.len());
    }

    fn decision(&mut self, decision: &Decision) {
        self.tell("made on", decision.made.short());
        match &decision.choice {
            Choice::FlagSeen { .. } => {}
            Choice::DoctorLooked { on, .. } => self.tell("visit", on.short()),
            Choice::NotForMe { why, .. } => self.tell_some("why", why.as_ref().map(ToString::to_string)),
            Choice::Trying { first_look, judge_on, judged, .. } => {
                self.tell("first look", first_look.short());
                self.tell("to be judged on", judge_on.short());
                self.tell_some("looked back on", judged.map(Day::short));
            }
        }
    }

    fn trial(&mut self, trial: &Trial) {
        self.tell("drawn on", trial.drawn.short());
        self.tell("from", trial.start.short());
        self.tell("to", trial.end().short());
        self.tell_number("days answered", trial.kept.len());
        self.tell_number("looks taken", trial.looked.len());
        self.tell_some("ended early on", trial.ended.as_ref().map(|ended| ended.on.short()));
    }

    fn photo(&mut self, photo: &Photo) {
        self.tell("day", photo.day.short());
        self.tell_some("time", photo.at.map(|at| at.to_string()));
        self.tell_places("places", &photo.regions);
        self.tell_some("series", photo.series.as_ref().map(ToString::to_string));
        self.tell_some("light and camera", photo.setup.as_ref().map(ToString::to_string));
        self.tell_some("note", photo.note.as_ref().map(ToString::to_string));
        self.tell("shown", if photo.covered { "only when asked for" } else { "openly" });
        self.tell_some("spots marked", photo.marks.map(|_| "yes"));
        self.tell_some("colours measured", photo.colors.map(|_| "yes"));
        self.tell_number("blind ratings", photo.ratings.len());
    }

    fn settings(&mut self, diary: &Diary, settings: &Settings) {
        self.tell("the day ends at", format!("{}:00", settings.day_end.hour()));
        self.tell(
            "reference intakes",
            match settings.reference {
                Reference::Efsa => "Europe (EFSA)",
                Reference::Us => "United States (NASEM)",
            },
        );
        self.tell("energy of foods", if settings.shows_energy { "shown" } else { "hidden" });
        self.tell("ideas hidden", settings.hidden_cards.len().to_string());
        self.tell("findings with a mark", settings.pair_marks.len().to_string());
        let label =
            |key: &str| diary.catalogue().get(key).map_or_else(|| key.to_owned(), |known| known.label.to_string());
        let suspects = settings.suspects.as_ref().map(|suspects| {
            let pairs = suspects.pairs.iter();
            let pairs: Vec<String> =
                pairs.map(|pair| format!("{} and {}", label(&pair.factor), label(&pair.outcome))).collect();
            format!("{}, named on {}", pairs.join("; "), suspects.named.short())
        });
        self.tell_some("suspects", suspects);
    }

    fn profile(&mut self, profile: &Profile) {
        let conditions: Vec<&str> = profile.conditions.iter().map(|condition| condition.label()).collect();
        self.tell_words("conditions", &conditions.join(", "));
        self.tell_some("year of birth", profile.birth_year.map(|year| year.to_string()));
        self.tell_some("sex", profile.sex.map(crate::model::profile::Sex::label));
        for question in SafetyQuestion::ALL {
            self.tell_some(question.text(), profile.safety(*question).map(|yes| if yes { "yes" } else { "no" }));
        }
        let lines = &profile.help_lines;
        self.tell_some("emergency number", lines.emergency_number.as_ref().map(ToString::to_string));
        self.tell_some("crisis line", lines.crisis_line.as_ref().map(ToString::to_string));
        self.tell_some("somebody near", lines.person.as_ref().map(ToString::to_string));
    }
}

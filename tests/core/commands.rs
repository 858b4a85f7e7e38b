//! Made-up commands for the laws: every kind of command, near enough to each other to meet, some of them wrong on purpose.

use gutskin::edit::{Change, Command, CommandError, EntryDraft, JournalOp, Place, plan};
use gutskin::model::answers::Answers;
use gutskin::model::catalogue::Catalogue;
use gutskin::model::course::{Course, CourseId, CourseKind};
use gutskin::model::day_record::DayRecord;
use gutskin::model::diary::Diary;
use gutskin::model::drink::Drink;
use gutskin::model::entry::{Card, Entry, EntryId, EntryKind};
use gutskin::model::food_line::{FoodId, FoodLine};
use gutskin::model::meal_template::{MealTemplate, TemplateId};
use gutskin::model::nutrient::Nutrient;
use gutskin::model::own_food::OwnFood;
use gutskin::model::pair_mark::PairMark;
use gutskin::model::pantry::{Pantry, PantryItem};
use gutskin::model::profile::{Condition, Profile, SafetyQuestion, Sex};
use gutskin::model::recipe::Recipe;
use gutskin::model::region::Region;
use gutskin::model::settings::{Reference, Settings};
use gutskin::model::text::{Name, Note};
use gutskin::model::time::{ClockTime, Day, DayEnd};
use gutskin::model::trackable::{Aggregate, Direction, Key, Kind, Role, Trackable};
use gutskin::model::value::Value;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// The diary day it is in these tests.
pub fn today() -> Day {
    Day::from_ymd(2026, 3, 29).unwrap()
}

fn pair_marks() -> impl Strategy<Value = PairMark> {
    let note = option::of(select(vec!["a note", "another"]).prop_map(|text| Note::new(text).unwrap()));
    (select(vec!["dairy", "stress"]), any::<bool>(), any::<bool>(), note).prop_map(|(factor, hidden, to_test, note)| {
        PairMark { hidden, to_test, note, ..PairMark::blank(factor, "redness") }
    })
}

/// A key that is known to be well formed.
pub fn key(text: &str) -> Key {
    Key::new(text).unwrap()
}

/// An answer for the day's main entry of its kind.
pub fn answer(day: Day, name: &str, value: Value) -> Command {
    let kind = Catalogue::default().get(name).map_or(EntryKind::SkinCheck, |known| known.carried_by);
    Command::Answer { day, place: Place::Main { kind, region: None }, key: key(name), value: Some(value) }
}

/// Carries a command out on a diary, and gives what the journal would keep.
pub fn carry_out(diary: &mut Diary, command: Command) -> Result<Vec<JournalOp>, CommandError> {
    let changes = plan(diary, command, today())?;
    Ok(put(diary, &changes))
}

/// Carries changes out.
pub fn put(diary: &mut Diary, changes: &[Change]) -> Vec<JournalOp> {
    changes.iter().map(|change| change.apply(diary)).collect()
}

/// Days around a month's end, one of them too far ahead.
fn days() -> impl Strategy<Value = Day> {
    prop_oneof![9 => (-32..=1).prop_map(|offset| today().plus(offset)), 1 => Just(today().plus(9))]
}

fn keys() -> impl Strategy<Value = Key> {
    let known = ["redness", "itch", "palms", "stool", "stool_blood", "water_ml", "dairy", "sleep_hours", "bed_time"];
    let own = ["mood", "own_a", "own_b", "not_there"];
    select([known.as_slice(), own.as_slice()].concat()).prop_map(key)
}

fn values() -> impl Strategy<Value = Value> {
    prop_oneof![
        (0..=10).prop_map(|n| Value::Number(f64::from(n))),
        (0..=40).prop_map(|n| Value::Number(f64::from(n) / 4.0)),
        (-1e9..1e9).prop_map(Value::Number),
        any::<bool>().prop_map(Value::YesNo),
        times().prop_map(Value::Time),
    ]
}

fn times() -> impl Strategy<Value = ClockTime> {
    (0_u8..24, 0_u8..60).prop_map(|(hour, minute)| ClockTime::new(hour, minute).unwrap())
}

fn kinds() -> impl Strategy<Value = EntryKind> {
    select(EntryKind::ALL)
}

fn regions() -> impl Strategy<Value = Option<Region>> {
    option::weighted(0.3, select(Region::all()))
}

/// Any text a person or a clipboard can bring, at most a few lines.
fn notes() -> impl Strategy<Value = Note> {
    "[^\\x00]{1,60}".prop_filter_map("a blank note is no note", |text| Note::new(&text).ok())
}

fn names() -> impl Strategy<Value = Name> {
    "\\PC{1,30}".prop_filter_map("a blank name is no name", |text| Name::new(&text).ok())
}

fn places() -> impl Strategy<Value = Place> {
    prop_oneof![
        (1_u32..6).prop_map(|id| Place::Entry(EntryId(id))),
        (kinds(), regions()).prop_map(|(kind, region)| Place::Main { kind, region }),
    ]
}

fn answers() -> impl Strategy<Value = Answers> {
    let good = prop_oneof![
        (0..=4).prop_map(|n| (key("redness"), Value::Number(f64::from(n)))),
        (0..=20).prop_map(|n| (key("itch"), Value::Number(f64::from(n) / 2.0))),
        (1..=7).prop_map(|n| (key("stool"), Value::Number(f64::from(n)))),
        (0.0..=24.0).prop_map(|n| (key("sleep_hours"), Value::Number(n))),
        any::<bool>().prop_map(|yes| (key("dairy"), Value::YesNo(yes))),
    ];
    vec(prop_oneof![9 => good, 1 => (keys(), values())], 0..4).prop_map(|pairs| pairs.into_iter().collect())
}

fn foods() -> impl Strategy<Value = FoodLine> {
    // Known and unknown numbers; sound and absurd amounts.
    let numbers = prop_oneof![Just(FoodId(63_203_010)), Just(FoodId(1_019_865)), any::<u32>().prop_map(FoodId)];
    let grams = prop_oneof![9 => 1.0..800.0, 1 => Just(-1.0), 1 => Just(10_000.0)];
    (numbers, grams, names()).prop_map(|(food, grams, name)| FoodLine { food, grams, name })
}

fn drafts() -> impl Strategy<Value = EntryDraft> {
    (kinds(), option::of(times()), regions(), answers(), option::of(notes()), vec(foods(), 0..3)).prop_map(
        |(kind, at, region, answers, text, foods)| {
            // Now and then something else than a meal has foods, which is refused.
            EntryDraft { kind, at, region, answers, text, foods }
        },
    )
}

fn entries() -> impl Strategy<Value = Entry> {
    (1_u32..6, drafts()).prop_map(|(id, draft)| {
        let EntryDraft { kind, at, region, answers, text, foods } = draft;
        Entry { id: EntryId(id), kind, at, region, answers, text, foods }
    })
}

fn courses() -> impl Strategy<Value = Course> {
    let words = "\\PC{0,20}";
    (
        (1_u32..4, select(CourseKind::ALL), names(), days(), option::of(days())),
        (words, words, vec(select(Region::all()), 0..3), 0_u16..400, option::of(notes())),
    )
        .prop_map(|((id, kind, name, start, stop), (dose, schedule, regions, after_effect_days, note))| Course {
            id: CourseId(id),
            kind,
            name,
            start,
            stop,
            dose,
            schedule,
            regions,
            after_effect_days,
            note,
        })
}

fn trackables() -> impl Strategy<Value = Trackable> {
    let kind = prop_oneof![
        Just(Kind::Score),
        Just(Kind::YesNo),
        (0_u32..9).prop_map(|most| Kind::Count { most }),
        (0.0..500.0, 0.0..5.0).prop_map(|(most, step)| Kind::Amount { unit: "drops".to_owned(), most, step }),
    ];
    (select(vec!["own_a", "own_b", "redness"]), names(), kind, any::<bool>()).prop_map(|(name, label, kind, hidden)| {
        Trackable {
            key: key(name),
            label,
            kind,
            direction: Direction::WorseUp,
            role: Role::Factor,
            body_system: None,
            carried_by: EntryKind::Own,
            aggregate: Aggregate::Sum,
            hidden,
        }
    })
}

fn profiles() -> impl Strategy<Value = Profile> {
    (
        vec(select(Condition::ALL), 0..3),
        option::of(1890_u16..2030),
        option::of(select(vec![Sex::Female, Sex::Male])),
        vec((select(SafetyQuestion::ALL), any::<bool>()), 0..4),
    )
        .prop_map(|(conditions, birth_year, sex, safety)| Profile {
            conditions: conditions.into_iter().collect(),
            birth_year,
            sex,
            safety: safety.into_iter().collect(),
            ..Profile::default()
        })
}

fn settings() -> impl Strategy<Value = Settings> {
    (0_u8..=12, any::<bool>()).prop_map(|(hour, us)| Settings {
        day_end: DayEnd::new(hour).unwrap(),
        reference: if us { Reference::Us } else { Reference::Efsa },
        ..Settings::default()
    })
}

fn own_ids() -> impl Strategy<Value = FoodId> {
    (0..3_u32).prop_map(|number| FoodId(FoodId::FIRST_OWN.0 + number))
}

fn recipe_ids() -> impl Strategy<Value = FoodId> {
    (0..3_u32).prop_map(|number| FoodId(FoodId::FIRST_RECIPE.0 + number))
}

fn lines() -> impl Strategy<Value = Vec<FoodLine>> {
    let near = prop_oneof![own_ids(), recipe_ids(), Just(FoodId(63_203_010))];
    let line = (near, 1.0..800.0, names()).prop_map(|(food, grams, name)| FoodLine { food, grams, name });
    vec(prop_oneof![9 => line, 1 => foods()], 0..4)
}

/// Anything of the pantry, some of it wrong on purpose: recipes within themselves, more fibre than carbohydrate.
fn items() -> impl Strategy<Value = PantryItem> {
    let own = (own_ids(), names(), 0.0..30.0, 0.0..60.0).prop_map(|(id, name, fibre, carbohydrate)| {
        let mut food = OwnFood::blank(id, name);
        food.per_100g = [(Nutrient::Fibre, fibre), (Nutrient::Carbohydrate, carbohydrate)].into();
        PantryItem::OwnFood(food)
    });
    let recipe = (recipe_ids(), names(), lines(), option::of(1.0..900.0), 0.0..6.0).prop_map(
        |(id, name, ingredients, cooked_grams, servings)| {
            PantryItem::Recipe(Recipe { id, name, ingredients, cooked_grams, servings, hidden: false })
        },
    );
    let template = (1..4_u32, names(), option::of(times()), lines())
        .prop_map(|(id, name, at, foods)| PantryItem::Template(MealTemplate { id: TemplateId(id), name, at, foods }));
    prop_oneof![
        own,
        recipe,
        template,
        prop_oneof![own_ids(), recipe_ids(), Just(FoodId(63_203_010))].prop_map(PantryItem::Favourite),
        (select(Drink::ALL), foods()).prop_map(|(drink, line)| PantryItem::Drink(drink, line)),
    ]
}

fn pantries() -> impl Strategy<Value = Box<Pantry>> {
    vec(items(), 0..3).prop_map(|items| {
        let mut pantry = Pantry::default();
        for item in items {
            pantry.put(item);
        }
        Box::new(pantry)
    })
}

fn imports() -> impl Strategy<Value = Command> {
    let page = (days(), vec(entries(), 0..3)).prop_map(|(day, entries)| DayRecord { entries, ..DayRecord::blank(day) });
    (vec(page, 0..3), vec(courses(), 0..2), vec(trackables(), 0..2), pantries(), any::<bool>()).prop_map(
        |(pages, courses, trackables, pantry, replace)| Command::Import {
            source: "notes.csv".to_owned(),
            pages,
            courses,
            trackables,
            pantry,
            replace,
        },
    )
}

/// One command of any kind, or several as one act.
pub fn commands() -> impl Strategy<Value = Command> {
    let batch = |steps| Command::Batch { label: "several at once".to_owned(), steps };
    prop_oneof![9 => single_commands(), 1 => vec(single_commands(), 0..5).prop_map(batch)]
}

fn single_commands() -> impl Strategy<Value = Command> {
    let cards = || select(Card::ALL);
    let hidden = || select(vec!["thirty-plants".to_owned(), "water-skin".to_owned()]);
    let pages = prop_oneof![
        6 => (days(), places(), keys(), option::weighted(0.8, values()))
            .prop_map(|(day, place, key, value)| Command::Answer { day, place, key, value }),
        3 => (days(), places(), option::weighted(0.8, notes()))
            .prop_map(|(day, place, text)| Command::Write { day, place, text }),
        2 => (days(), 1_u32..6, option::of(times()))
            .prop_map(|(day, id, at)| Command::Retime { day, id: EntryId(id), at }),
        6 => (days(), vec(drafts(), 0..4)).prop_map(|(day, drafts)| Command::Log { day, drafts }),
        2 => (days(), entries()).prop_map(|(day, entry)| Command::Amend { day, entry }),
        2 => (days(), 1_u32..6).prop_map(|(day, id)| Command::Remove { day, id: EntryId(id) }),
        2 => (days(), 1_u32..6, option::of(0_usize..3), option::of(1_u32..6)).prop_map(|(day, from, line, to)| {
            Command::MoveFood { day, from: EntryId(from), line, to: to.map(EntryId) }
        }),
        2 => (days(), days(), cards()).prop_map(|(from, to, card)| Command::CopyCard { from, to, card }),
        1 => days().prop_map(|day| Command::DeleteDay { day }),
        2 => imports(),
    ];
    let rest = prop_oneof![
        3 => courses().prop_map(|course| Command::AddCourse { course }),
        1 => courses().prop_map(|course| Command::AmendCourse { course }),
        1 => (1_u32..4, days()).prop_map(|(id, on)| Command::StopCourse { id: CourseId(id), on }),
        1 => (1_u32..4).prop_map(|id| Command::RemoveCourse { id: CourseId(id) }),
        3 => trackables().prop_map(|trackable| Command::PutTrackable { trackable }),
        4 => items().prop_map(|item| Command::KeepInPantry { item }),
        2 => items().prop_map(|item| Command::TakeFromPantry { id: item.id() }),
        1 => (hidden(), names()).prop_map(|(card, reason)| Command::HideCard { card, reason }),
        1 => pair_marks().prop_map(|mark| Command::MarkPair { mark }),
        1 => settings().prop_map(|settings| Command::SetSettings { settings }),
        1 => profiles().prop_map(|profile| Command::SetProfile { profile }),
    ];
    prop_oneof![3 => pages, 1 => rest]
}

/// A diary somebody made with any commands, and the operations of each step that took.
pub fn diaries(most: usize) -> impl Strategy<Value = (Diary, Vec<Vec<JournalOp>>)> {
    vec(commands(), 0..most).prop_map(|commands| {
        let mut diary = Diary::default();
        let steps = commands.into_iter().filter_map(|command| carry_out(&mut diary, command).ok()).collect();
        (diary, steps)
    })
}

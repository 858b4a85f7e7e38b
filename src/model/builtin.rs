//! The trackables that come with the program. Keys are promises: files, the command line and other programs use them.
//!
//! Scales are the program's own short ones or common property (numeric rating 0 to 10, counts, area in palms); the stool
//! form follows the seven steps of the Bristol scale (Lewis & Heaton 1997, doi:10.3109/00365529709011203) in own words.

use std::collections::HashMap;
use std::sync::OnceLock;

use self::Purpose::{Context, Factor, Outcome};
use super::body_system::BodySystem::{self, Gut, Other, Skin};
use super::entry::EntryKind::{
    self, Activity, Dose, Drink, GutCheck, Meal, Mind, PerceivedStress, SkinCheck, SkinWeek, Sleep, Stool, Warning,
    WellBeing,
};
use super::score_sheet::ScoreSheets;
use super::text::Name;
use super::trackable::Aggregate::{Any, Area, Last, Mean, Regions, Sum, Worst};
use super::trackable::Direction::{BetterUp, Neutral, WorseUp};
use super::trackable::{Aggregate, Direction, Key, Kind, Role, Trackable};

/// A row of the table below.
struct Row(&'static str, &'static str, Shape, Direction, Purpose, EntryKind, Aggregate);

/// [`Role`], with the part of the body that an outcome is about.
#[derive(Clone, Copy)]
enum Purpose {
    Outcome(BodySystem),
    Factor,
    Context,
}

impl Purpose {
    fn role(self) -> Role {
        match self {
            Self::Outcome(_) => Role::Outcome,
            Self::Factor => Role::Factor,
            Self::Context => Role::Context,
        }
    }
}

/// [`Kind`] without owned text, so that the table can be constant.
enum Shape {
    Score,
    Grade,
    StoolForm,
    Count(u32),
    Amount(&'static str, f64, f64),
    YesNo,
    Duration,
    Clock,
}

impl Shape {
    fn kind(&self) -> Kind {
        match *self {
            Self::Score => Kind::Score,
            Self::Grade => Kind::Grade,
            Self::StoolForm => Kind::StoolForm,
            Self::Count(most) => Kind::Count { most },
            Self::Amount(unit, most, step) => Kind::Amount { unit: unit.to_owned(), most, step },
            Self::YesNo => Kind::YesNo,
            Self::Duration => Kind::Duration,
            Self::Clock => Kind::Clock,
        }
    }
}

#[rustfmt::skip]
const TABLE: &[Row] = &[
    Row("redness", "Redness", Shape::Grade, WorseUp, Outcome(Skin), SkinCheck, Worst),
    Row("itch", "Itch", Shape::Score, WorseUp, Outcome(Skin), SkinCheck, Worst),
    Row("skin_pain", "Pain or sting", Shape::Score, WorseUp, Outcome(Skin), SkinCheck, Worst),
    Row("dryness", "Dryness, scaling", Shape::Grade, WorseUp, Outcome(Skin), SkinCheck, Worst),
    Row("comedones", "Comedones", Shape::Count(300), WorseUp, Outcome(Skin), SkinCheck, Regions),
    Row("inflamed", "Inflamed spots", Shape::Count(300), WorseUp, Outcome(Skin), SkinCheck, Regions),
    Row("nodules", "Deep lumps", Shape::Count(100), WorseUp, Outcome(Skin), SkinCheck, Regions),
    Row("palms", "Area", Shape::Amount("palms", 100.0, 0.5), WorseUp, Outcome(Skin), SkinCheck, Regions),
    Row("flushes", "Flushing episodes", Shape::Count(50), WorseUp, Outcome(Skin), SkinCheck, Sum),
    Row("flare", "Flare", Shape::YesNo, WorseUp, Outcome(Skin), SkinCheck, Any),

    Row("pustules", "Spots with pus", Shape::Count(300), WorseUp, Outcome(Skin), SkinCheck, Regions),
    Row("swelling", "Swelling", Shape::Grade, WorseUp, Outcome(Skin), SkinCheck, Worst),
    Row("weeping", "Weeping or crust", Shape::Grade, WorseUp, Outcome(Skin), SkinCheck, Worst),
    Row("thickness", "Thickness", Shape::Grade, WorseUp, Outcome(Skin), SkinCheck, Worst),
    Row("scale", "Scale", Shape::Grade, WorseUp, Outcome(Skin), SkinCheck, Worst),
    Row("draining", "Draining", Shape::Grade, WorseUp, Outcome(Skin), SkinCheck, Worst),
    Row("cover", "Share covered", Shape::Amount("%", 100.0, 5.0), WorseUp, Outcome(Skin), SkinCheck, Area),
    Row("sleep_loss", "Sleep lost to itch", Shape::Score, WorseUp, Outcome(Skin), SkinCheck, Worst),
    Row("gritty_eyes", "Gritty eyes", Shape::Grade, WorseUp, Outcome(Skin), SkinCheck, Worst),
    Row("movement_limited", "Movement limited", Shape::Grade, WorseUp, Outcome(Skin), SkinCheck, Worst),
    Row("morning_stiffness", "Morning stiffness", Shape::Amount("min", 720.0, 5.0), WorseUp, Outcome(Other), SkinCheck, Worst),
    Row("fatigue", "Fatigue", Shape::Score, WorseUp, Outcome(Other), SkinCheck, Worst),
    Row("in_control", "Skin in control", Shape::YesNo, BetterUp, Outcome(Skin), SkinCheck, Last),
    Row("picked", "Picked or squeezed", Shape::YesNo, Neutral, Context, SkinCheck, Any),
    Row(REST_CLEAR, "No signs anywhere else today", Shape::YesNo, Neutral, Context, SkinCheck, Any),

    Row("cracks", "Cracks", Shape::Grade, WorseUp, Outcome(Skin), SkinWeek, Worst),
    Row("scratch_marks", "Scratch marks", Shape::Grade, WorseUp, Outcome(Skin), SkinWeek, Worst),
    Row("marks_scars", "Dark marks and scars", Shape::Grade, WorseUp, Outcome(Skin), SkinWeek, Worst),
    Row("content_looks", "Content with how skin looks", Shape::Score, BetterUp, Outcome(Skin), SkinWeek, Worst),
    Row("visible_vessels", "Visible vessels", Shape::Grade, WorseUp, Outcome(Skin), SkinWeek, Worst),
    Row("nails", "Nails affected", Shape::Grade, WorseUp, Outcome(Skin), SkinWeek, Worst),
    Row("smell", "Smell", Shape::Grade, WorseUp, Outcome(Skin), SkinWeek, Worst),
    Row("abscesses", "Abscesses", Shape::Count(100), WorseUp, Outcome(Skin), SkinWeek, Worst),
    Row("draining_tunnels", "Draining tunnels", Shape::Count(100), WorseUp, Outcome(Skin), SkinWeek, Worst),

    Row("stool", "Stool form", Shape::StoolForm, Neutral, Outcome(Gut), Stool, Mean),
    Row("urgency", "Urgency", Shape::Score, WorseUp, Outcome(Gut), Stool, Worst),
    Row("straining", "Straining", Shape::Score, WorseUp, Outcome(Gut), Stool, Worst),
    Row("incomplete", "Felt incomplete", Shape::YesNo, WorseUp, Outcome(Gut), Stool, Any),
    Row("stool_blood", "Blood", Shape::YesNo, WorseUp, Context, Stool, Any),
    Row("stool_mucus", "Mucus", Shape::YesNo, WorseUp, Outcome(Gut), Stool, Any),
    Row("no_stool", "No stool today", Shape::YesNo, Neutral, Context, GutCheck, Any),
    Row("bloating", "Bloating", Shape::Score, WorseUp, Outcome(Gut), GutCheck, Worst),
    Row("gut_pain", "Belly pain", Shape::Score, WorseUp, Outcome(Gut), GutCheck, Worst),
    Row("wind", "Wind", Shape::Score, WorseUp, Outcome(Gut), GutCheck, Worst),
    Row("reflux", "Reflux", Shape::Score, WorseUp, Outcome(Gut), GutCheck, Worst),

    Row("water_ml", "Water", Shape::Amount("ml", 15_000.0, 250.0), BetterUp, Factor, Drink, Sum),
    Row("coffee_cups", "Coffee", Shape::Count(30), Neutral, Factor, Drink, Sum),
    Row("alcohol_units", "Alcohol", Shape::Amount("units", 60.0, 1.0), Neutral, Factor, Drink, Sum),
    Row("fibre_g", "Fibre", Shape::Amount("g", 200.0, 5.0), BetterUp, Factor, Meal, Sum),
    Row("plants", "Different plants", Shape::Count(60), BetterUp, Factor, Meal, Sum),
    Row("fermented", "Live fermented portions", Shape::Count(20), BetterUp, Factor, Meal, Sum),
    Row("ultra_processed", "Ultra-processed portions", Shape::Count(30), Neutral, Factor, Meal, Sum),
    Row("sugary", "Sugary portions", Shape::Count(30), Neutral, Factor, Meal, Sum),
    Row("dairy", "Dairy", Shape::YesNo, Neutral, Factor, Meal, Any),
    Row("gluten", "Gluten", Shape::YesNo, Neutral, Factor, Meal, Any),
    Row("spicy", "Spicy food", Shape::YesNo, Neutral, Factor, Meal, Any),

    Row("sleep_hours", "Sleep", Shape::Duration, BetterUp, Factor, Sleep, Sum),
    Row("sleep_quality", "Sleep quality", Shape::Score, BetterUp, Factor, Sleep, Mean),
    Row("wakings", "Wakings", Shape::Count(50), WorseUp, Factor, Sleep, Sum),
    Row("itch_wakings", "Wakings from itch", Shape::Count(50), WorseUp, Context, Sleep, Sum),
    Row("bed_time", "To bed", Shape::Clock, Neutral, Context, Sleep, Last),
    Row("wake_time", "Up", Shape::Clock, Neutral, Context, Sleep, Last),

    Row("stress", "Stress", Shape::Score, WorseUp, Factor, Mind, Mean),
    Row("mood", "Mood", Shape::Score, BetterUp, Factor, Mind, Mean),

    Row("who5_1", "WHO-5 first answer", Shape::Count(5), BetterUp, Context, WellBeing, Last),
    Row("who5_2", "WHO-5 second answer", Shape::Count(5), BetterUp, Context, WellBeing, Last),
    Row("who5_3", "WHO-5 third answer", Shape::Count(5), BetterUp, Context, WellBeing, Last),
    Row("who5_4", "WHO-5 fourth answer", Shape::Count(5), BetterUp, Context, WellBeing, Last),
    Row("who5_5", "WHO-5 fifth answer", Shape::Count(5), BetterUp, Context, WellBeing, Last),

    Row("pss4_1", "PSS-4 first answer", Shape::Grade, WorseUp, Context, PerceivedStress, Last),
    Row("pss4_2", "PSS-4 second answer", Shape::Grade, BetterUp, Context, PerceivedStress, Last),
    Row("pss4_3", "PSS-4 third answer", Shape::Grade, BetterUp, Context, PerceivedStress, Last),
    Row("pss4_4", "PSS-4 fourth answer", Shape::Grade, WorseUp, Context, PerceivedStress, Last),

    Row("nsaid", "Anti-inflammatory painkillers", Shape::Count(20), Neutral, Factor, Dose, Sum),
    Row("antihistamine", "Antihistamine", Shape::Count(20), Neutral, Factor, Dose, Sum),
    Row("emollient", "Moisturiser used", Shape::Count(30), Neutral, Factor, Dose, Sum),

    Row("activity_min", "Activity", Shape::Amount("min", 1_440.0, 15.0), BetterUp, Factor, Activity, Sum),
    Row("sun_min", "Sun", Shape::Amount("min", 1_440.0, 15.0), Neutral, Factor, Activity, Sum),
    Row("sweating", "Heavy sweating", Shape::YesNo, Neutral, Factor, Activity, Any),
    Row("period", "Period", Shape::YesNo, Neutral, Factor, Activity, Any),
    Row("cigarettes", "Cigarettes", Shape::Count(100), Neutral, Factor, Activity, Sum),
];

/// The answer that nothing is to be seen beside the places that are answered for: only then is a place that nobody spoke of clear.
pub const REST_CLEAR: &str = "rest_clear";

/// Warning signs: key and what is ticked, after the red flags of the safety rules.
#[rustfmt::skip]
const WARNINGS: &[(&str, &str)] = &[
    ("warn_throat_swelling", "Swelling of lips, tongue or throat, wheeze, faintness, or hives with vomiting"),
    ("warn_rash_fever", "Rash with fever that spreads fast, has purple or black spots, blisters, peeling or mouth or eye sores"),
    ("warn_red_all_over", "Red, hot, scaling skin over most of the body, shivering or swollen legs"),
    ("warn_pus_sheets", "Sudden sheets of small pus spots with fever"),
    ("warn_punched_sores", "Eczema quickly worse and painful, with clusters of look-alike blisters or punched-out sores"),
    ("warn_spreading_red", "Spreading warm, painful redness, pus or red lines"),
    ("warn_red_eye", "Painful red eye, light hurts or sight has changed"),
    ("warn_medicine_rash", "New rash within 8 weeks of a new medicine"),
    ("warn_joints", "Joint swelling, morning stiffness over 30 minutes, a sausage-like finger or heel pain"),
    ("warn_mole", "A mole or patch that changes, bleeds or has not healed for 4 weeks"),
    ("warn_scarring_acne", "Deep lumps or acne that scars"),
    ("warn_vomit_blood", "Vomiting blood, black tarry stool, heavy rectal bleeding, or severe pain with a hard belly or fainting"),
    ("warn_no_wind", "No stool or wind, with vomiting and a swollen belly"),
    ("warn_diarrhoea_fever", "Diarrhoea with blood or fever, or signs of drying out"),
    ("warn_weight_loss", "Losing weight without trying"),
    ("warn_night_diarrhoea", "Diarrhoea that wakes you from sleep"),
    ("warn_bowel_change", "A new change in bowel habit for over 3 weeks"),
    ("warn_anaemia_lump", "Iron-deficiency anaemia, or a lump in belly or rectum"),
    ("warn_swallowing", "Trouble swallowing, lasting vomiting or yellow skin"),
    ("warn_fatty_stool", "Pale, floating, hard-to-flush stools, night blindness or easy bruising"),
    ("warn_self_harm", "Thoughts of suicide or self-harm"),
    ("warn_retinoid_mood", "Low mood, agitation or self-harm thoughts while taking isotretinoin"),
    ("warn_acne_fever", "Acne suddenly much worse, with fever, aching joints or crusted sores"),
    ("warn_headache_sight", "New bad headache, or sight that blurs or doubles"),
    ("warn_immune_fever", "Fever, sore throat, mouth ulcers or new bruises while on a medicine that weakens the immune system"),
    ("warn_clot_chest", "A swollen painful leg, chest pain or sudden breathlessness"),
];

/// Keys that programs which know only the schemas before 3 have not heard of.
const SINCE_SCHEMA_3: &[&str] = &["warn_acne_fever", "warn_headache_sight", "warn_immune_fever", "warn_clot_chest"];

/// Whether programs that know only the schemas before 3 have not heard of a built-in key.
pub fn is_since_schema_3(key: &str) -> bool {
    SINCE_SCHEMA_3.contains(&key)
}

/// Keys of the table that came with schema 5, beside all of a [`SkinWeek`].
const SINCE_SCHEMA_5: &[&str] = &[
    "pustules",
    "swelling",
    "weeping",
    "thickness",
    "scale",
    "draining",
    "cover",
    "sleep_loss",
    "gritty_eyes",
    "movement_limited",
    "morning_stiffness",
    "fatigue",
    "in_control",
    "picked",
    REST_CLEAR,
];

/// Whether programs that know only the schemas before 5 have not heard of a built-in key.
pub fn is_since_schema_5(key: &str) -> bool {
    SINCE_SCHEMA_5.contains(&key) || find(key).is_some_and(|known| known.carried_by == SkinWeek)
}

fn trackable(key: &str, label: &str, kind: Kind, row: (Direction, Role, EntryKind, Aggregate)) -> Option<Trackable> {
    let (direction, role, carried_by, aggregate) = row;
    // Keys and labels of the tables are checked by the test below, so nothing is ever left out here.
    let (key, label) = (Key::new(key).ok()?, Name::new(label).ok()?);
    Some(Trackable { key, label, kind, direction, role, carried_by, aggregate, hidden: false, body_system: None })
}

/// The built-in trackables, in the order of the forms.
pub fn trackables() -> &'static [Trackable] {
    static BUILT: OnceLock<Vec<Trackable>> = OnceLock::new();
    BUILT.get_or_init(|| {
        let rows = TABLE.iter().filter_map(|Row(key, label, shape, direction, purpose, carried_by, aggregate)| {
            trackable(key, label, shape.kind(), (*direction, purpose.role(), *carried_by, *aggregate))
        });
        let warnings = WARNINGS
            .iter()
            .filter_map(|(key, label)| trackable(key, label, Kind::YesNo, (WorseUp, Role::Warning, Warning, Any)));
        let signs = ScoreSheets::shipped().items().filter_map(|item| {
            let about = (WorseUp, Role::Context, SkinWeek, Worst);
            trackable(&item.key, &item.label, Kind::Level { most: item.most }, about)
        });
        rows.chain(signs).chain(warnings).collect()
    })
}

/// What the built-in outcome with a key is about; `None` for anything else.
pub fn body_system(key: &str) -> Option<BodySystem> {
    let Row(.., purpose, _, _) = TABLE.iter().find(|row| row.0 == key)?;
    if let Outcome(system) = purpose { Some(*system) } else { None }
}

/// The built-in trackable with a key.
pub fn find(key: &str) -> Option<&'static Trackable> {
    static PLACES: OnceLock<HashMap<&'static str, &'static Trackable>> = OnceLock::new();
    let places = PLACES.get_or_init(|| trackables().iter().map(|known| (known.key.as_str(), known)).collect());
    places.get(key).copied()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_row_of_the_tables_becomes_a_trackable_with_a_key_of_its_own() {
        let built = trackables();
        assert_eq!(built.len(), TABLE.len() + WARNINGS.len() + ScoreSheets::shipped().items().count());
        let keys: BTreeSet<&str> = built.iter().map(|trackable| trackable.key.as_str()).collect();
        assert_eq!(keys.len(), built.len(), "a key stands twice");
    }

    #[test]
    fn the_keys_promised_on_the_command_line_are_there() {
        for key in ["redness", "itch", "stool", "sleep_hours", "stress", "water_ml", "dairy"] {
            assert!(trackables().iter().any(|trackable| trackable.key.as_str() == key), "{key} is missing");
        }
    }
}

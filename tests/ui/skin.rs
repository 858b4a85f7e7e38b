//! The skin, place by place, in the window: what each condition asks, the weekly look with its scores, the map, the body over time.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::edit::{Command, EntryDraft};
use gutskin::model::entry::EntryKind;
use gutskin::model::profile::{Condition, Profile};
use gutskin::model::region::Region;
use gutskin::model::value::Value;
use gutskin::ui::ViewId;

use crate::window::{Window, type_letter};

fn with(conditions: &[Condition], size: [f32; 2]) -> Window {
    let mut window = Window::empty_of(size);
    let profile = Profile { conditions: conditions.iter().copied().collect(), ..Profile::default() };
    window.harness.state_mut().submit(Command::SetProfile { profile });
    window.harness.run();
    window
}

fn at_places(window: &mut Window, ago: i32, key: &str, places: &[(Region, f64)]) {
    let of_place = |(region, value): &(Region, f64)| {
        let mut draft = EntryDraft { region: Some(*region), ..EntryDraft::new(EntryKind::SkinCheck) };
        draft.answers.set(&gutskin::model::trackable::Key::new(key).unwrap(), Value::number(*value));
        draft
    };
    let (day, drafts) = (window.day().plus(-ago), places.iter().map(of_place).collect());
    window.harness.state_mut().submit(Command::Log { day, drafts });
    window.harness.run();
}

/// Clicks of a first minute: what the core set of a condition asks of a day, each row by its name, and how many that is.
#[test]
fn the_first_minute_of_each_condition_is_a_click_a_row() {
    let minutes: [(Condition, &[&str]); 5] = [
        (
            Condition::AtopicDermatitis,
            &[
                "Itch 5",
                "Sleep lost to itch 3",
                "Redness 2",
                "Dryness, scaling 3",
                "Weeping or crust 1",
                "Skin in control no",
            ],
        ),
        (
            Condition::Acne,
            &[
                "Inflamed spots more",
                "Deep lumps more",
                "Spots with pus more",
                "Comedones more",
                "Picked or squeezed no",
                "Pain or sting 2",
            ],
        ),
        (
            Condition::Rosacea,
            &[
                "Redness 3",
                "Flushing episodes more",
                "Pain or sting 4",
                "Inflamed spots more",
                "Gritty eyes 1",
                "Swelling 1",
            ],
        ),
        (
            Condition::Psoriasis,
            &["Redness 2", "Thickness 2", "Scale 3", "Itch 4", "Pain or sting 1", "Morning stiffness more"],
        ),
        (
            Condition::HidradenitisSuppurativa,
            &["Pain or sting 7", "Deep lumps more", "Draining 2", "Fatigue 5", "Movement limited 2", "Flare yes"],
        ),
    ];
    for (condition, rows) in minutes {
        let mut window = with(&[condition], [1440.0, 3000.0]);
        for row in rows {
            window.click(row);
        }
        let answers: usize = window.page().unwrap().entries.iter().map(|entry| entry.answers.len()).sum();
        println!("{}: {} clicks, {answers} answers", condition.label(), rows.len());
        assert_eq!(answers, rows.len(), "{condition:?}");
    }
}

#[test]
fn two_conditions_share_nine_rows_and_the_rest_is_one_click_away() {
    let mut window = with(&[Condition::Acne, Condition::AtopicDermatitis], [1440.0, 4000.0]);
    assert!(window.shows("Spots with pus more") && window.shows("Sleep lost to itch 3"));
    assert!(!window.shows("Weeping or crust 1"));
    let more = window.harness.query_all_by_label_contains("Skin card: more").next().unwrap();
    more.click();
    window.harness.run();
    assert!(window.shows("Weeping or crust 1"));
}

#[test]
fn hidradenitis_is_a_condition_of_the_profile_and_its_map_begins_with_finer_places() {
    let mut window = with(&[Condition::HidradenitisSuppurativa], [1440.0, 3000.0]);
    window.click("Places: front");
    assert!(window.harness.get_by_label("Finer places").accesskit_node().toggled().is_some());
    assert!(window.shows("Left groin"), "asked of those whose skin flares there");
    window.click("Finer places");
    assert!(!window.shows("Left groin"));
    assert_eq!(window.harness.state_mut().view_mut().finer_places, Some(false), "and is remembered");
}

#[test]
fn nothing_weekly_is_asked_of_somebody_without_a_condition() {
    let window = Window::empty();
    assert!(!window.shows("Skin, once a week card"));
}

/// Elbow creases and hollows of the knees all, neck and backs of the hands half, the face 30 %: 5.44 % of the skin.
#[test]
fn an_easi_is_filled_from_the_map_and_asks_only_of_parts_that_are_covered() {
    let mut window = with(&[Condition::AtopicDermatitis], [1440.0, 6000.0]);
    window.harness.state_mut().view_mut().folded.clear();
    window.harness.run();
    assert!(window.shows_part("How much is covered of forehead"), "nothing is said of any place yet");
    let full = [Region::LeftElbowCrease, Region::RightElbowCrease, Region::LeftKneeCrease, Region::RightKneeCrease];
    at_places(&mut window, 0, "cover", &full.map(|region| (region, 100.0)));
    let half = [Region::Neck, Region::LeftHandBack, Region::RightHandBack];
    at_places(&mut window, 0, "cover", &half.map(|region| (region, 50.0)));
    at_places(&mut window, 0, "cover", &[(Region::Face, 30.0)]);
    window.click("No signs anywhere else today");
    assert!(window.shows("Head and neck, 22 % covered") && !window.shows_part("Trunk,"));
    for (part, signs) in
        [("head and neck", [2, 1, 1, 0]), ("arms and hands", [2, 1, 2, 1]), ("legs and feet", [2, 1, 2, 2])]
    {
        for (sign, level) in ["Redness", "Swelling or bumps", "Scratch marks", "Thickened lines"].iter().zip(signs) {
            window.click(&format!("{sign}, {part} {level}"));
        }
    }
    assert!(window.shows("EASI 6 of 72"));
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(!window.shows("EASI 6 of 72"), "each sign is a step of its own");
}

#[test]
fn the_weekly_look_says_when_the_next_is_due() {
    let mut window = with(&[Condition::Psoriasis], [1440.0, 4000.0]);
    window.harness.state_mut().view_mut().folded.clear();
    window.harness.run();
    let day = window.day().plus(-3);
    let mut draft = EntryDraft::new(EntryKind::SkinWeek);
    draft.answers.set(&gutskin::model::trackable::Key::new("nails").unwrap(), Value::number(1.0));
    window.harness.state_mut().submit(Command::Log { day, drafts: vec![draft] });
    window.harness.run();
    assert!(window.shows_part("Once a week is enough") && !window.shows("Nails affected 2"));
    window.click("look on this day all the same");
    window.click("Nails affected 2");
    assert_eq!(window.answer("nails"), Value::number(2.0));
}

#[test]
fn how_much_of_a_place_is_covered_is_a_picture_and_goes_to_all_chosen_places_in_one_step() {
    let mut window = with(&[Condition::Psoriasis], [1440.0, 4000.0]);
    window.click("Places: back");
    for (sought, place) in [("scalp", "Scalp, in the list"), ("back", "Back, in the list")] {
        window.replace_text("Find a place of the body", sought);
        window.click(place);
    }
    window.click("Share covered 40 %");
    let cover =
        |window: &Window, region| window.page()?.main_entry(EntryKind::SkinCheck, Some(region))?.answers.get("cover");
    assert_eq!(
        (cover(&window, Region::Back), cover(&window, Region::Scalp)),
        (Value::number(40.0), Value::number(40.0))
    );
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!((cover(&window, Region::Back), cover(&window, Region::Scalp)), (None, None));
}

#[test]
fn the_list_beside_the_map_finds_a_place_by_its_name_and_does_the_same() {
    let mut window = with(&[], [1440.0, 3000.0]);
    window.click("Places: face");
    window.type_text("Find a place of the body", "right ch");
    assert!(!window.shows("Left cheek, in the list"));
    window.click("Right cheek, in the list");
    window.click("Redness 3");
    let page = window.page().unwrap();
    assert_eq!(page.entries[0].region, Some(Region::RightCheek));
    assert!(window.shows("Right cheek, redness 3 of 4, chosen"), "the map says it as well");
}

#[test]
fn typing_a_name_on_the_map_leads_there_and_m_takes_the_other_side() {
    let mut window = with(&[], [1440.0, 3000.0]);
    window.click("Places: face");
    window.harness.get_by_label("Body map, face. Arrows move, Space chooses, M takes the other side too.").focus();
    window.harness.run();
    for letter in ["r", "i"] {
        type_letter(&mut window, letter);
    }
    window.press(Modifiers::NONE, Key::Space);
    let chosen = |window: &Window| {
        let boxes = window.harness.query_all_by_role(Role::CheckBox);
        let chosen =
            boxes.filter(|node| node.accesskit_node().label().is_some_and(|label| label.ends_with(", chosen")));
        chosen.filter_map(|node| node.accesskit_node().label()).collect::<Vec<_>>()
    };
    let first = chosen(&window);
    assert!(first.len() == 1 && first[0].starts_with("Right "), "{first:?}");
    window.press(Modifiers::NONE, Key::M);
    assert_eq!(chosen(&window).len(), 2, "its twin as well");
}

#[test]
fn the_mirror_turns_the_drawing_and_is_remembered() {
    let mut window = with(&[], [1440.0, 3000.0]);
    window.click("Places: face");
    let left_of = |window: &Window| window.harness.get_by_label("Left cheek").rect().center().x;
    let right_of = |window: &Window| window.harness.get_by_label("Right cheek").rect().center().x;
    assert!(left_of(&window) > right_of(&window), "the person looks at us");
    window.click("As in a mirror");
    assert!(left_of(&window) < right_of(&window));
    assert!(window.harness.state_mut().view_mut().mirrored_body);
}

#[test]
fn the_body_over_the_days_stands_beside_curves_and_calendar_once_a_place_was_logged() {
    let mut window = with(&[], [1440.0, 1400.0]);
    assert!(!window.shows("What is shown: Body"));
    for ago in 0..6 {
        at_places(&mut window, ago, "redness", &[(Region::LeftCheek, 3.0), (Region::RightCheek, 1.0)]);
    }
    for view in [ViewId::Plot, ViewId::Calendar] {
        window.harness.state_mut().view_mut().view = view;
        window.harness.run();
        window.click("What is shown: Body");
        assert!(window.shows_part("left cheek: worst 3, mean 3, 6 of"), "{view:?}");
        assert!(window.shows("save picture or numbers"), "{view:?}");
    }
}

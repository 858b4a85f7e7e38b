//! The logging forms: every kind of input answers, shows what was answered, and clears.

use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::model::entry::EntryKind;
use gutskin::model::form_rows::FormRows;
use gutskin::model::questionnaire::Questionnaire;
use gutskin::model::region::Region;
use gutskin::model::trackable::{Kind, Role as Purpose, Trackable};
use gutskin::model::value::Value;
use gutskin::ui::App;

use crate::window::{Window, harness, open};

#[test]
fn a_score_is_one_click_and_a_second_click_clears_it() {
    let mut window = Window::empty();
    window.click("Itch 6");
    assert_eq!(window.answer("itch"), Value::number(6.0));
    window.click("Itch 0");
    assert_eq!(window.answer("itch"), Value::number(0.0), "none is an answer");
    window.click("Itch 0");
    assert_eq!(window.answer("itch"), None, "cleared is missing again");
}

#[test]
fn every_field_of_every_card_can_be_answered_by_its_name_and_role() {
    let mut window = Window::empty();
    window.open_all_cards();
    // A stool has fields of its own once it has a form.
    window.click("Stool form 6, mushy, ragged");
    let catalogue = window.workspace().diary().catalogue().clone();
    // A questionnaire is asked in its own words, a place on the map, and what changes slowly with the conditions that have it.
    let by_name = |known: &&Trackable| {
        !matches!(known.carried_by, EntryKind::Own | EntryKind::SkinWeek)
            && Questionnaire::carried_by(known.carried_by).is_none()
            && FormRows::built_in().is_asked_of(known.key.as_str(), false)
    };
    let asked = catalogue.iter().filter(|known| known.role != Purpose::Warning).filter(by_name);
    for known in asked {
        let (label, key) = (known.label.as_str(), known.key.as_str());
        match &known.kind {
            Kind::Score | Kind::Grade => window.click(&format!("{label} 2")),
            Kind::StoolForm | Kind::Level { .. } => continue,
            Kind::YesNo => window.click(&format!("{label} yes")),
            Kind::Count { .. } | Kind::Amount { .. } => window.click(&format!("{label} more")),
            Kind::Duration => window.type_into(label, "7:30"),
            Kind::Clock => window.type_into(label, "2315"),
        }
        let answer = window.answer(key).unwrap_or_else(|| panic!("{label} was not answered"));
        match &known.kind {
            Kind::Score | Kind::Grade => assert_eq!(Some(answer), Value::number(2.0), "{label}"),
            Kind::YesNo => assert_eq!(answer, Value::YesNo(true), "{label}"),
            Kind::Duration => assert_eq!(Some(answer), Value::number(7.5), "{label}"),
            Kind::Clock => assert_eq!(answer.to_string(), "23:15", "{label}"),
            _ => assert!(answer.as_number() > 0.0, "{label}"),
        }
    }
}

#[test]
fn a_typed_amount_is_taken_over_on_leaving_the_field_and_an_impossible_one_is_refused_with_a_word() {
    let mut window = Window::empty();
    window.type_into("Fibre", "12");
    assert_eq!(window.answer("fibre_g"), Value::number(12.0));
    window.type_into("Fibre", "99999");
    assert_eq!(window.answer("fibre_g"), Value::number(12.0), "nothing was changed");
    window.harness.get_by_label_contains("an amount from 0 to 200 g is needed");
    for text in ["NaN", "-3", "inf", "1e9", "ten"] {
        window.type_into("Fibre", text);
        assert_eq!(window.answer("fibre_g"), Value::number(12.0), "{text}");
    }
    window.type_into("Fibre", "");
    assert_eq!(window.answer("fibre_g"), None, "empty is missing");
}

#[test]
fn several_stools_a_day_each_have_their_own_form_and_time() {
    let mut window = Window::empty();
    window.click("Stool form 4, smooth soft log");
    window.click("Another stool");
    window.click("Next stool form 6, mushy, ragged");
    let page = window.page().unwrap();
    let forms: Vec<_> = page.of_kind(EntryKind::Stool).iter().map(|entry| entry.answers.get("stool")).collect();
    assert_eq!(forms.len(), 2);
    assert!(forms.contains(&Value::number(4.0)) && forms.contains(&Value::number(6.0)));
}

#[test]
fn a_place_of_the_body_has_answers_of_its_own() {
    let mut window = Window::empty();
    window.click("Redness 1");
    window.click("Places: face");
    window.click("Left cheek");
    window.click("Redness 3");
    let page = window.page().unwrap();
    let checks = page.of_kind(EntryKind::SkinCheck);
    assert_eq!(checks.len(), 2);
    let cheek = checks.iter().find(|entry| entry.region.is_some()).unwrap();
    assert_eq!(cheek.region.unwrap().label(), "Left cheek");
    assert_eq!(cheek.answers.get("redness"), Value::number(3.0));
    assert_eq!(page.main_entry(EntryKind::SkinCheck, None).unwrap().answers.get("redness"), Value::number(1.0));
}

#[test]
fn what_is_answered_for_several_places_is_one_step_back() {
    let mut window = Window::empty();
    window.click("Places: face");
    window.click("Nose");
    window.click("Chin");
    window.click("Redness 2");
    let of = |window: &Window, place| {
        let page = window.page()?;
        page.main_entry(EntryKind::SkinCheck, Some(place))?.answers.get("redness")
    };
    assert_eq!((of(&window, Region::Nose), of(&window, Region::Chin)), (Value::number(2.0), Value::number(2.0)));
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!((of(&window, Region::Nose), of(&window, Region::Chin)), (None, None));
}

#[test]
fn the_body_map_is_one_stop_of_the_keyboard_and_takes_the_other_side_too() {
    let mut window = Window::empty();
    window.click("Places: face");
    let map = "Body map, face. Arrows move, Space chooses, M takes the other side too.";
    window.harness.get_by_label(map).focus();
    window.harness.run();
    // The left ear comes first in the face, and the other side is the right one.
    window.press(Modifiers::NONE, Key::Space);
    window.press(Modifiers::NONE, Key::M);
    window.click("Redness 1");
    let page = window.page().unwrap();
    let places: Vec<Region> = page.entries.iter().filter_map(|entry| entry.region).collect();
    assert_eq!(places, [Region::LeftEar, Region::RightEar]);
}

#[test]
fn a_diary_for_reading_only_shows_what_was_answered_for_a_place() {
    let mut window = Window::empty();
    window.click("Places: face");
    window.click("Left cheek");
    window.click("Redness 3");
    window.workspace().wait_until_saved().unwrap();
    let workspace = open(&window.folder);
    assert!(workspace.read_only().is_some(), "the first window has it open");
    let mut second = harness(workspace, [1440.0, 5200.0]);
    let redness = |second: &Harness<'static, App>| {
        let cell = second.get_by_label("Redness 3");
        (cell.accesskit_node().is_disabled(), cell.accesskit_node().toggled() == Some(Toggled::True))
    };
    assert_eq!(redness(&second), (true, false), "the whole skin");
    second.get_by_label("Left cheek").click();
    second.run();
    assert_eq!(redness(&second), (true, true), "the left cheek");
}

#[test]
fn meals_doses_events_and_notes_are_words() {
    let mut window = Window::empty();
    window.open_all_cards();
    for (field, words, kind) in [
        ("New meal", "Porridge with blueberries", EntryKind::Meal),
        ("New dose", "Ibuprofen 400 mg", EntryKind::Dose),
        ("New event", "Started a new job", EntryKind::Event),
    ] {
        window.type_text(field, words);
        window.harness.key_press(Key::Enter);
        window.harness.run();
        let page = window.page().unwrap();
        let entry = page.of_kind(kind).into_iter().find(|entry| entry.text.is_some()).unwrap();
        assert_eq!(entry.text.as_ref().unwrap().as_str(), words);
    }
    window.type_text_as(Role::MultilineTextInput, "Note", "Cheeks tight after the shower");
    window.click("Redness 1");
    let page = window.page().unwrap();
    let note = page.of_kind(EntryKind::Note)[0].text.clone().unwrap();
    assert_eq!(note.as_str(), "Cheeks tight after the shower");
}

#[test]
fn two_glasses_of_water_are_half_a_litre() {
    let mut window = Window::empty();
    window.click("Add Water 250 ml");
    window.click("Add Water 250 ml");
    let page = window.page().unwrap();
    let drinks = page.of_kind(EntryKind::Drink);
    assert_eq!(drinks.len(), 1);
    assert_eq!(drinks[0].foods.len(), 1, "water is poured into one line");
    let table = window.workspace().table();
    let water = table.column("water_ml").unwrap().cells.last().copied().flatten().unwrap();
    assert!((water - 500.0).abs() < 5.0, "{water} ml");
}

#[test]
fn same_as_yesterday_copies_one_card_and_leaves_the_others_alone() {
    let mut window = Window::empty();
    let today = window.day();
    window.click("‹");
    window.click("Itch 6");
    window.click("Stress 8");
    window.click("›");
    assert_eq!(window.day(), today);
    window.click_first("same as yesterday");
    assert_eq!(window.answer("itch"), Value::number(6.0));
    assert_eq!(window.answer("stress"), None);
}

#[test]
fn a_folded_card_says_what_it_holds() {
    let mut window = Window::empty();
    window.click("Itch 6");
    window.click("Skin card");
    window.harness.get_by_label("itch 6");
    let unanswered = |window: &Window| window.harness.query_all_by_label("not answered").count();
    let before = unanswered(&window);
    window.click("Mind card");
    assert_eq!(unanswered(&window), before + 1);
}

#[test]
fn an_own_trackable_takes_a_name_and_two_clicks_and_can_be_answered() {
    let mut window = Window::empty();
    window.open_all_cards();
    window.click("New thing to track…");
    window.type_text("Name of the new thing", "Face mask");
    window.click("Answered as: yes or no");
    window.click("Add");
    window.click("Face mask yes");
    assert_eq!(window.answer("own_face_mask"), Some(Value::YesNo(true)));
}

#[test]
fn whoever_adds_a_thing_to_track_is_led_to_where_it_is_answered() {
    let mut window = Window::empty();
    window.click("Edit");
    window.click("New thing to track…");
    window.type_text("Name of the new thing", "Face mask");
    window.click("Answered as: yes or no");
    window.click("Add");
    window.harness.run();
    let answer = window.harness.get_by_label("Face mask yes").rect();
    let seen = window.harness.ctx.content_rect();
    assert!(seen.contains_rect(answer), "{answer:?} of {seen:?}");
}

#[test]
fn a_course_is_started_seen_and_stopped() {
    let mut window = Window::empty();
    window.open_all_cards();
    window.harness.get_all_by_label("Start a course…").next().unwrap().click();
    window.harness.run();
    window.type_text("Course Name", "Doxycycline");
    window.click("Start");
    let course = window.workspace().diary().courses().next().unwrap().clone();
    assert_eq!((course.name.as_str(), course.stop), ("Doxycycline", None));
    assert_eq!(course.start, window.day());
    window.click("stop");
    assert_eq!(window.workspace().diary().courses().next().unwrap().stop, Some(window.day()));
}

#[test]
fn a_ticked_warning_sign_comes_first_on_the_right() {
    let mut window = Window::empty();
    window.open_all_cards();
    window.type_text("Find a warning sign", "red eye");
    window.click("Painful red eye, light hurts or sight has changed");
    assert!(window.shows_part("Eyes need to be looked at today."));
}

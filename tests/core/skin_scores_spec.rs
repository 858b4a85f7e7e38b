//! Scores of the skin, from the answers of a day to the cell of a column: the worked examples were added up by hand.

use gutskin::columns::{SheetReading, tabulate};
use gutskin::edit::{Command, EntryDraft};
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::region::{BodyPart, Region};
use gutskin::model::score_sheet::ScoreSheet;
use gutskin::model::value::Value;

use super::commands::{answer, carry_out, key, today};

/// Answers of places of the skin for one key.
pub fn at_places(diary: &mut Diary, ago: i32, name: &str, places: &[(Region, f64)]) {
    let of_place = |(region, value): &(Region, f64)| {
        let mut draft = EntryDraft { region: Some(*region), ..EntryDraft::new(EntryKind::SkinCheck) };
        draft.answers.set(&key(name), Value::number(*value));
        draft
    };
    let drafts = places.iter().map(of_place).collect();
    carry_out(diary, Command::Log { day: today().plus(-ago), drafts }).unwrap();
}

/// Answers of the whole.
pub fn whole(diary: &mut Diary, ago: i32, answers: &[(&str, f64)]) {
    for (name, value) in answers {
        carry_out(diary, answer(today().plus(-ago), name, Value::Number(*value))).unwrap();
    }
}

pub fn rest_is_clear(diary: &mut Diary, ago: i32) {
    carry_out(diary, answer(today().plus(-ago), "rest_clear", Value::YesNo(true))).unwrap();
}

pub fn cell(diary: &Diary, name: &str) -> Option<f64> {
    tabulate(diary).number(name, today())
}

fn is(found: Option<f64>, by_hand: f64) {
    assert!(found.is_some_and(|found| (found - by_hand).abs() < 1e-6), "{found:?} is not {by_hand}");
}

/// Elbow creases and hollows of the knees all, neck and backs of the hands half, the face 30 %.
fn eczema(diary: &mut Diary) {
    use Region::{
        Face, LeftElbowCrease, LeftHandBack, LeftKneeCrease, Neck, RightElbowCrease, RightHandBack, RightKneeCrease,
    };
    let full = [LeftElbowCrease, RightElbowCrease, LeftKneeCrease, RightKneeCrease].map(|region| (region, 100.0));
    let half = [Neck, LeftHandBack, RightHandBack].map(|region| (region, 50.0));
    at_places(diary, 0, "cover", &[&full[..], &half[..], &[(Face, 30.0)]].concat());
    rest_is_clear(diary, 0);
}

fn eczema_signs(diary: &mut Diary) {
    let signs = [2.0, 1.0, 0.0, 2.0, 1.0, 2.0];
    let names = ["redness", "swelling", "weeping", "scratching", "thickening", "dryness"];
    for (name, sign) in names.into_iter().zip(signs) {
        whole(diary, 0, &[(&format!("scorad_{name}"), sign)]);
    }
}

#[test]
fn the_covered_share_of_the_skin_and_a_scorad_style_score() {
    let mut diary = Diary::default();
    eczema(&mut diary);
    is(cell(&diary, "cover"), 5.44);
    eczema_signs(&mut diary);
    for (ago, itch, sleep) in [(0, 5.0, 2.0), (1, 7.0, 4.0), (2, 6.0, 3.0)] {
        whole(&mut diary, ago, &[("itch", itch), ("sleep_loss", sleep)]);
    }
    is(cell(&diary, "scorad"), 1.088 + 28.0 + 9.0);
}

#[test]
fn without_the_complaints_of_two_days_or_a_sign_there_is_no_scorad_style_score() {
    let mut diary = Diary::default();
    eczema(&mut diary);
    eczema_signs(&mut diary);
    whole(&mut diary, 0, &[("itch", 5.0), ("sleep_loss", 2.0)]);
    assert_eq!(cell(&diary, "scorad"), None, "one of three days is not enough");
    whole(&mut diary, 2, &[("itch", 7.0), ("sleep_loss", 4.0)]);
    is(cell(&diary, "scorad"), 1.088 + 28.0 + 9.0);
    let clear = |name: &str| Command::Answer {
        day: today(),
        place: gutskin::edit::Place::Main { kind: EntryKind::SkinWeek, region: None },
        key: key(name),
        value: None,
    };
    carry_out(&mut diary, clear("scorad_weeping")).unwrap();
    assert_eq!(cell(&diary, "scorad"), None, "a sign that nobody answered is not 0");
}

#[test]
fn pasi_goes_by_the_bands_of_the_four_parts() {
    let mut diary = Diary::default();
    let cover = [
        (Region::Scalp, 40.0),
        (Region::LeftElbow, 100.0),
        (Region::RightElbow, 100.0),
        (Region::LeftForearm, 20.0),
        (Region::RightForearm, 20.0),
        (Region::LowerBack, 30.0),
        (Region::LeftKnee, 100.0),
        (Region::RightKnee, 100.0),
        (Region::LeftLowerLeg, 25.0),
        (Region::RightLowerLeg, 25.0),
    ];
    at_places(&mut diary, 0, "cover", &cover);
    rest_is_clear(&mut diary, 0);
    for (part, signs) in
        [("head", [2.0, 1.0, 2.0]), ("arms", [3.0, 2.0, 2.0]), ("trunk", [2.0, 2.0, 1.0]), ("legs", [2.0, 2.0, 2.0])]
    {
        for (name, sign) in ["redness", "thickness", "scale"].into_iter().zip(signs) {
            assert_eq!(cell(&diary, "pasi"), None, "before all signs are there");
            whole(&mut diary, 0, &[(&format!("pasi_{part}_{name}"), sign)]);
        }
    }
    is(cell(&diary, "pasi"), 1.0 + 2.8 + 1.5 + 4.8);
    let reading = SheetReading::on(ScoreSheet::Pasi, diary.day_record(today()).map(|it| &**it), diary.catalogue());
    let covered = BodyPart::ALL.map(|part| reading.part(part).map(|it| ((it.percent * 10.0).round() / 10.0, it.band)));
    assert_eq!(covered, [Some((14.7, 2)), Some((10.7, 2)), Some((6.1, 1)), Some((10.7, 2))]);
}

#[test]
fn easi_asks_nothing_of_a_part_that_is_clear() {
    let mut diary = Diary::default();
    eczema(&mut diary);
    for (part, signs) in
        [("head", [2.0, 1.0, 1.0, 0.0]), ("arms", [2.0, 1.0, 2.0, 1.0]), ("legs", [2.0, 1.0, 2.0, 2.0])]
    {
        for (name, sign) in ["redness", "thickness", "scratching", "lichenification"].into_iter().zip(signs) {
            whole(&mut diary, 0, &[(&format!("easi_{part}_{name}"), sign)]);
        }
    }
    is(cell(&diary, "easi"), 0.8 + 2.4 + 0.0 + 2.8);
}

/// Forehead 2 x 2, right cheek 2 x 3, left cheek 2 x 1, nose 0, chin 1 x 4, trunk 0.
#[test]
fn gags_takes_the_worst_spot_of_each_place_and_needs_to_know_of_pus() {
    let mut diary = Diary::default();
    at_places(&mut diary, 0, "comedones", &[(Region::Forehead, 8.0), (Region::LeftCheek, 4.0)]);
    at_places(&mut diary, 0, "inflamed", &[(Region::Forehead, 3.0), (Region::RightCheek, 2.0)]);
    at_places(&mut diary, 0, "pustules", &[(Region::RightCheek, 1.0)]);
    at_places(&mut diary, 0, "nodules", &[(Region::Chin, 1.0)]);
    assert_eq!(cell(&diary, "gags"), None, "nobody said anything of nose and trunk");
    rest_is_clear(&mut diary, 0);
    is(cell(&diary, "gags"), 16.0);
}

#[test]
fn ihs4_needs_its_three_counts_of_one_day() {
    let mut diary = Diary::default();
    whole(&mut diary, 0, &[("abscesses", 1.0), ("draining_tunnels", 1.0)]);
    whole(&mut diary, 1, &[("nodules", 3.0)]);
    assert_eq!(cell(&diary, "ihs4"), None, "lumps of yesterday are not of today");
    at_places(&mut diary, 0, "nodules", &[(Region::LeftArmpit, 2.0), (Region::RightGroin, 1.0)]);
    is(cell(&diary, "ihs4"), 9.0);
}

#[test]
fn lumps_today_is_for_those_who_log_what_drains() {
    let mut diary = Diary::default();
    whole(&mut diary, 0, &[("skin_pain", 7.0), ("nodules", 2.0)]);
    assert_eq!(cell(&diary, "lumps_today"), None);
    whole(&mut diary, 0, &[("draining", 2.0)]);
    is(cell(&diary, "lumps_today"), 57.0);
}

#[test]
fn a_place_that_nobody_spoke_of_leaves_no_area_and_no_score_and_is_named() {
    let mut diary = Diary::default();
    at_places(&mut diary, 0, "cover", &[(Region::LeftArm, 10.0)]);
    assert_eq!(cell(&diary, "cover"), None);
    let page = diary.day_record(today()).map(|it| &**it);
    let unknown = SheetReading::on(ScoreSheet::Easi, page, diary.catalogue()).unknown;
    assert!(unknown.contains(&Region::LeftThigh) && !unknown.contains(&Region::LeftForearm), "{unknown:?}");
    rest_is_clear(&mut diary, 0);
    is(cell(&diary, "cover"), 0.7);
}

/// 100 x (0.4 x 6/10 + 0.4 x 3/4 + 0.2 x 5/10); 5 % of the skin counts as 5 palms.
#[test]
fn skin_today_takes_palms_or_else_what_the_places_add_up_to() {
    let mut diary = Diary::default();
    whole(&mut diary, 0, &[("itch", 6.0), ("redness", 3.0), ("cover", 5.0)]);
    is(cell(&diary, "skin_today"), 64.0);
    whole(&mut diary, 0, &[("palms", 0.0)]);
    is(cell(&diary, "skin_today"), 54.0);
}

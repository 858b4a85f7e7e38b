//! What places of the skin cost over ten years: the body over all of them, and the scores of every day. Each at most 10 ms.
//!
//! `cargo bench --bench skin`

#![allow(clippy::disallowed_macros, missing_docs, clippy::expect_used)]

#[path = "ten_years.rs"]
mod ten_years;

use criterion::{Criterion, criterion_group, criterion_main};
use gutskin::analysis::heat_map::{HeatMap, Summary, USUAL_KEY};
use gutskin::columns::SheetReading;
use gutskin::edit::{Command, EntryDraft, plan};
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::region::Region;
use gutskin::model::score_sheet::ScoreSheets;
use gutskin::model::trackable::Key;
use gutskin::model::value::Value;
use gutskin::report::figure::body::draw;

/// Six places a day with what they are covered by and how red they are, and all else clear.
fn with_places() -> Diary {
    let mut diary = ten_years::diary();
    let places =
        [Region::Face, Region::Neck, Region::LeftElbowCrease, Region::RightElbowCrease, Region::LeftArm, Region::Back];
    let key = |name: &str| Key::new(name).expect("a key");
    for ago in 0..ten_years::DAYS {
        let mut drafts: Vec<EntryDraft> = Vec::new();
        for (place, region) in (0..).zip(places) {
            let mut draft = EntryDraft { region: Some(region), ..EntryDraft::new(EntryKind::SkinCheck) };
            draft.answers.set(&key("redness"), Value::number(f64::from((ago + place) % 5)));
            draft.answers.set(&key("cover"), Value::number(f64::from((ago + place) % 20) * 5.0));
            drafts.push(draft);
        }
        let mut rest = EntryDraft::new(EntryKind::SkinCheck);
        rest.answers.set(&key("rest_clear"), Some(Value::YesNo(true)));
        drafts.push(rest);
        let command = Command::Log { day: ten_years::today().plus(-ago), drafts };
        for change in plan(&diary, command, ten_years::today()).expect("places that fit") {
            change.apply(&mut diary);
        }
    }
    diary
}

fn skin(criterion: &mut Criterion) {
    let diary = with_places();
    let period = diary.span().expect("ten years");
    let redness = diary.catalogue().get(USUAL_KEY).expect("it comes with the program");
    let mut group = criterion.benchmark_group("skin of ten years");
    group.sample_size(30);
    group.bench_function("the body over all days", |bencher| {
        bencher.iter(|| HeatMap::new(&diary, redness, period, Summary::Worst));
    });
    let map = HeatMap::new(&diary, redness, period, Summary::Worst);
    group.bench_function("its drawing", |bencher| bencher.iter(|| draw(&map, 880.0)));
    group.bench_function("the areas and spots of every day for all scores", |bencher| {
        bencher.iter(|| {
            let readings = diary.day_records().map(|page| {
                let sheets = ScoreSheets::shipped().iter();
                sheets.map(|sheet| SheetReading::on(sheet.sheet, Some(page), diary.catalogue())).collect::<Vec<_>>()
            });
            readings.count()
        });
    });
    group.finish();
}

criterion_group!(benches, skin);
criterion_main!(benches);

//! Makes `assets/foods/foods.bin` from the csv files beside it, and proves that the program reads back every cell of them.
//! After a change of a csv file, or of the layout in `foods::pack`, write it anew with
//! `GUTSKIN_REPACK_FOODS=1 cargo test --test core foods_pack`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use gutskin::foods::food::FoodSource;
use gutskin::foods::nutrient::Nutrient;
use gutskin::foods::pack::{MAGIC, unpack};
use gutskin::foods::plants::PlantKind;
use gutskin::foods::portion::PortionBasis;
use gutskin::foods::table::{ATTRIBUTION, FoodTable};
use gutskin::foods::tags::{Fodmap, Level, NovaBasis, Prebiotic, Presence};
use gutskin::model::food_line::FoodId;

type Row = BTreeMap<String, String>;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/foods")
}

fn rows(file: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(folder().join(file)).unwrap();
    reader.deserialize().map(|row| row.unwrap()).collect()
}

fn by_food(file: &str) -> BTreeMap<u32, Vec<Row>> {
    let mut groups: BTreeMap<u32, Vec<Row>> = BTreeMap::new();
    for row in rows(file) {
        groups.entry(row["food_id"].parse().unwrap()).or_default().push(row);
    }
    groups
}

fn place(list: &[impl AsRef<str>], key: &str) -> usize {
    list.iter().position(|item| item.as_ref() == key).unwrap_or_else(|| panic!("{key} is not in the list"))
}

fn count(into: &mut Vec<u8>, number: usize) {
    into.extend(u16::try_from(number).unwrap().to_le_bytes());
}

fn byte(into: &mut Vec<u8>, number: usize) {
    into.push(u8::try_from(number).unwrap());
}

fn word(into: &mut Vec<u8>, text: &str) {
    byte(into, text.len());
    into.extend(text.as_bytes());
}

/// A cell as whole steps; it must be exact, and an empty one is unknown.
fn steps(cell: &str, per_unit: f64) -> u16 {
    if cell.is_empty() {
        return u16::MAX;
    }
    let exact = cell.parse::<f64>().unwrap() * per_unit;
    assert!((exact - exact.round()).abs() < 1e-6 && (0.0..65_535.0).contains(&exact), "{cell} does not fit");
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = exact.round() as u16;
    whole
}

fn distinct(rows: &[Row], column: &str) -> Vec<String> {
    rows.iter().map(|row| row[column].clone()).collect::<std::collections::BTreeSet<_>>().into_iter().collect()
}

fn tag_bits(food: &Row) -> (u32, u16) {
    let level = |cell: &str| ["", "low", "moderate", "high"].iter().position(|word| *word == cell).unwrap();
    let presence = |cell: &str| ["no", "maybe", "yes"].iter().position(|word| *word == cell).unwrap();
    let basis = |cell: &str| ["group_rule", "keyword_rule", "manual"].iter().position(|word| *word == cell).unwrap();
    let prebiotic = food["prebiotic"].split(';').filter(|kind| !kind.is_empty());
    let prebiotic = prebiotic
        .fold(0, |bits, kind| bits | 1 << Prebiotic::ALL.iter().position(|known| known.key() == kind).unwrap());
    let fields = [
        (usize::from(food["fermented"] == "1"), 1),
        (presence(&food["live_cultures"]), 2),
        (prebiotic, 5),
        (food["nova"].parse().unwrap(), 3),
        (basis(&food["nova_basis"]), 2),
        (presence(&food["dairy"]), 2),
        (presence(&food["gluten"]), 2),
        (level(&food["fodmap_level"]), 2),
        (level(&food["histamine"]), 2),
        (usize::from(food["spicy"] == "1"), 1),
        (level(&food["gi_class"].replace("medium", "moderate")), 2),
    ];
    let (bits, _) = fields
        .iter()
        .fold((0, 0), |(bits, at), (field, width)| (bits | u32::try_from(*field).unwrap() << at, at + width));
    let groups = food["fodmap"].split(';').filter(|group| !group.is_empty()).fold(0, |bits, group| {
        let at = Fodmap::ALL.iter().position(|known| known.key() == group.trim_end_matches('?')).unwrap();
        bits | (if group.ends_with('?') { 2 } else { 3 }) << (2 * at)
    });
    (bits, groups)
}

fn pack() -> Vec<u8> {
    let mut foods = rows("foods.csv");
    foods.sort_by_key(|food| food["id"].parse::<u32>().unwrap());
    let groups = distinct(&foods, "group");
    let measures = distinct(&rows("portions.csv"), "measure");
    let plants = rows("plants.csv");
    let keys: Vec<&str> = plants.iter().map(|plant| plant["plant_key"].as_str()).collect();
    let portions = by_food("portions.csv");
    let aliases = by_food("aliases.csv");
    let mut out = MAGIC.to_vec();
    for list in [&groups, &measures] {
        count(&mut out, list.len());
        for item in list {
            word(&mut out, item);
        }
    }
    count(&mut out, plants.len());
    for plant in &plants {
        word(&mut out, &plant["plant_key"]);
        byte(&mut out, PlantKind::ALL.iter().position(|(_, key)| *key == plant["kind"]).unwrap());
        byte(&mut out, usize::from(steps(&plant["points"], 4.0)));
    }
    count(&mut out, foods.len());
    for food in &foods {
        pack_food(&mut out, food, &groups, &keys);
        let id = food["id"].parse().unwrap();
        let own = portions.get(&id).map_or(&[][..], Vec::as_slice);
        byte(&mut out, own.len());
        for portion in own {
            count(&mut out, place(&measures, &portion["measure"]));
            out.extend(steps(&portion["grams"], 10.0).to_le_bytes());
            let basis = PortionBasis::ALL.iter().position(|(_, key)| *key == portion["basis"]).unwrap();
            byte(&mut out, basis + if portion["is_default"] == "1" { 128 } else { 0 });
        }
        let own = aliases.get(&id).map_or(&[][..], Vec::as_slice);
        byte(&mut out, own.len());
        for alias in own {
            word(&mut out, &alias["alias"]);
        }
    }
    let synonyms = rows("synonyms.csv");
    count(&mut out, synonyms.len());
    for synonym in &synonyms {
        word(&mut out, &synonym["term"]);
        word(&mut out, &synonym["means"]);
    }
    out
}

fn pack_food(out: &mut Vec<u8>, food: &Row, groups: &[String], keys: &[&str]) {
    out.extend(food["id"].parse::<u32>().unwrap().to_le_bytes());
    word(out, &food["name"]);
    byte(out, place(groups, &food["group"]));
    byte(out, FoodSource::ALL.iter().position(|(_, key)| *key == food["source"]).unwrap());
    for nutrient in Nutrient::ALL {
        out.extend(steps(&food[nutrient.key()], nutrient.steps_per_unit()).to_le_bytes());
    }
    out.extend(steps(&food["density_g_per_ml"], 1000.0).to_le_bytes());
    match food["plant_key"].as_str() {
        "" => out.extend(u16::MAX.to_le_bytes()),
        key => count(out, place(keys, key)),
    }
    let (bits, fodmap) = tag_bits(food);
    out.extend(bits.to_le_bytes());
    out.extend(fodmap.to_le_bytes());
    byte(out, food["prior"].parse().unwrap());
    let shares: Vec<(&str, &str)> = food["plants"].split(';').filter_map(|share| share.split_once(':')).collect();
    byte(out, shares.len());
    for (key, percent) in shares {
        count(out, place(keys, key));
        out.extend(steps(percent, 10.0).to_le_bytes());
    }
}

#[test]
fn the_packed_table_is_made_from_the_csv_files() {
    let packed = pack();
    let path = folder().join("foods.bin");
    if std::env::var_os("GUTSKIN_REPACK_FOODS").is_some() {
        std::fs::write(&path, &packed).unwrap();
    }
    assert!(packed.len() <= 1_500_000, "{} bytes are too many for the program", packed.len());
    let same = std::fs::read(&path).unwrap() == packed;
    assert!(same, "foods.bin is not what the csv files say; write it anew with GUTSKIN_REPACK_FOODS=1");
    println!("foods.bin has {} bytes", packed.len());
}

fn cell(value: Option<f64>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

/// A csv number without a useless `.0`.
fn plain(cell: &str) -> String {
    if cell.is_empty() { String::new() } else { cell.parse::<f64>().unwrap().to_string() }
}

fn level(level: Option<Level>) -> &'static str {
    level.map_or("", Level::label)
}

fn presence(presence: Presence) -> &'static str {
    match presence {
        Presence::No => "no",
        Presence::Maybe => "maybe",
        Presence::Yes => "yes",
    }
}

#[test]
fn every_cell_of_the_csv_files_is_read_back() {
    let table = FoodTable::get();
    let foods = rows("foods.csv");
    assert_eq!((foods.len(), table.foods().len()), (7_049, 7_049));
    for row in &foods {
        let food = table.food(FoodId(row["id"].parse().unwrap())).unwrap();
        let name = &row["name"];
        assert_eq!((food.name, food.group), (name.as_str(), row["group"].as_str()));
        assert!(FoodSource::ALL.contains(&(food.source, row["source"].as_str())), "{name}");
        for nutrient in Nutrient::ALL {
            let key = nutrient.key();
            assert_eq!(cell(food.per_100g(nutrient)), plain(&row[key]), "{key} of {name}");
        }
        assert_eq!(cell(food.density()), plain(&row["density_g_per_ml"]), "density of {name}");
        let key = |plant| table.plant(plant).unwrap().key;
        assert_eq!(food.plant.map_or("", key), row["plant_key"], "{name}");
        let shares: Vec<String> =
            food.plants.iter().map(|share| format!("{}:{}", key(share.plant), share.percent)).collect();
        assert_eq!(shares.join(";"), row["plants"].replace(".0", ""), "plants of {name}");
        let tags = &food.tags;
        assert_eq!(u8::from(tags.fermented).to_string(), row["fermented"], "{name}");
        assert_eq!(u8::from(tags.spicy).to_string(), row["spicy"], "{name}");
        assert_eq!(tags.nova.unwrap().to_string(), row["nova"], "{name}");
        let basis = match tags.nova_basis {
            NovaBasis::GroupRule => "group_rule",
            NovaBasis::KeywordRule => "keyword_rule",
            NovaBasis::Manual | NovaBasis::Own => "manual",
        };
        assert_eq!(basis, row["nova_basis"], "{name}");
        let said = [presence(tags.live_cultures), presence(tags.dairy), presence(tags.gluten)];
        assert_eq!(said, [row["live_cultures"].as_str(), &row["dairy"], &row["gluten"]], "{name}");
        let class = level(tags.gi_class).replace("moderate", "medium");
        let said = [level(tags.fodmap_level), level(tags.histamine), &class];
        assert_eq!(said, [row["fodmap_level"].as_str(), &row["histamine"], &row["gi_class"]], "{name}");
        let mark = |level| if level == Level::Moderate { "?" } else { "" };
        let mut groups: Vec<String> = tags.fodmap.iter().map(|(g, l)| format!("{}{}", g.key(), mark(*l))).collect();
        let mut expected: Vec<&str> = row["fodmap"].split(';').filter(|group| !group.is_empty()).collect();
        groups.sort_unstable();
        expected.sort_unstable();
        assert_eq!(groups, expected, "{name}");
        let mut kinds: Vec<&str> = tags.prebiotic.iter().map(|kind| kind.key()).collect();
        let mut expected: Vec<&str> = row["prebiotic"].split(';').filter(|kind| !kind.is_empty()).collect();
        kinds.sort_unstable();
        expected.sort_unstable();
        assert_eq!(kinds, expected, "{name}");
        assert_eq!(food.prior.to_string(), row["prior"], "{name}");
    }
}

#[test]
fn portions_aliases_plants_and_synonyms_are_read_back() {
    let table = FoodTable::get();
    let portions = by_food("portions.csv");
    let aliases = by_food("aliases.csv");
    for food in table.foods() {
        let expected = portions.get(&food.id.0).map_or(&[][..], Vec::as_slice);
        assert_eq!(food.portions.len(), expected.len(), "{}", food.name);
        for (portion, row) in food.portions.iter().zip(expected) {
            assert_eq!(portion.measure, row["measure"]);
            assert_eq!(portion.grams.to_string(), plain(&row["grams"]), "{} of {}", portion.measure, food.name);
            assert_eq!(u8::from(portion.is_default).to_string(), row["is_default"]);
            assert!(PortionBasis::ALL.contains(&(portion.basis, row["basis"].as_str())));
        }
        assert!(food.default_portion().is_some(), "{} has no default portion", food.name);
        let expected = aliases.get(&food.id.0).map_or(&[][..], Vec::as_slice);
        let expected: Vec<&str> = expected.iter().map(|row| row["alias"].as_str()).collect();
        assert_eq!(*food.aliases, *expected);
    }
    for (plant, row) in table.plants().iter().zip(rows("plants.csv")) {
        assert_eq!((plant.key, cell(Some(plant.points))), (row["plant_key"].as_str(), plain(&row["points"])));
        assert!(PlantKind::ALL.contains(&(plant.kind, row["kind"].as_str())));
    }
    let synonyms = rows("synonyms.csv");
    assert!(table.synonyms().iter().zip(&synonyms).all(|((t, m), row)| *t == row["term"] && *m == row["means"]));
    assert_eq!((table.plants().len(), table.synonyms().len()), (274, synonyms.len()));
}

#[test]
fn whoever_made_the_data_is_named_in_the_readme_as_in_the_program() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let provenance = std::fs::read_to_string(folder().join("PROVENANCE.md")).unwrap();
    let one_line = readme.split_whitespace().collect::<Vec<_>>().join(" ");
    for line in ATTRIBUTION {
        assert!(one_line.contains(line), "the README lacks: {line}");
        assert!(provenance.contains(line.trim_end_matches(" (Open Licence)")), "the provenance lacks: {line}");
    }
}

#[test]
fn a_damaged_table_is_an_error_and_never_a_crash() {
    let whole = std::fs::read(folder().join("foods.bin")).unwrap();
    let whole: &'static [u8] = Box::leak(whole.into_boxed_slice());
    for end in (0..whole.len()).step_by(9_973).chain(0..64) {
        assert!(unpack(&whole[..end]).is_err(), "a table cut at byte {end} was taken");
    }
    let mut wrong = whole[..4_000].to_vec();
    for at in 0..wrong.len() {
        wrong[at] ^= 0xff;
        let leaked: &'static [u8] = Box::leak(wrong[..=at].to_vec().into_boxed_slice());
        assert!(unpack(leaked).is_err());
        wrong[at] ^= 0xff;
    }
}

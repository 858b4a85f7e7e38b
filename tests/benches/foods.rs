//! Food table: first use, search per keystroke with its worst cases, and what ten years of meals cost to add up.
//! Wanted: first use below 25 ms and 12 MB, the slowest of a hundred keystrokes below 2 ms, 40,000 lines below 30 ms, a meal below 0.2 ms.

#![allow(clippy::disallowed_macros, missing_docs)]

use std::hint::black_box;
use std::time::Instant;

use criterion::{Criterion, criterion_group, criterion_main};
use gutskin::foods::browse::{Order, Shelf, list};
use gutskin::foods::index::{Index, Searchable};
use gutskin::foods::nutrient::Nutrient;
use gutskin::foods::pack::unpack;
use gutskin::foods::pantry::Pantry;
use gutskin::foods::table::FoodTable;
use gutskin::foods::totals::Totals;
use gutskin::model::food_line::FoodLine;
use gutskin::model::text::Name;

static PACKED: &[u8] = include_bytes!("../../assets/foods/foods.bin");

/// Typed letter by letter.
const TYPED: &[&str] = &[
    "oats",
    "blueberries",
    "semi skimmed milk",
    "wholemeal bread toasted",
    "brocolli",
    "chick peas",
    "cornflakes",
    "crème fraîche",
    "rosted chiken brest",
    "bread wholemeal whole wheat toasted with butter and jam",
    "heinz baked beans",
    "green tea",
    "apple cider vinegar",
    "spagetti bolognaise",
    "palak paneer",
    "sauerkraut",
    "peanutbutter",
    "a b c d e f",
    "chocolate chip cookie",
    "zzzzzzzzzzzz qqqqqqqqq",
    "raw carrot",
    "smoked salmon",
    "scrambeld egs",
    "natural yoghurt",
];

fn keystrokes() -> Vec<String> {
    let starts = TYPED.iter().flat_map(|text| {
        text.char_indices().map(|(at, letter)| text.get(..at + letter.len_utf8()).unwrap_or(text).to_owned())
    });
    starts.collect()
}

/// Resident memory in kB, as Linux tells it; 0 elsewhere.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).unwrap_or(0)
}

fn first_use(bench: &mut Criterion) {
    let before = resident();
    let start = Instant::now();
    let table = FoodTable::get();
    let read = start.elapsed();
    let hits = table.index().find("oats", 10, &|_| true, &|_| 0.0);
    println!("first use, once: table {read:?}, with the index and a search {:?}, {} hits", start.elapsed(), hits.len());
    println!("resident memory of table and index: {} kB", resident().saturating_sub(before));
    bench.bench_function("foods: read the packed table", |run| run.iter(|| unpack(black_box(PACKED))));
    bench.bench_function("foods: build the search index", |run| {
        run.iter(|| {
            let foods = table.foods().iter().map(|food| Searchable {
                id: food.id,
                name: food.name,
                aliases: &food.aliases,
                prior: food.prior,
            });
            Index::new(foods, table.synonyms())
        });
    });
}

fn search(bench: &mut Criterion) {
    let index = FoodTable::get().index();
    let typed = keystrokes();
    let mut times: Vec<(f64, &str)> = Vec::new();
    for text in &typed {
        // The middle of five, so that a pause of the machine is not taken for the search.
        let mut five: Vec<f64> = (0..5)
            .map(|_| {
                let start = Instant::now();
                black_box(index.find(text, 10, &|_| true, &|_| 0.0));
                start.elapsed().as_secs_f64() * 1e3
            })
            .collect();
        five.sort_by(f64::total_cmp);
        times.push((five[2], text));
    }
    times.sort_by(|a, b| a.0.total_cmp(&b.0));
    let at = |share: usize| times[(times.len() - 1) * share / 100].0;
    println!("{} keystrokes: median {:.3} ms, p99 {:.3} ms, slowest {:?}", times.len(), at(50), at(99), times.last());
    let mut next = typed.iter().cycle();
    bench.bench_function("foods: one keystroke", |run| {
        run.iter(|| index.find(next.next().map_or("", String::as_str), 10, &|_| true, &|_| 0.0));
    });
}

fn totals(bench: &mut Criterion) {
    let foods = FoodTable::get().foods();
    let name = Name::new("food").unwrap_or_else(|error| unreachable!("{error}"));
    let lines: Vec<FoodLine> = (0..40_000)
        .map(|at| FoodLine {
            food: foods[at * 37 % foods.len()].id,
            grams: 50.0 + (at % 200) as f64,
            name: name.clone(),
        })
        .collect();
    let pantry = Pantry::default();
    bench.bench_function("foods: totals of 3,650 days with 40,000 lines", |run| {
        run.iter(|| lines.chunks(11).map(|day| Totals::of(&pantry, day).grams).sum::<f64>());
    });
    bench.bench_function("foods: totals of one meal of 8 lines", |run| run.iter(|| Totals::of(&pantry, &lines[..8])));
}

/// What the list of the view costs when it is typed into or sorted.
fn listing(bench: &mut Criterion) {
    let pantry = Pantry::default();
    for (name, text, order) in [
        ("foods: list of milk, as found", "milk", Order::Fit),
        ("foods: list of all, most fibre first", "", Order::Most(Nutrient::Fibre)),
    ] {
        bench.bench_function(name, |run| run.iter(|| list(&pantry, text, Shelf::All, order, &|_| 0.0).len()));
    }
}

criterion_group!(foods, first_use, search, totals, listing);
criterion_main!(foods);

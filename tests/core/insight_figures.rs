//! The figures of the analysis: what they draw, what they say to whoever cannot see them, and the numbers saved with them.

use gutskin::analysis::insights::behind::behind;
use gutskin::analysis::insights::{Finding, Insights, of_diary};
use gutskin::columns::{DayTable, tabulate};
use gutskin::model::diary::Diary;
use gutskin::model::time::Day;
use gutskin::report::exportable_figure::ExportableFigure;
use gutskin::report::figure::{lag_curve, lag_map, spread, timeline};
use gutskin::report::series_style::SeriesStyles;
use gutskin::report::{png, svg};
use gutskin::sample;

/// Stress and redness of the sample: 2 points more of stress, redness the day after.
fn known_finding() -> (Diary, DayTable, Insights, Finding) {
    let diary = sample::diary(sample::SEED, Day::from_ymd(2026, 11, 20).unwrap()).unwrap();
    let mut table = tabulate(&diary);
    table.columns.retain(|column| ["redness", "bloating", "stress", "fibre_g"].contains(&column.key.as_str()));
    let insights = of_diary(&table, &|_| true).unwrap();
    let found = insights.findings.iter().find(|finding| finding.factor == "stress" && finding.outcome == "redness");
    let finding = found.unwrap().clone();
    (diary, table, insights, finding)
}

/// The cells of a CSV without its head.
fn rows(figure: &ExportableFigure) -> Vec<Vec<String>> {
    figure.csv.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

fn is_drawn_everywhere(figure: &ExportableFigure) {
    let drawing = svg::to_svg(&figure.scene);
    assert!(drawing.contains(&format!("<desc id=\"chart-desc\">{}</desc>", svg::escape(&figure.scene.desc))));
    let (picture, missing) = png::to_png(&figure.scene).unwrap();
    assert!(picture.starts_with(b"\x89PNG") && missing == 0);
}

#[test]
fn the_curve_of_lags_draws_the_effect_of_one_step_and_is_largest_on_the_days_of_the_finding() {
    let (_, table, _, finding) = known_finding();
    let figure = lag_curve::draw(&finding, &table, 600.0).unwrap();
    let rows = rows(&figure);
    let lags: Vec<&str> = rows.iter().map(|row| row[2].as_str()).collect();
    assert_eq!(lags, ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14"]);
    let effect = |row: &Vec<String>| row[3].parse::<f64>().unwrap();
    let largest = rows.iter().max_by(|a, b| effect(a).abs().total_cmp(&effect(b).abs())).unwrap();
    let lag: usize = largest[2].parse().unwrap();
    assert!((finding.claim.lag..=finding.claim.lag_end).contains(&lag));
    for row in &rows {
        let [low, high] = [4, 5].map(|at| row[at].parse::<f64>().unwrap());
        assert!(low <= effect(row) && effect(row) <= high, "{row:?}");
    }
    assert!(figure.scene.desc.contains("95 % intervals"), "{}", figure.scene.desc);
    is_drawn_everywhere(&figure);
}

#[test]
fn the_days_compared_are_those_that_are_listed() {
    let (_, table, insights, finding) = known_finding();
    let lags = (finding.claim.lag, finding.claim.lag_end);
    let behind = behind(&table, "stress", "redness", lags, insights.days);
    let figure = spread::draw(&finding, &behind, &table, 600.0).unwrap();
    let rows = rows(&figure);
    assert_eq!(rows.len(), behind.days.len());
    for (side, place) in [("more", 0), ("less", 1)] {
        let of_side: Vec<f64> =
            rows.iter().filter(|row| row[3] == side).map(|row| row[2].parse::<f64>().unwrap()).collect();
        let mean = of_side.iter().sum::<f64>() / of_side.len() as f64;
        let drawn = behind.after[place].unwrap();
        assert_eq!(drawn.days, of_side.len());
        assert!((drawn.mean - mean).abs() < 1e-12);
        assert!(figure.scene.desc.contains(&format!("{} days", of_side.len())), "{}", figure.scene.desc);
    }
    is_drawn_everywhere(&figure);
}

#[test]
fn the_map_has_every_tested_factor_of_the_outcome_and_names_what_was_told_from_chance() {
    let (_, table, insights, _) = known_finding();
    let figure = lag_map::draw(&insights, &table, "redness", 600.0).unwrap();
    let tested = insights.lag_rows.iter().filter(|row| row.outcome == "redness").count();
    assert_eq!(rows(&figure).len(), tested * 15);
    assert!(figure.scene.desc.contains("told from chance: stress"), "{}", figure.scene.desc);
    assert!(lag_map::draw(&insights, &table, "no such outcome", 600.0).is_none());
    is_drawn_everywhere(&figure);
}

#[test]
fn the_timeline_has_a_row_a_day_and_leaves_missing_days_empty() {
    let (diary, table, insights, finding) = known_finding();
    let figure = timeline::draw(&finding, &diary, (&table, insights.days), &SeriesStyles::default(), 600.0).unwrap();
    let rows = rows(&figure);
    assert_eq!(rows.len(), 182);
    assert_eq!(rows[181][0], table.day(insights.days - 1).to_string());
    let redness = table.column("redness").unwrap();
    for row in &rows {
        let at = table.row(row[0].parse().unwrap()).unwrap();
        let cell = redness.cells[at].map_or_else(String::new, |value| value.to_string());
        assert_eq!(row[1], cell);
    }
    is_drawn_everywhere(&figure);
}

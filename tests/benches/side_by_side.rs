//! Acts that are measured in turn, each against the first: what the disk or another program does meanwhile meets all of them alike.

use std::time::Instant;

/// What is measured, and what it is called.
pub type Act<'a> = (&'a str, &'a mut dyn FnMut());

/// Does all acts in turn, so many times, and prints the median of each and how many times the first it takes.
pub fn side_by_side(title: &str, rounds: usize, acts: &mut [Act<'_>]) {
    let mut times: Vec<Vec<f64>> = vec![Vec::new(); acts.len()];
    for _ in 0..rounds {
        for ((_, act), times) in acts.iter_mut().zip(&mut times) {
            let start = Instant::now();
            act();
            times.push(start.elapsed().as_secs_f64() * 1e3);
        }
    }
    let median = |times: &mut Vec<f64>| {
        times.sort_by(f64::total_cmp);
        times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
    };
    let medians: Vec<f64> = times.iter_mut().map(median).collect();
    println!("\n| {title} | median, ms | times the first |\n| --- | --- | --- |");
    for ((name, _), took) in acts.iter().zip(&medians) {
        println!("| {name} | {took:.2} | {:.2} |", took / medians.first().copied().unwrap_or(f64::NAN));
    }
    println!();
}

//! Starts Gutskin.

fn main() {}

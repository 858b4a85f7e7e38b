//! Reports: what leaves the program, from a table to a chart. Everything here is made from the diary and nothing is sent anywhere.

pub mod chart;
pub mod csv;
pub mod ticks;

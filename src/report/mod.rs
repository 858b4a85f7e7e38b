//! What leaves the program: tables, charts, reports.

pub mod csv;

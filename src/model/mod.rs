//! Plain data: what a diary holds, in the words of the field.
//!
//! Nothing here reads a file, draws a pixel or computes a statistic. Values are checked where they are made, so that the
//! rest of the program never meets a grade of 9 or a day in the year 20260.

pub mod time;

//! The seven forms of a stool in own words, after the steps of the Bristol scale (Lewis & Heaton 1997,
//! doi:10.3109/00365529709011203): the same on a button, in a figure and in a report.

/// The forms 1 to 7, hardest to most liquid.
pub const STOOL_FORMS: [&str; 7] = [
    "separate hard pellets",
    "hard, lumpy log",
    "log with surface cracks",
    "smooth soft log",
    "soft blobs with clear edges",
    "mushy, ragged",
    "watery",
];

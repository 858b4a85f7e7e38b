//! Plain data: what a diary holds, in the words of the field.
//!
//! Nothing here reads a file, draws a pixel or computes a statistic. Values are checked where they are made, so that the
//! rest of the program never meets a grade of 9 or a day in the year 20260.

pub mod answers;
pub mod body_map;
pub mod body_system;
pub mod builtin;
pub mod catalogue;
pub mod certainty;
pub mod course;
pub mod day_record;
pub mod decision;
pub mod diary;
pub mod doctor_mark;
pub mod drink;
pub mod entry;
pub mod export;
pub mod files;
pub mod food_line;
pub mod food_tags;
pub mod form_rows;
pub mod key;
pub mod locale;
pub mod meal_template;
pub mod nutrient;
pub mod own_food;
pub mod pair_mark;
pub mod pantry;
pub mod photo;
pub mod prespecified;
pub mod profile;
pub mod questionnaire;
pub mod recipe;
pub mod record;
pub mod region;
pub mod ron_text;
pub mod score_sheet;
pub mod settings;
pub mod skin_places;
pub mod stretch;
pub mod text;
pub mod time;
pub mod trackable;
pub mod trial;
pub mod trial_design;
pub mod trial_look;
pub mod trial_sides;
pub mod triangles;
pub mod value;

//! Trials: one factor switched on and off in an order drawn at random, and what can be said of it when the last day is over.
//!
//! Elsewhere the diary can only say what goes along with what. Here the person draws lots, so that nothing but the factor and
//! chance can make the days on differ from the days off, and how likely chance alone is can be counted (Bulté & Onghena 2008,
//! doi:10.3758/BRM.40.2.467). Each noun is one file: the [`sequence`] that is drawn, the [`design`] that says which days count,
//! the [`verdict`], the [`size`] of the difference, the [`belief`] that goes beside it, the [`side_test`] for what is slow, and the [`planner`] that says beforehand
//! what a design could find.

pub mod belief;
pub mod candidate;
pub mod design;
pub mod error;
pub mod look_words;
pub mod looks;
pub mod periods;
pub mod plan;
pub mod planner;
pub mod randomisation;
pub mod recorded;
pub mod run;
pub mod sequence;
pub mod side_stop;
pub mod side_test;
pub mod side_words;
pub mod size;
pub mod verdict;
pub mod words;

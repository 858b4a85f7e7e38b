//! What a column is: what it is called, how its numbers are read, what they are about and where they come from.

use crate::model::body_system::BodySystem;
use crate::model::region::Region;
use crate::model::trackable::Direction;

/// What a column is for the analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// To be explained. Of the gut, it may itself explain the skin.
    Outcome,
    /// May explain.
    Factor,
    /// Shown and exported, not analysed.
    Context,
}

/// How a number of a column is read where it has no unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scale {
    /// Points of a score, a grade or a form.
    Points,
    /// A count, an amount, yes or no, or nothing known.
    #[default]
    Number,
}

/// Where the numbers of a column come from. Only what somebody answered may be read back as an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Origin {
    /// Answers.
    #[default]
    Logged,
    /// Answers, and what the foods of the day add to them.
    LoggedAndFoods,
    /// The foods of a day or of the days before it.
    Foods,
    /// Courses that run or may still act.
    Courses,
    /// Worked out from other columns.
    Computed,
    /// What photos of the day come to, measured or rated blind. Photos are few, and taken when there is something to see.
    Photos,
}

/// What a column is.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnSpec {
    /// Stable key, as in files and on the command line.
    pub key: String,
    /// Name for people.
    pub label: String,
    /// Unit as shown behind a number; empty if there is none.
    pub unit: String,
    /// How its numbers are read where there is no unit.
    pub scale: Scale,
    /// Which way is worse.
    pub direction: Direction,
    /// What the analysis may do with it.
    pub role: Role,
    /// Which part of the body an outcome is about; `None` for what is no outcome.
    pub body_system: Option<BodySystem>,
    /// The place of the skin that it speaks of alone; `None` for the whole. Of two sides that are compared it is the left one.
    pub place: Option<Region>,
    /// Where its numbers come from.
    pub origin: Origin,
    /// Days that each number speaks of, that of its row being the last; 1 is that day alone. An edit of a day changes no row
    /// that lies so many days after it.
    pub window_days: usize,
}

impl ColumnSpec {
    /// A column without a unit, of single days.
    pub fn new(key: impl Into<String>, label: impl Into<String>, role: Role, origin: Origin) -> Self {
        let (key, label, unit) = (key.into(), label.into(), String::new());
        let direction = Direction::Neutral;
        let (scale, body_system, place) = (Scale::Number, None, None);
        Self { key, label, unit, scale, direction, role, body_system, place, origin, window_days: 1 }
    }

    /// The same as an outcome about a part of the body.
    #[must_use]
    pub fn outcome(self, system: BodySystem) -> Self {
        Self { role: Role::Outcome, body_system: Some(system), ..self }
    }

    /// Whether it is to be explained, whatever part of the body it is about.
    pub fn is_outcome(&self) -> bool {
        self.role == Role::Outcome
    }

    /// Whether the open search looks for what goes along with it. What photos come to is there for named pairs and trials alone.
    pub fn is_searched(&self) -> bool {
        self.origin != Origin::Photos
    }

    /// Whether it is an outcome about a part of the body.
    pub fn is_outcome_of(&self, system: BodySystem) -> bool {
        self.is_outcome() && self.body_system == Some(system)
    }
}

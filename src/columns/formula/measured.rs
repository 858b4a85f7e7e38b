//! What a part of an index comes to, and the two helpers of all its rules.

/// `x` between 0 and 1.
pub(in crate::columns) fn clamp(x: f64) -> f64 {
    x.clamp(0.0, 1.0)
}

/// Where `x` lies on the way from `a` to `b`: 0 at `a` and before, 1 at `b` and beyond.
pub(in crate::columns) fn lin(x: f64, a: f64, b: f64) -> f64 {
    clamp((x - a) / (b - a))
}

/// What the days of a part come to.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(in crate::columns) struct Measured {
    /// Place of the column that was read, in the list of the part.
    pub column: usize,
    /// Days of the window that were answered.
    pub answered_days: usize,
    /// What the rule takes, in the unit of the column; `None` with too few answered days.
    pub amount: Option<f64>,
    /// Whether the amount is only a lower bound.
    pub is_lower_bound: bool,
    /// 0 least to 1 most favourable; `None` if the part is missing.
    pub value: Option<f64>,
}

impl Measured {
    /// Nothing is known, on so many answered days of a column.
    pub fn missing(column: usize, answered_days: usize) -> Self {
        Self { column, answered_days, ..Self::default() }
    }

    /// The value that an amount comes to.
    #[must_use]
    pub fn valued(self, value: impl FnOnce(f64) -> f64) -> Self {
        Self { value: self.amount.map(|amount| clamp(value(amount))), ..self }
    }

    /// The value that an amount comes to where it can be told.
    #[must_use]
    pub fn valued_if(self, value: impl FnOnce(f64) -> Option<f64>) -> Self {
        Self { value: self.amount.and_then(value).map(clamp), ..self }
    }

    /// A lower bound counts only where it already makes the part 0: what is not known could make it no better.
    #[must_use]
    pub fn settled(self) -> Self {
        if self.is_lower_bound && self.value != Some(0.0) { Self { value: None, ..self } } else { self }
    }

    /// This if it is there, else another if that is there, else what is nearer to being there.
    #[must_use]
    pub fn or_else(self, other: impl FnOnce() -> Self) -> Self {
        if self.value.is_some() {
            return self;
        }
        let other = other();
        if other.value.is_some() || other.answered_days > self.answered_days { other } else { self }
    }
}

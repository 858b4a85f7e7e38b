//! What other programs and textbooks would do with the same day table: kept so that their error rates can be measured beside
//! ours, on diaries whose truth is known. The program does not have them, so none can be shown to a person as a finding.
//!
//! [`correlation`] of two series (over [`ranks`], if asked), [`two_samples`] held against each other, a regression by
//! [`least_squares`] with its [`coefficients`] and their errors by [`newey_west`], and what a [`family`] of p-values leaves to
//! be claimed. Formulas only: the recipes that scan lags with them and report the best stand beside this folder.

pub mod coefficients;
pub mod correlation;
pub mod family;
pub mod least_squares;
pub mod newey_west;
pub mod ranks;
pub mod two_samples;

//! A drawing together with the numbers behind it: what the window shows, and what is saved as SVG, PNG or CSV.

use super::scene::Scene;

/// A drawing and its numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct ExportableFigure {
    /// Name of a file that holds it, without ending.
    pub stem: &'static str,
    /// The drawing.
    pub scene: Scene,
    /// The numbers behind it as CSV, with a head line.
    pub csv: String,
}

//! What the desktop wishes of a window: light or dark, when to end, and when to come to the front.

use super::{Ending, Summons, SystemLook};
use crate::workspace::Wake;

/// What the desktop wishes of a window. By itself it wishes nothing.
#[derive(Clone, Default)]
pub struct Desktop {
    /// Light or dark, with motion or without.
    pub look: SystemLook,
    /// Whether the program is asked to end.
    pub ending: Ending,
    /// Whether another start of the program asks for the window.
    pub summons: Summons,
}

impl Desktop {
    /// Listens to what it wishes; the window is woken when that changes.
    pub fn watch(wake: &Wake) -> Self {
        Self { look: SystemLook::watch(wake.clone()), ending: Ending::watch(wake.clone()), summons: Summons::ready() }
    }
}

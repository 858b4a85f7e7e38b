//! Fonts of the system for letters that the bundled typeface lacks. The library that looks them up panics where fontconfig
//! knows no font at all (mended upstream after the version in use, linebender/parley#717); such a machine shows boxes instead.

use std::sync::atomic::{AtomicBool, Ordering};

use eframe::egui::epaint::text::{FallbackRequest, FontInsert, FontProvider};
use egui_system_font_provider::SystemFontProvider;

use crate::guard::guarded;

/// Asks the system for fonts until it fails once.
pub struct GuardedFonts<P = SystemFontProvider> {
    provider: P,
    failed: AtomicBool,
}

impl GuardedFonts {
    /// Starts to look the fonts up, on a thread of its own.
    pub fn new() -> Self {
        Self::of(SystemFontProvider::new())
    }
}

impl<P> GuardedFonts<P> {
    fn of(provider: P) -> Self {
        Self { provider, failed: AtomicBool::new(false) }
    }
}

impl<P: FontProvider> FontProvider for GuardedFonts<P> {
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        if self.failed.load(Ordering::Relaxed) {
            return None;
        }
        guarded(|| self.provider.font_for(request)).unwrap_or_else(|why| {
            log::warn!("the fonts of the system cannot be used: {why}");
            self.failed.store(true, Ordering::Relaxed);
            None
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicU32;

    use eframe::egui::FontFamily;

    use super::*;

    struct NoFonts(AtomicU32);

    impl FontProvider for NoFonts {
        fn font_for(&self, _request: &FallbackRequest<'_>) -> Option<FontInsert> {
            self.0.fetch_add(1, Ordering::Relaxed);
            panic!("called `Result::unwrap()` on an `Err` value: NoMatch");
        }
    }

    #[test]
    fn a_machine_without_fonts_is_asked_once_and_the_window_lives_on() {
        let fonts = GuardedFonts::of(NoFonts(AtomicU32::new(0)));
        let family = FontFamily::Proportional;
        for cluster in ["味", "ก"] {
            assert!(fonts.font_for(&FallbackRequest { cluster, family: &family }).is_none());
        }
        assert_eq!(fonts.provider.0.load(Ordering::Relaxed), 1);
    }
}

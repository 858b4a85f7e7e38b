//! Light or dark, and less motion, as the desktop asks for. The window library knows it on every system but Linux, where a
//! desktop says it over the session bus: interface `org.freedesktop.portal.Settings`, namespace `org.freedesktop.appearance`
//! (<https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html>).

use std::sync::{Arc, Mutex, PoisonError};

use eframe::egui::{self, Theme, ThemePreference};

use crate::ui::view_state::{ThemeChoice, ViewState};
use crate::workspace::Wake;

/// What the desktop asks for; `None` where it says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// Light or dark.
    pub theme: Option<Theme>,
    /// Whether things should move less.
    pub reduced_motion: bool,
}

/// The look as the desktop last said it.
#[derive(Clone, Default)]
pub struct SystemLook(Arc<Mutex<Look>>);

impl SystemLook {
    /// Asks the desktop on a thread of its own, and goes on listening; the window is woken whenever the answer changes.
    pub fn watch(wake: Wake) -> Self {
        let look = Self::default();
        #[cfg(all(unix, not(target_os = "macos")))]
        {
            let theirs = look.clone();
            let listen = move || {
                if let Err(error) = portal::listen(&theirs, &wake) {
                    log::debug!("the desktop does not say how it looks: {error}");
                }
            };
            std::thread::Builder::new().name("look".to_owned()).spawn(listen).ok();
        }
        #[cfg(not(all(unix, not(target_os = "macos"))))]
        drop(wake);
        look
    }

    /// The look now.
    pub fn now(&self) -> Look {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, look: Look) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = look;
    }
}

impl Look {
    /// Takes one setting of the namespace in; any other is left alone.
    #[must_use]
    fn with(self, key: &str, value: u32) -> Self {
        match (key, value) {
            // 0 is no preference, and so is anything not known.
            ("color-scheme", 1) => Self { theme: Some(Theme::Dark), ..self },
            ("color-scheme", 2) => Self { theme: Some(Theme::Light), ..self },
            ("color-scheme", _) => Self { theme: None, ..self },
            ("reduced-motion", value) => Self { reduced_motion: value == 1, ..self },
            _ => self,
        }
    }

    /// What the window is told where the person chose “as the system”. Where the window library cannot know, it is told
    /// outright, so that the title bar follows too.
    pub fn preference(self) -> ThemePreference {
        match self.theme {
            Some(theme) => theme.into(),
            None if cfg!(all(unix, not(target_os = "macos"))) => ThemePreference::Light,
            None => ThemePreference::System,
        }
    }

    /// Lets a window look as somebody chose, and as the desktop asks where they left it to that.
    pub fn dress(self, ctx: &egui::Context, view: &ViewState) {
        self.set_motion(ctx);
        ctx.set_theme(match view.theme {
            ThemeChoice::System => self.preference(),
            ThemeChoice::Light => ThemePreference::Light,
            ThemeChoice::Dark => ThemePreference::Dark,
        });
        if (ctx.zoom_factor() - view.scale).abs() > 0.001 {
            ctx.set_zoom_factor(view.scale);
        }
    }

    /// Lets things move less, or as usual.
    fn set_motion(self, ctx: &egui::Context) {
        let seconds = if self.reduced_motion { 0.0 } else { egui::Style::default().animation_time };
        if (ctx.global_style().animation_time - seconds).abs() > f32::EPSILON {
            ctx.all_styles_mut(|style| style.animation_time = seconds);
        }
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
mod portal {
    use std::collections::HashMap;

    use zbus::blocking::{Connection, Proxy};
    use zbus::zvariant::OwnedValue;

    use super::{Look, SystemLook};
    use crate::workspace::Wake;

    /// Settings by their names, by namespace.
    type Settings = HashMap<String, HashMap<String, OwnedValue>>;

    const NAMESPACE: &str = "org.freedesktop.appearance";

    /// Reads all settings of the namespace, then every change of one; returns when the bus goes away.
    pub fn listen(known: &SystemLook, wake: &Wake) -> zbus::Result<()> {
        let bus = Connection::session()?;
        let (service, path) = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop");
        let portal = Proxy::new(&bus, service, path, "org.freedesktop.portal.Settings")?;
        // Listening begins first, so that no change falls between.
        let changes = portal.receive_signal("SettingChanged")?;
        let all: Settings = portal.call("ReadAll", &(vec![NAMESPACE],))?;
        let ours = all.into_iter().filter(|(namespace, _)| namespace == NAMESPACE).flat_map(|(_, settings)| settings);
        let look = ours.fold(Look::default(), |look, (key, value)| with(look, &key, &value));
        tell(known, wake, look);
        for change in changes {
            let (namespace, key, value): (String, String, OwnedValue) = change.body().deserialize()?;
            if namespace == NAMESPACE {
                tell(known, wake, with(known.now(), &key, &value));
            }
        }
        Ok(())
    }

    fn with(look: Look, key: &str, value: &OwnedValue) -> Look {
        u32::try_from(value).map_or(look, |value| look.with(key, value))
    }

    fn tell(known: &SystemLook, wake: &Wake, look: Look) {
        if known.now() != look {
            known.set(look);
            wake();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_desktop_s_words_become_a_theme_and_no_preference_is_none() {
        let dark = Look::default().with("color-scheme", 1);
        assert_eq!((dark.theme, dark.preference()), (Some(Theme::Dark), ThemePreference::Dark));
        assert_eq!(dark.with("color-scheme", 2).theme, Some(Theme::Light));
        assert_eq!(dark.with("color-scheme", 0).theme, None);
        assert_eq!(dark.with("accent-color", 2), dark);
        assert!(dark.with("reduced-motion", 1).reduced_motion);
    }

    #[test]
    fn a_desktop_that_asks_for_less_motion_gets_none_and_more_again_later() {
        let ctx = egui::Context::default();
        Look { reduced_motion: true, ..Look::default() }.set_motion(&ctx);
        assert_eq!(ctx.global_style().animation_time, 0.0);
        Look::default().set_motion(&ctx);
        assert!(ctx.global_style().animation_time > 0.0);
    }
}

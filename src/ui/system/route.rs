//! How OpenGL reaches the screen. Under Wayland it needs two libraries that are opened at run time, and without the second one
//! the window library panics; such a machine is led over X11 where it can be, and told what to install where it cannot.

/// How OpenGL reaches the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// As the window library chooses.
    Usual,
    /// Over X11, though the desktop is Wayland.
    X11,
    /// Not at all, and why.
    Closed(&'static str),
}

#[cfg(all(unix, not(target_os = "macos")))]
const NO_LIBRARY: &str =
    "under Wayland the library libwayland-egl.so.1 is needed; install it (Debian: libwayland-egl1)";
#[cfg(all(unix, not(target_os = "macos")))]
const NO_SCREEN: &str = "neither DISPLAY nor WAYLAND_DISPLAY is set; is a screen connected?";

/// The route on this machine.
#[cfg(all(unix, not(target_os = "macos")))]
pub fn opengl_route() -> Route {
    let named = |key| std::env::var_os(key).is_some_and(|value| !value.is_empty());
    let wayland = named("WAYLAND_DISPLAY") || named("WAYLAND_SOCKET");
    route(wayland, named("DISPLAY"), || wayland_sys::client::is_lib_available() && wayland_sys::egl::is_lib_available())
}

/// Elsewhere the window library knows.
#[cfg(not(all(unix, not(target_os = "macos"))))]
pub fn opengl_route() -> Route {
    Route::Usual
}

#[cfg(all(unix, not(target_os = "macos")))]
fn route(wayland: bool, x11: bool, libraries: impl FnOnce() -> bool) -> Route {
    match (wayland, x11) {
        (false, false) => Route::Closed(NO_SCREEN),
        (true, _) if libraries() => Route::Usual,
        (true, false) => Route::Closed(NO_LIBRARY),
        (true, true) => Route::X11,
        (false, true) => Route::Usual,
    }
}

#[cfg(all(test, unix, not(target_os = "macos")))]
mod tests {
    use super::*;

    #[test]
    fn without_wayland_s_part_of_opengl_the_window_goes_over_x11_or_says_what_is_missing() {
        assert_eq!(route(true, true, || true), Route::Usual);
        assert_eq!(route(true, true, || false), Route::X11);
        assert_eq!(route(true, false, || false), Route::Closed(NO_LIBRARY));
        assert_eq!(route(false, true, || unreachable!()), Route::Usual);
        assert_eq!(route(false, false, || unreachable!()), Route::Closed(NO_SCREEN));
    }
}

//! The class of the window under X11, by which a desktop finds the program's icon and groups its windows. The window library
//! writes an empty instance, in its own time, so both parts are written here once it is done: with the first frame.

use eframe::Frame;

/// Name of the program for the desktop: class and instance of the window, name of its icon and of its folder.
pub const CLASS: &str = "gutskin";

/// Names class and instance. Where there is no X11 there is nothing to name.
#[cfg(all(unix, not(target_os = "macos")))]
pub fn name_class(frame: &Frame) {
    use raw_window_handle::{HasWindowHandle, RawWindowHandle};
    let window = match frame.window_handle().map(|handle| handle.as_raw()) {
        Ok(RawWindowHandle::Xlib(handle)) => u32::try_from(handle.window).ok(),
        Ok(RawWindowHandle::Xcb(handle)) => Some(handle.window.get()),
        _ => None,
    };
    if let Some(window) = window
        && let Err(error) = write(window)
    {
        log::warn!("the window has no class: {error}");
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
fn write(window: u32) -> Result<(), Box<dyn std::error::Error>> {
    use x11rb::protocol::xproto::{AtomEnum, PropMode};
    use x11rb::wrapper::ConnectionExt;
    let (connection, _) = x11rb::connect(None)?;
    let class = format!("{CLASS}\0{CLASS}\0");
    connection.change_property8(PropMode::REPLACE, window, AtomEnum::WM_CLASS, AtomEnum::STRING, class.as_bytes())?;
    connection.sync()?;
    Ok(())
}

/// Elsewhere windows have no class.
#[cfg(not(all(unix, not(target_os = "macos"))))]
pub fn name_class(_frame: &Frame) {}

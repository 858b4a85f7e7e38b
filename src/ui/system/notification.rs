//! A message of the desktop, by the interface `org.freedesktop.Notifications`
//! (<https://specifications.freedesktop.org/notification-spec/latest/>). It may stand on a locked screen, so whoever sends one
//! says nothing of anybody's skin or gut.

/// Whether a desktop of this kind of system can be given a message.
pub const CAN_NOTIFY: bool = cfg!(all(unix, not(target_os = "macos")));

/// Hands a message to the desktop, from a thread of its own: a bus that does not answer holds up nothing. Where there is no
/// desktop that takes messages, none is shown.
pub fn notify(words: &'static str) {
    #[cfg(all(unix, not(target_os = "macos")))]
    {
        let send = move || {
            if let Err(error) = bus::send(words) {
                log::debug!("the desktop takes no message: {error}");
            }
        };
        std::thread::Builder::new().name("notification".to_owned()).spawn(send).ok();
    }
    #[cfg(not(all(unix, not(target_os = "macos"))))]
    let _ = words;
}

#[cfg(all(unix, not(target_os = "macos")))]
mod bus {
    use std::collections::HashMap;

    use zbus::blocking::{Connection, Proxy};
    use zbus::zvariant::Value;

    use crate::ui::system::CLASS;

    /// Milliseconds for which it is shown; -1 leaves that to the desktop.
    const AS_USUAL: i32 = -1;

    pub fn send(words: &str) -> zbus::Result<()> {
        let bus = Connection::session()?;
        let service = "org.freedesktop.Notifications";
        let proxy = Proxy::new(&bus, service, "/org/freedesktop/Notifications", service)?;
        let (actions, hints): (Vec<&str>, HashMap<&str, Value<'_>>) = (Vec::new(), HashMap::new());
        let _: u32 = proxy.call("Notify", &("Gutskin", 0_u32, CLASS, "Gutskin", words, actions, hints, AS_USUAL))?;
        Ok(())
    }
}

//! Work of a library that is known to panic on some machines (no fonts, no Wayland part of OpenGL): it is stopped here and
//! becomes a sentence, so that the program goes on or says what is missing.

use std::any::Any;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

/// Threads of libraries whose panics reach the guarded call as well; they are named once, not twice.
const THEIR_THREADS: &[&str] = &["egui_system_font_provider"];

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
    static PLACE: Cell<Option<String>> = const { Cell::new(None) };
}

/// Runs work that may panic, without the report of the panic on stderr.
///
/// # Errors
/// What the panic said, and where.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = take_hook();
        set_hook(Box::new(move |panic| {
            let theirs = std::thread::current().name().is_some_and(|name| THEIR_THREADS.contains(&name));
            if GUARDED.get() {
                PLACE.set(panic.location().map(|at| format!("{}:{}", file_name(at.file()), at.line())));
            } else if !theirs {
                usual(panic);
            }
        }));
    });
    let outer = GUARDED.replace(true);
    let done = catch_unwind(AssertUnwindSafe(work));
    GUARDED.set(outer);
    done.map_err(|panic| said(panic.as_ref()))
}

fn said(panic: &(dyn Any + Send)) -> String {
    let words = panic.downcast_ref::<&str>().map(ToString::to_string).or_else(|| panic.downcast_ref().cloned());
    let words = words.unwrap_or_else(|| "a library stopped without a word".to_owned());
    PLACE.take().map_or(words.clone(), |place| format!("{words} at {place}"))
}

fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_its_words_and_the_next_call_works() {
        let stopped = guarded(|| -> u8 { panic!("no font is installed") }).unwrap_err();
        assert!(stopped.starts_with("no font is installed at guard.rs:"), "{stopped}");
        let count = 3;
        let stopped = guarded(|| -> u8 { panic!("{count} screens") }).unwrap_err();
        assert!(stopped.starts_with("3 screens at guard.rs:"), "{stopped}");
        assert_eq!(guarded(|| 7), Ok(7));
    }
}

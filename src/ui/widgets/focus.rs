//! What the keyboard is on stays in sight: whatever gets the focus by keyboard is scrolled into view.

use eframe::egui::{Context, Id, Memory, ScrollArea, Ui};

/// Where the id that had the focus at the end of the last frame is kept.
fn kept() -> Id {
    Id::unique("focus of the last frame")
}

/// Shows a scroll area that follows the keyboard.
pub fn scrolled<R>(ui: &mut Ui, area: ScrollArea, add: impl FnOnce(&mut Ui) -> R) -> R {
    area.show(ui, |ui| followed(ui, add)).inner
}

/// Shows what stands in a scroll area. When the keyboard has gone to something in it, that is scrolled into view. A press of the
/// pointer scrolls nothing: what is under the pointer stays there.
pub fn followed<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let layer = ui.layer_id();
    let before = ui.ctx().viewport(|viewport| viewport.this_pass.widgets.get_layer(layer).count());
    let inner = add(ui);
    if let Some(id) = moved_to(ui.ctx()) {
        let rect = ui.ctx().viewport(|viewport| {
            let widgets = &viewport.this_pass.widgets;
            let here = widgets.order(id).is_some_and(|(its, index)| its == layer && index >= before);
            widgets.get(id).filter(|_| here).map(|widget| widget.rect)
        });
        if let Some(rect) = rect {
            ui.scroll_to_rect(rect, None);
        }
    }
    inner
}

/// What the keyboard is on, if that is new and not the pointer's doing.
#[expect(clippy::disallowed_methods, reason = "every field is followed, and none of them knows of it")]
fn moved_to(ctx: &Context) -> Option<Id> {
    let now = ctx.memory(Memory::focused)?;
    let last = ctx.data(|data| data.get_temp::<Id>(kept()));
    let by_pointer = ctx.input(|input| input.pointer.any_down() || input.pointer.any_released());
    (last != Some(now) && !by_pointer).then_some(now)
}

/// Remembers what the keyboard is on, after everything was shown.
#[expect(clippy::disallowed_methods, reason = "every field is followed, and none of them knows of it")]
pub fn remember(ctx: &Context) {
    let focused = ctx.memory(Memory::focused);
    ctx.data_mut(|data| match focused {
        Some(id) => drop(data.insert_temp(kept(), id)),
        None => data.remove::<Id>(kept()),
    });
}

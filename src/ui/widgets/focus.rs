//! What the keyboard is on stays in sight: whatever gets the focus by keyboard is scrolled into view.

use eframe::egui::{Context, Event, Id, Key, Memory, ScrollArea, Ui};

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

/// Where the rows of the forms are kept while they are drawn.
fn kept_rows() -> Id {
    Id::unique("rows of the forms")
}

/// A stop of the keyboard among the rows of the forms.
#[derive(Clone, Copy)]
struct Stop {
    id: Id,
    /// Whether Enter belongs to it, as in a field of several lines.
    keeps_enter: bool,
}

/// Shows rows through which Enter leads, one after the other, and Shift+Enter back: links and signs between them are passed over.
/// With `is_offered` the first of them takes the keyboard, unless it is on something else that is still there.
pub fn rows<R>(ui: &mut Ui, is_offered: bool, add: impl FnOnce(&mut Ui) -> R) -> R {
    let from = ui.memory(Memory::focused);
    let way = ui.input(|input| input.events.iter().find_map(way_of));
    keep_rows(ui.ctx(), Some(Vec::new()));
    let inner = add(ui);
    let stops = keep_rows(ui.ctx(), None).unwrap_or_default();
    let place = from.and_then(|from| stops.iter().position(|stop| stop.id == from));
    let before = rows_before(ui.ctx(), &stops);
    let was_a_row = place.is_none() && before.iter().any(|stop| Some(stop.id) == from);
    let next = match (way, place) {
        (Some(way), Some(place)) if way == Way::Back || stops.get(place).is_some_and(|stop| !stop.keeps_enter) => {
            if way == Way::Back { place.checked_sub(1) } else { place.checked_add(1) }
        }
        _ if is_offered && (was_a_row || !is_on_something(ui.ctx())) => Some(0),
        _ => None,
    };
    if let Some(stop) = next.and_then(|next| stops.get(next)) {
        ui.memory_mut(|memory| memory.request_focus(stop.id));
    }
    inner
}

/// The rows of the frame before, in whose place these are kept: those of another day are gone, and what was on them moves on.
#[expect(clippy::disallowed_methods, reason = "one list of rows, and the rows of the frame before")]
fn rows_before(ctx: &Context, stops: &[Stop]) -> Vec<Stop> {
    let id = kept_rows().with("before");
    ctx.data_mut(|data| {
        let before = data.get_temp(id).unwrap_or_default();
        data.insert_temp(id, stops.to_vec());
        before
    })
}

/// Names a row of the forms, where rows are being shown.
pub fn row(ctx: &Context, id: Id) {
    add_stop(ctx, Stop { id, keeps_enter: false });
}

/// Names a field among the rows to which Enter leads, and to which it then belongs.
pub fn field_of_lines(ctx: &Context, id: Id) {
    add_stop(ctx, Stop { id, keeps_enter: true });
}

#[expect(clippy::disallowed_methods, reason = "every row is a stop, and none of them knows of the others")]
fn add_stop(ctx: &Context, stop: Stop) {
    ctx.data_mut(|data| {
        if let Some(mut stops) = data.get_temp::<Vec<Stop>>(kept_rows()) {
            stops.push(stop);
            data.insert_temp(kept_rows(), stops);
        }
    });
}

/// Puts a list in the place of the one that is kept, which it gives.
#[expect(clippy::disallowed_methods, reason = "every row is a stop, and none of them knows of the others")]
fn keep_rows(ctx: &Context, stops: Option<Vec<Stop>>) -> Option<Vec<Stop>> {
    ctx.data_mut(|data| {
        let before = data.get_temp(kept_rows());
        match stops {
            Some(stops) => drop(data.insert_temp(kept_rows(), stops)),
            None => data.remove::<Vec<Stop>>(kept_rows()),
        }
        before
    })
}

/// Where Enter leads.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    On,
    Back,
}

fn way_of(event: &Event) -> Option<Way> {
    match event {
        Event::Key { key: Key::Enter, pressed: true, modifiers, .. } if !modifiers.command && !modifiers.alt => {
            Some(if modifiers.shift { Way::Back } else { Way::On })
        }
        _ => None,
    }
}

/// Whether the keyboard is on something that was drawn lately.
fn is_on_something(ctx: &Context) -> bool {
    let Some(id) = ctx.memory(Memory::focused) else { return false };
    ctx.viewport(|viewport| viewport.this_pass.widgets.contains(id) || viewport.prev_pass.widgets.contains(id))
}

//! The banner of what must be said before anything else: across the whole window, directly below the menu bar. No fold, width,
//! view or dialog hides it, and what it needs it takes from the content. Shape and words carry the level; colour repeats it.

mod flag_line;
mod sign;

use eframe::egui::{Context, Frame, Id, Margin, Panel, Rect, Stroke, Ui};

pub use self::flag_line::quiets_for_a_doctor;
use self::flag_line::{FlagLine, Rows};
pub use self::sign::sign_ui;
use crate::evidence::safety::{Flag, Level, Seen};
use crate::ui::command::{DialogRequest, UiCommands};
use crate::ui::theme::{Palette, space};
use crate::workspace::Workspace;

/// Below this height of the window only one flag is shown whole.
const LOW: f32 = 560.0;
/// Flags that are shown whole in a window of usual height, of those that take the height they need.
const MOST_WHOLE: usize = 4;
/// Other flags that are shown before the rest is counted, in a window of usual height and in a low one.
const MOST_OTHERS: (usize, usize) = (2, 1);

/// What the banner remembers from frame to frame. Nothing of it is written anywhere.
#[derive(Default)]
pub struct Banner {
    /// Its first control, for the keyboard.
    first: Option<Id>,
    /// Where it stands; nothing while there is nothing to say.
    rect: Option<Rect>,
    /// What it says that cannot wait, to be said again by a dialog that has no room below it.
    urgent: Vec<String>,
    /// Rules whose crisis screen was opened.
    opened: Vec<String>,
}

/// Whether a flag takes the height it needs.
fn is_whole(level: Level) -> bool {
    matches!(level, Level::Emergency | Level::SupportNow)
}

/// Whether a screen reader is interrupted for it, and a dialog without room repeats it.
pub fn is_urgent(level: Level) -> bool {
    level <= Level::Today
}

/// What stands above a flag: what to do, with the person's own number where it is the number to call.
pub fn heading(flag: &Flag, workspace: &Workspace) -> String {
    let number = workspace.diary().profile().help_lines.emergency_number.as_ref();
    match number.filter(|_| flag.level == Level::Emergency && !flag.crisis) {
        Some(number) => format!("{}: {number}", flag.level.words()),
        None => flag.level.words().to_owned(),
    }
}

/// What a flag says: its beginning, which stands out, and the rest. A flag of the crisis screen begins with its own words; what to
/// do stands in them.
fn spoken(flag: &Flag, workspace: &Workspace) -> (String, String) {
    match flag.words.split_once(". ").filter(|_| flag.crisis) {
        Some((first, rest)) => (first.to_owned(), format!(". {rest}")),
        None => (heading(flag, workspace), format!(". {}", flag.words)),
    }
}

impl Banner {
    /// Shows what is raised, under what was drawn before.
    pub fn ui(&mut self, ui: &mut Ui, workspace: &Workspace, commands: &mut UiCommands) {
        (self.first, self.rect) = (None, None);
        self.urgent.clear();
        let flags = workspace.flags();
        let shown: Vec<&Flag> = flags.iter().filter(|flag| flag.level != Level::Know).collect();
        let Some(worst) = shown.iter().map(|flag| flag.level).min() else { return };
        let said = shown.iter().filter(|flag| is_urgent(flag.level));
        self.urgent = said.map(|flag| paragraph(flag, workspace)).collect();
        let low = ui.ctx().content_rect().height() < LOW;
        let (lines, more) = lines(&shown, low);
        let palette = Palette::of(ui);
        let color = if is_urgent(worst) { palette.danger } else { palette.attention };
        let frame = Frame::new()
            .fill(palette.card)
            .stroke(Stroke::new(2.0, color))
            .inner_margin(Margin::symmetric(12, if low { 4 } else { 8 }));
        let panel = Panel::top("warnings").frame(frame).resizable(false);
        let response = panel.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::TIGHT;
            for (flag, rows) in lines {
                let line = FlagLine { flag, rows, workspace };
                let first = ui.push_id(&flag.id, |ui| line.ui(ui, commands)).inner;
                self.first = self.first.or(Some(first));
            }
            if more > 0 && ui.link(format!("and {more} more")).clicked() {
                commands.open(DialogRequest::Warnings(None));
            }
        });
        self.rect = Some(response.response.rect);
    }

    /// Whether there is anything to say.
    pub fn is_there(&self) -> bool {
        self.first.is_some()
    }

    /// Leads the keyboard to it.
    pub fn focus(&self, ctx: &Context) {
        if let Some(first) = self.first {
            ctx.memory_mut(|memory| memory.request_focus(first));
        }
    }

    /// Where it ends at the bottom.
    pub fn bottom(&self) -> Option<f32> {
        self.rect.map(|rect| rect.bottom())
    }

    /// What cannot wait.
    pub fn urgent(&self) -> &[String] {
        &self.urgent
    }

    /// Whether a crisis screen is to be opened by itself: once for a rule that is an emergency.
    pub fn opens_crisis(&mut self, workspace: &Workspace) -> bool {
        let flags = workspace.flags();
        let crises = flags.iter().filter(|flag| flag.crisis && flag.level == Level::Emergency);
        let raised: Vec<String> = crises.map(|flag| flag.id.clone()).collect();
        // A tick that was taken back and comes again opens it again.
        self.opened.retain(|rule| raised.contains(rule));
        let is_new = raised.iter().any(|rule| !self.opened.contains(rule));
        self.opened = raised;
        is_new
    }

    /// Forgets what was opened, because another diary lies in the window.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}

/// A flag in one paragraph, as a screen reader says it.
fn paragraph(flag: &Flag, workspace: &Workspace) -> String {
    let (heading, words) = spoken(flag, workspace);
    heading + &words
}

/// Which flags are shown in how many rows, and how many others there are. What takes its height stands first; of the others those
/// that nobody has seen yet.
fn lines<'a>(flags: &[&'a Flag], low: bool) -> (Vec<(&'a Flag, Rows)>, usize) {
    let (whole, mut others): (Vec<&Flag>, Vec<&Flag>) = flags.iter().partition(|flag| is_whole(flag.level));
    others.sort_by_key(|flag| flag.seen == Seen::Folded);
    let most_whole = if low { 1 } else { MOST_WHOLE };
    let most_others = if low { MOST_OTHERS.1 } else { MOST_OTHERS.0 };
    let most_others = if low && !whole.is_empty() { 0 } else { most_others };
    let rows = |index: usize, flag: &Flag| match flag.seen {
        Seen::Full if !is_whole(flag.level) => Rows::Two,
        Seen::Full if index < most_whole => Rows::All,
        Seen::Full | Seen::Folded => Rows::One,
    };
    let more = others.len().saturating_sub(most_others);
    let shown = whole.into_iter().enumerate().map(|(index, flag)| (flag, rows(index, flag)));
    let beside = others.into_iter().take(most_others).map(|flag| (flag, rows(0, flag)));
    (shown.chain(beside).collect(), more)
}

//! The list of the library: typed into, narrowed by condition, idea and certainty.

use eframe::egui::{RichText, ScrollArea, TextEdit, Ui};

use crate::evidence::browse::{CardQuery, CertaintyFor, Listed, find};
use crate::evidence::card::{Certainty, For, SeedRow};
use crate::evidence::gate::Part;
use crate::evidence::situation::Person;
use crate::evidence::wording;
use crate::model::time::Day;
use crate::ui::ideas::chips::chips_ui;
use crate::ui::ideas::silence::trials_are_silent;
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::widgets::{self, card, choice, focus};
use crate::workspace::Workspace;

/// Conditions to narrow by, with their names.
const CONDITIONS: [(For, &str); 5] = [
    (For::Acne, "For acne"),
    (For::Rosacea, "For rosacea"),
    (For::AtopicDermatitis, "For eczema"),
    (For::Psoriasis, "For psoriasis"),
    (For::General, "For anyone"),
];
/// Degrees of certainty to narrow by, the best supported first.
const CERTAINTIES: [Certainty; 7] = [
    Certainty::High,
    Certainty::Moderate,
    Certainty::Low,
    Certainty::VeryLow,
    Certainty::Contested,
    Certainty::NoEffect,
    Certainty::None,
];

/// What the list was made from.
#[derive(Clone, PartialEq)]
struct Question {
    of: (u64, Day),
    query: CardQuery,
}

/// The list and what is looked for.
#[derive(Default)]
pub(super) struct CardList {
    query: CardQuery,
    answered: Option<Question>,
    /// All cards that are open to this person.
    all: Vec<Listed>,
    found: Vec<Listed>,
}

impl CardList {
    /// Looks the cards up again if the diary, the day or the question has changed.
    pub(super) fn refresh(&mut self, workspace: &Workspace) {
        let question = Question { of: (workspace.revision(), workspace.today()), query: self.query.clone() };
        if self.answered.as_ref() == Some(&question) {
            return;
        }
        let person = Person::on(workspace.diary(), workspace.today());
        if self.answered.as_ref().is_none_or(|before| before.of != question.of) {
            self.all = find(&person, trials_are_silent(workspace), &CardQuery::default());
        }
        self.found = self.all.iter().filter(|listed| listed.fits(&self.query)).cloned().collect();
        self.answered = Some(question);
    }

    /// A card that is open to this person, whatever is looked for.
    pub(super) fn any(&self, id: &str) -> Option<&Listed> {
        self.all.iter().find(|listed| listed.card.id == id)
    }

    /// Shows what is looked for and what was found; gives the card that was opened.
    pub(super) fn ui(&mut self, ui: &mut Ui) -> Option<String> {
        ui.label(RichText::new(super::VIEW.title).font(strong_font(size::VIEW)));
        widgets::quiet_ui(ui, "What studies found, what they did not, and what is often claimed. Not medical advice.");
        ui.add_space(space::TIGHT);
        self.query_ui(ui);
        let (found, all) = (self.found.len(), self.all.len());
        let words = match found {
            0 => "No card is left. Try a plainer word, or another filter.".to_owned(),
            _ if found == all => format!("{all} cards"),
            _ => format!("{found} of {all} cards"),
        };
        ui.label(RichText::new(words).size(size::CAPTION).color(Palette::of(ui).quiet));
        let mut opened = None;
        let area = ScrollArea::vertical().id_salt("evidence").auto_shrink(false);
        focus::scrolled(ui, area, |ui| {
            ui.set_max_width(ui.available_width() - space::ROW);
            ui.spacing_mut().item_spacing.y = space::ROW;
            for listed in &self.found {
                if row_ui(ui, listed) {
                    opened = Some(listed.card.id.clone());
                }
            }
        });
        opened
    }

    fn query_ui(&mut self, ui: &mut Ui) {
        let field = TextEdit::singleline(&mut self.query.text)
            .hint_text("Find in the evidence, for example: zinc, or leaky gut")
            .desired_width(f32::INFINITY);
        ui.add(field).accessible_name("Find in the evidence");
        ui.horizontal_wrapped(|ui| {
            let mut conditions = vec![(None, "For whoever".to_owned())];
            conditions.extend(CONDITIONS.map(|(who, words)| (Some(who), words.to_owned())));
            if let Some(condition) = choice::choice_ui(ui, "Condition", self.query.condition, &conditions) {
                self.query.condition = condition;
            }
            let mut ideas = vec![(None, "Every idea".to_owned())];
            ideas.extend(SeedRow::ALL.map(|idea| (Some(idea), idea.label().to_owned())));
            if let Some(idea) = choice::choice_ui(ui, "Idea", self.query.idea, &ideas) {
                self.query.idea = idea;
            }
            let mut degrees = vec![(None, "However certain".to_owned())];
            let named = |heading: &str, certainty| format!("{heading}: {}", wording::certainty(certainty));
            degrees.extend(CERTAINTIES.map(|it| (Some(CertaintyFor::Skin(it)), named(wording::FOR_SKIN, it))));
            degrees.extend(CERTAINTIES.map(|it| (Some(CertaintyFor::Health(it)), named(wording::FOR_HEALTH, it))));
            if let Some(certainty) = choice::choice_ui(ui, "Certainty", self.query.certainty, &degrees) {
                self.query.certainty = certainty;
            }
            if self.query != CardQuery::default() && ui.link("show all").clicked() {
                self.query = CardQuery::default();
            }
        });
    }
}

/// One card of the list: its name, what it says in a sentence, how certain for skin and for health. Gives whether it was opened.
fn row_ui(ui: &mut Ui, listed: &Listed) -> bool {
    let mut opened = false;
    ui.push_id(&listed.card.id, |ui| {
        card::plain_ui(ui, |ui| {
            let name = listed.name();
            let title = RichText::new(&name).font(strong_font(size::BODY)).color(Palette::of(ui).text);
            opened = ui.link(title).accessible_name(&name).on_hover_text("All there is to read of it").clicked();
            if let Some(say) = listed.shown.say() {
                ui.label(say);
            }
            if listed.shown.has(Part::Plain) {
                ui.label(&listed.card.plain);
            }
            if listed.shown.has(Part::Chips) {
                chips_ui(ui, listed.card);
            }
        });
    });
    opened
}

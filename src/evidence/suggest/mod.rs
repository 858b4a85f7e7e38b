//! What is suggested on a day: ideas under their headings, what is often claimed, what stands beside courses, what is silent and why,
//! and what is missing. A pure function of the diary, its findings, its red flags and the day.

mod beside_course;
mod claimed;
mod idea;
mod own_diary;
mod rank;
mod running;
mod silence;

pub use beside_course::{BesideCourse, beside};
pub use claimed::Claimed;
pub use idea::{Idea, Offer, Tried};
pub use own_diary::OwnDiary;
pub use running::Running;
pub use silence::{By, Silence, Silenced};

use super::card::{Card, ShowWhen, Tip};
use super::distance::Distance;
use super::gate::{self, Part, Surface};
use super::library;
use super::measure::{Measure, NEEDED_DAYS, Reading, TooLittle, WINDOW_DAYS};
use super::safety::Flag;
use super::situation::Person;
use crate::analysis::insights::Insights;
use crate::columns::DayTable;
use crate::model::decision::Choice;
use crate::model::diary::Diary;
use crate::model::time::Day;

/// The most tips shown at once.
pub const MOST_IDEAS: usize = 3;

/// Everything the suggestion pane shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Advice {
    /// Ideas for safety: they stand directly below the red flags, however many there are.
    pub safety: Vec<Idea>,
    /// At most [`MOST_IDEAS`] tips for skin and for health, best first, at most one about a factor.
    pub ideas: Vec<Idea>,
    /// Tips that would stand there too if there were room.
    pub waiting: Vec<Idea>,
    /// The change that is being tried, if there is one.
    pub running: Option<Running>,
    /// Often claimed; those that fit what is logged first.
    pub claimed: Vec<Claimed>,
    /// Cards beside courses.
    pub beside_courses: Vec<BesideCourse>,
    /// Tips that would stand now, but for something that silences them.
    pub silenced: Vec<Silenced>,
    /// What is missing.
    pub missing: Vec<TooLittle>,
    /// How many ideas the person put aside.
    pub turned_down: usize,
    /// Days with any entry among the last 14.
    pub logged_days: usize,
    /// Whether ideas about eating and drinking are silent because of a red flag.
    pub diet_is_silenced: bool,
}

impl Advice {
    /// Whether the best advice is to change nothing: enough is logged, and nothing of it is far from its aim.
    pub fn is_nothing_now(&self) -> bool {
        self.logged_days >= NEEDED_DAYS
            && self.ideas.is_empty()
            && self.safety.is_empty()
            && self.silenced.iter().all(|silenced| silenced.by == By::TurnedDown)
    }
}

/// What advice is worked out from.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// The diary.
    pub diary: &'a Diary,
    /// Its days as numbers.
    pub table: &'a DayTable,
    /// What the analysis found, if it was asked.
    pub insights: Option<&'a Insights>,
    /// The red flags of the day.
    pub flags: &'a [Flag],
    /// The day.
    pub today: Day,
}

/// Chooses what is suggested.
pub fn advise(ground: Ground<'_>) -> Advice {
    let Ground { diary, table, today, .. } = ground;
    let person = Person::on(diary, today);
    let silence = Silence::by(ground.flags);
    let logged_days = diary.day_records_between(today.plus(1 - WINDOW_DAYS), today).count();
    let running = Running::find(diary, today);
    let mut advice = Advice {
        beside_courses: beside_course::all(diary, &person, silence.trials.is_some(), running.as_ref()),
        running,
        turned_down: turned_down(diary).count(),
        logged_days,
        diet_is_silenced: silence.eating.is_some(),
        ..Advice::default()
    };
    if silence.everything.is_some() {
        advice.beside_courses.clear();
    }
    if logged_days < NEEDED_DAYS {
        advice.missing.push(TooLittle {
            column: String::new(),
            label: "Days with any entry".to_owned(),
            answered: logged_days,
            needed: NEEDED_DAYS,
            window_days: usize::try_from(WINDOW_DAYS).unwrap_or_default(),
        });
        return advice;
    }
    let measure = Measure { diary, table, person: &person };
    let chooser = Chooser { ground, person: &person, measure, silence: &silence };
    let cards = library::cards().iter().filter(|card| card.is_for(diary.profile()));
    for card in cards {
        chooser.look_at(card, &mut advice);
    }
    advice.safety.sort_by_key(rank::key);
    let (ideas, waiting) = rank::choose(std::mem::take(&mut advice.ideas));
    (advice.ideas, advice.waiting) = (ideas, waiting);
    if silence.everything.is_none() {
        advice.claimed = claimed::all(&chooser, &advice.ideas);
    }
    advice
}

/// Ids of the cards the person turned down.
fn turned_down(diary: &Diary) -> impl Iterator<Item = &str> {
    let hidden = diary.settings().hidden_cards.iter().map(|hidden| hidden.card.as_str());
    let decided = diary.decisions().filter_map(|decision| match &decision.choice {
        Choice::NotForMe { card, .. } => Some(card.as_str()),
        _ => None,
    });
    hidden.chain(decided.filter(|card| !diary.settings().hides(card)))
}

/// What looks at each card.
pub(super) struct Chooser<'a> {
    ground: Ground<'a>,
    person: &'a Person<'a>,
    measure: Measure<'a>,
    silence: &'a Silence,
}

/// What makes a card worth a tip now.
enum Reason {
    Number(Distance),
    Flag(String),
}

impl Chooser<'_> {
    fn look_at(&self, card: &'static Card, advice: &mut Advice) {
        if !card.may_be_a_tip() || !gate::is_listed(card, self.person) {
            return;
        }
        let Some(reason) = self.reason(card, &mut advice.missing) else { return };
        if let Some(by) = self.silenced_by(card) {
            advice.silenced.push(Silenced { card, by });
            return;
        }
        let idea = self.idea(card, reason, advice.running.as_ref());
        if card.tip == Tip::ForSafety { advice.safety.push(idea) } else { advice.ideas.push(idea) }
    }

    /// Why a card is a tip now; notes what is missing to say so.
    fn reason(&self, card: &Card, missing: &mut Vec<TooLittle>) -> Option<Reason> {
        let reading = self.measure.read(&card.aim);
        if let Reading::TooLittle(too_little) = &reading
            && card.show_when.contains(&ShowWhen::FarFromAim)
            && !missing.contains(too_little)
        {
            missing.push(too_little.clone());
        }
        card.show_when.iter().find_map(|way| match way {
            ShowWhen::FarFromAim => match &reading {
                Reading::Far(distance) => Some(Reason::Number(distance.clone())),
                _ => None,
            },
            ShowWhen::Reading { column, stat, at_least, window_days, needed_days } if reading != Reading::Met => {
                let found = self.measure.triggered(column, *stat, *at_least, (*window_days, *needed_days));
                found.map(Reason::Number)
            }
            ShowWhen::RedFlag(rule) => self.silence.words_of(rule).map(|words| Reason::Flag(words.to_owned())),
            _ => None,
        })
    }

    /// What keeps a card from being a tip, the most urgent first.
    fn silenced_by(&self, card: &Card) -> Option<By> {
        if let Some(by) = self.silence.of_tip(card) {
            return Some(by.clone());
        }
        if !gate::is_old_enough(card, self.person) {
            return Some(By::Age);
        }
        if gate::shown(card, self.person, Surface::Tip, false).is_nothing() {
            return Some(By::Gate);
        }
        let turned_down = card.tip != Tip::ForSafety && turned_down(self.ground.diary).any(|id| id == card.id);
        turned_down.then_some(By::TurnedDown)
    }

    fn idea(&self, card: &'static Card, reason: Reason, running: Option<&Running>) -> Idea {
        let silent = self.silence.trials.is_some();
        let shown = gate::shown(card, self.person, Surface::Tip, silent);
        let (distance, why_now) = match reason {
            Reason::Number(distance) if shown.has(Part::Aim) => (Some(distance.clone()), distance.why()),
            Reason::Number(distance) => (Some(distance.clone()), distance.why_without_amounts()),
            Reason::Flag(words) => (None, words),
        };
        Idea {
            card,
            distance,
            why_now,
            shown,
            offer: Offer::from(card, self.person, silent, running),
            own: OwnDiary::about(card, self.ground.table, self.ground.insights),
            tried: Tried::find(card, self.ground.diary, self.ground.today),
        }
    }
}

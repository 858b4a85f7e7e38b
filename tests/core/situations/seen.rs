//! What somebody sees of ideas, and what can be expected of it: a word for each thing that a row of the page says.

use gutskin::columns::tabulate;
use gutskin::evidence::card::{Card, Strictness};
use gutskin::evidence::gate::{self, Part, Surface};
use gutskin::evidence::leave_out;
use gutskin::evidence::library::card;
use gutskin::evidence::related::{Agreement, Pair, Related, related};
use gutskin::evidence::situation::Person;
use gutskin::evidence::suggest::{Advice, BesideCourse, Ground, Idea, Offer, advise};
use gutskin::evidence::wording::Chip;
use gutskin::model::diary::Diary;
use gutskin::model::profile::Condition;

use super::someone::Someone;
use crate::commands::today;

/// Everything that is shown to somebody.
pub struct Seen {
    pub diary: Diary,
    pub advice: Advice,
}

impl Seen {
    pub fn by(who: &Someone) -> Self {
        let diary = who.diary();
        let table = tabulate(&diary);
        let flags = who.flags();
        let advice = advise(Ground { diary: &diary, table: &table, insights: None, flags: &flags, today: today() });
        Self { diary, advice }
    }

    pub fn person(&self) -> Person<'_> {
        Person::on(&self.diary, today())
    }

    pub fn tips(&self) -> impl Iterator<Item = &Idea> {
        self.advice.safety.iter().chain(&self.advice.ideas).chain(&self.advice.waiting)
    }

    pub fn tip(&self, id: &str) -> Option<&Idea> {
        self.tips().find(|idea| idea.card.id == id)
    }

    pub fn beside(&self, id: &str) -> Option<&BesideCourse> {
        self.advice.beside_courses.iter().find(|beside| beside.card.id == id)
    }

    pub fn strictness(&self, id: &str) -> Option<Strictness> {
        gate::access(known(id), &self.person()).strictness()
    }

    pub fn finding(&self, id: &str, factor: &str, outcome: &str) -> Option<Related> {
        let table = tabulate(&self.diary);
        let pair = Pair { factor, outcome, effect: 1.0, lags: (1, 2) };
        related(&table, &self.person(), pair, false).into_iter().find(|related| related.card.id == id)
    }
}

pub fn known(id: &str) -> &'static Card {
    card(id).unwrap_or_else(|| panic!("no card {id}"))
}

/// What is expected, and held against what somebody sees.
#[derive(Clone, Copy)]
pub enum See {
    /// It is among the eligible tips.
    Tip(&'static str),
    /// It is a tip without a number and without a trial.
    TipWithoutNumber(&'static str),
    /// It is a tip that can be tried.
    Trial(&'static str),
    /// It is a tip under a heading that begins so.
    Under(&'static str, &'static str),
    /// It is no tip, and no change is offered from it.
    Not(&'static str),
    /// It is closed: what is to be said or asked stands in its place, and there is no aim, no tip and no trial.
    Say(&'static str),
    /// The same, with neither title nor chips: it is hidden.
    Hidden(&'static str),
    /// It stands nowhere.
    Nowhere(&'static str),
    /// It stands beside a course, open.
    Beside(&'static str),
    /// It stands beside a course, and what is to be said leads.
    BesideSay(&'static str),
    /// The first stands beside a course before the second.
    BesideInOrder(&'static str, &'static str),
    /// It stands beside no course.
    NotBeside(&'static str),
    /// A change is offered from it beside its course.
    TrialBeside(&'static str),
    /// It stands among what is often claimed.
    Claimed(&'static str),
    /// It stands first there, since it fits what is logged.
    FitsTheLog(&'static str),
    /// Its chip for the skin says so.
    SkinChip(&'static str, &'static str),
    /// It stands on the arrow, open.
    Arrow(&'static str, &'static str),
    /// Beside a finding about a factor and an outcome: card, factor, outcome, and how they agree; `None`: that is not said.
    Finding(&'static str, &'static str, &'static str, Option<Agreement>),
    /// Beside such a finding there are no chips and no title.
    FindingIsHidden(&'static str, &'static str, &'static str),
    /// Too little is known about this column.
    Missing(&'static str),
    /// Even with nearly everything about food off its aim, nothing about eating and drinking is a tip, and something silences it.
    NoDiet,
    /// No change can be tried.
    NoTrials,
    /// No tip at all, even so.
    NoTips,
    /// No tip, no card, no claim.
    Nothing,
    /// With nearly everything about food off its aim, there are tips about eating, and they can be tried.
    UsualTips,
    /// Only what is missing.
    OnlyMissing,
    /// Nothing is far from its aim, which is said.
    NothingNow,
    /// Leaving a food out is not offered.
    NoLeavingOut,
}

use See::{
    Arrow, Beside, BesideInOrder, BesideSay, Claimed, Finding, FindingIsHidden, FitsTheLog, Hidden, Missing, NoDiet,
    NoLeavingOut, NoTips, NoTrials, Not, NotBeside, Nothing, NothingNow, Nowhere, OnlyMissing, Say, SkinChip, Tip,
    TipWithoutNumber, Trial, TrialBeside, Under, UsualTips,
};

/// Nearly everything that somebody eats and puts on the skin, off its aim.
pub fn off_aim(who: Someone) -> Someone {
    let days = 0..14;
    who.with(Condition::AtopicDermatitis).over(days.clone(), "fibre_g", 4.0).over(days.clone(), "fermented", 0.0).over(
        days,
        "emollient",
        0.0,
    )
}

/// What is not as expected, in words; `None` if it is.
pub fn fault(who: &Someone, see: See) -> Option<String> {
    let seen = Seen::by(who);
    let off = || Seen::by(&off_aim(who.clone()));
    let open = |idea: &Idea| matches!(idea.offer, Offer::Open(_));
    let is_closed = |id| {
        let shown = gate::shown(known(id), &seen.person(), Surface::Library, false);
        shown.say().is_some() && !shown.has(Part::Aim) && !shown.has(Part::Trial) && seen.tip(id).is_none()
    };
    let holds = match see {
        Tip(id) => seen.tip(id).is_some(),
        TipWithoutNumber(id) => seen.tip(id).is_some_and(|idea| !idea.shown.has(Part::Aim) && !open(idea)),
        Trial(id) => seen.tip(id).is_some_and(open),
        Under(id, heading) => seen.tip(id).is_some_and(|idea| idea.heading().starts_with(heading)),
        Not(id) => {
            let offered = seen.advice.beside_courses.iter().any(|it| it.card.id == id && it.offer.is_open());
            seen.tip(id).is_none() && !offered && known(id).id == id
        }
        Say(id) => is_closed(id) && seen.strictness(id) >= Some(Strictness::AskFirst),
        Hidden(id) => is_closed(id) && seen.strictness(id) == Some(Strictness::Hide),
        Nowhere(id) => {
            Surface::ALL.iter().all(|surface| gate::shown(known(id), &seen.person(), *surface, false).is_nothing())
        }
        Beside(id) => seen.beside(id).is_some_and(|it| it.shown.has(Part::Plain) && it.shown.say().is_none()),
        BesideSay(id) => seen.beside(id).is_some_and(|it| it.shown.say().is_some() && !it.offer.is_open()),
        BesideInOrder(first, second) => {
            let place = |id| seen.advice.beside_courses.iter().position(|it| it.card.id == id);
            place(first).is_some() && place(first) < place(second)
        }
        NotBeside(id) => seen.beside(known(id).id.as_str()).is_none(),
        TrialBeside(id) => seen.beside(id).is_some_and(|it| it.offer.is_open()),
        Claimed(id) => seen.advice.claimed.iter().any(|claim| claim.card.id == id),
        FitsTheLog(id) => seen.advice.claimed.first().is_some_and(|it| it.card.id == id && it.fits.is_some()),
        SkinChip(id, words) => Chip::for_skin(known(id)).words().contains(words),
        Arrow(id, arrow) => {
            let shown = gate::shown(known(id), &seen.person(), Surface::AxisArrow, false);
            known(id).arrows().any(|it| it == arrow) && shown.has(Part::Plain) && !shown.has(Part::Aim)
        }
        Finding(id, factor, outcome, agreement) => {
            seen.finding(id, factor, outcome).is_some_and(|it| it.agreement == agreement && it.shown.has(Part::Chips))
        }
        FindingIsHidden(id, factor, outcome) => seen.finding(id, factor, outcome).is_some_and(|it| {
            let gone = [Part::Chips, Part::Title, Part::Plain, Part::Trial, Part::Agreement];
            it.shown.has(Part::StudiesExist)
                && it.shown.say().is_some()
                && it.agreement.is_none()
                && gone.iter().all(|part| !it.shown.has(*part))
        }),
        Missing(column) => seen.advice.missing.iter().any(|it| it.column == column),
        NoDiet => {
            let off = off();
            let silenced = |it: &gutskin::evidence::suggest::Silenced| {
                it.card.is_diet() && matches!(it.by, gutskin::evidence::suggest::By::Flag(_))
            };
            off.tips().all(|idea| !idea.card.is_diet()) && off.advice.silenced.iter().any(silenced)
        }
        NoTrials => !off().tips().any(open),
        NoTips => off().tips().next().is_none() && !off().advice.silenced.is_empty(),
        Nothing => {
            let off = off();
            off.tips().next().is_none() && off.advice.claimed.is_empty() && off.advice.beside_courses.is_empty()
        }
        UsualTips => off().tips().any(|idea| idea.card.is_diet() && open(idea)),
        OnlyMissing => {
            let advice = &seen.advice;
            seen.tips().next().is_none()
                && advice.claimed.is_empty()
                && !advice.missing.is_empty()
                && !advice.is_nothing_now()
        }
        NothingNow => seen.advice.is_nothing_now(),
        NoLeavingOut => !leave_out::against(&seen.diary, &who.flags(), today()).is_empty(),
    };
    (!holds).then(|| {
        let tips: Vec<&str> = seen.tips().map(|idea| idea.card.id.as_str()).collect();
        format!("{} does not hold; tips: {tips:?}", name(see))
    })
}

fn name(see: See) -> String {
    let one = |word: &str, id: &str| format!("{word} {id}");
    match see {
        Tip(id) => one("tip", id),
        TipWithoutNumber(id) => one("tip without number", id),
        Trial(id) => one("trial", id),
        Under(id, heading) => format!("{id} under {heading}"),
        Not(id) => one("not", id),
        Say(id) => one("say of", id),
        Hidden(id) => one("hidden", id),
        Nowhere(id) => one("nowhere", id),
        Beside(id) => one("beside the course", id),
        BesideSay(id) => one("say beside the course", id),
        BesideInOrder(first, second) => format!("{first} before {second}"),
        NotBeside(id) => one("not beside the course", id),
        TrialBeside(id) => one("trial beside the course", id),
        Claimed(id) => one("claimed", id),
        FitsTheLog(id) => one("fits the log", id),
        SkinChip(id, words) => format!("{id} for skin: {words}"),
        Arrow(id, arrow) => format!("{id} on {arrow}"),
        Finding(id, factor, outcome, _) => format!("{id} beside {factor} with {outcome}"),
        FindingIsHidden(id, factor, outcome) => format!("{id} hidden beside {factor} with {outcome}"),
        Missing(column) => one("missing", column),
        NoDiet => "no tips about eating".to_owned(),
        NoTrials => "no trials".to_owned(),
        NoTips => "no tips".to_owned(),
        Nothing => "nothing".to_owned(),
        UsualTips => "usual tips".to_owned(),
        OnlyMissing => "only what is missing".to_owned(),
        NothingNow => "nothing to suggest now".to_owned(),
        NoLeavingOut => "no leaving out".to_owned(),
    }
}

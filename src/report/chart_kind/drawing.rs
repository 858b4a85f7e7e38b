//! From a kind of chart to its figure: what it needs is looked for in the diary, and where that is not there the way out is said.

use std::sync::Arc;

use super::{ChartKind, KindRequest};
use crate::analysis::before_after::{before_after, occasions, words as compared};
use crate::analysis::before_flares::FLARE;
use crate::analysis::heat_map::{self, HeatMap, Summary};
use crate::analysis::insights::behind::behind;
use crate::analysis::insights::{Finding, Insights, kept_back, of_diary};
use crate::analysis::trial::recorded::judge;
use crate::analysis::trial::words as trial_words;
use crate::columns::{Column, DayTable};
use crate::evidence::axis::{self, Associations};
use crate::model::diary::Diary;
use crate::model::text::excerpt;
use crate::model::trial::Trial;
use crate::report::chart::{ChartError, ChartModel, ChartRequest};
use crate::report::exportable_figure::ExportableFigure;
use crate::report::figure::year_calendar::{self, YearCalendar};
use crate::report::figure::{self, body, lag_curve, lag_map, multiples, scatter, step, stool_forms, trial};
use crate::report::{Progress, ReportError};

/// The figure of a kind.
///
/// # Errors
/// [`ReportError::Chart`] with what the diary lacks for it, or [`ReportError::Cancelled`].
pub fn draw(
    diary: &Diary,
    table: &DayTable,
    request: &KindRequest,
    progress: Progress<'_>,
) -> Result<ExportableFigure, ReportError> {
    let source = Source { diary, table, request };
    Ok(match request.kind {
        ChartKind::Series => source.series()?,
        ChartKind::Calendar => source.calendar()?,
        ChartKind::StoolForms => stool_forms::draw(diary, request.period, request.width)?,
        ChartKind::BeforeAfter => source.before_after()?,
        ChartKind::Trial => source.trial()?,
        ChartKind::Body => source.body()?,
        ChartKind::Multiples => source.multiples()?,
        ChartKind::Scatter | ChartKind::LagCurve | ChartKind::LagMap | ChartKind::Axis => {
            let insights = match &request.insights {
                Some(known) => known.clone(),
                None => Arc::new(look(diary, table, request, progress)?),
            };
            let part = table.main_part();
            match request.kind {
                ChartKind::Axis => source.axis(&insights, &part),
                ChartKind::LagMap => source.lag_map(&insights, &part)?,
                _ => source.finding(&insights, &part)?,
            }
        }
    })
}

/// What the diary says, without what a running trial keeps back.
fn look(
    diary: &Diary,
    table: &DayTable,
    request: &KindRequest,
    progress: Progress<'_>,
) -> Result<Insights, ReportError> {
    let mut insights = of_diary(table, progress).ok_or(ReportError::Cancelled)?;
    insights.keep_back(kept_back(diary, request.today));
    Ok(insights)
}

struct Source<'a> {
    diary: &'a Diary,
    table: &'a DayTable,
    request: &'a KindRequest,
}

fn lacking(words: impl Into<String>) -> ChartError {
    ChartError::Lacking(words.into())
}

impl Source<'_> {
    fn model(&self, keys: &[String]) -> Result<ChartModel, ChartError> {
        let (first, last) = self.request.period;
        let styles = self.request.styles.clone();
        let request = ChartRequest { styles, ..ChartRequest::new(keys, first, last, self.request.today) };
        ChartModel::new(self.diary, self.table, &request)
    }

    fn series(&self) -> Result<ExportableFigure, ChartError> {
        let model = self.model(&self.request.keys)?;
        let csv = model.as_csv();
        Ok(ExportableFigure { stem: "gutskin-chart", scene: figure::draw_at(&model, self.request.width), csv })
    }

    /// The one key that is named, or the usual one.
    fn only_key(&self, usual: Option<&str>) -> Result<String, ChartError> {
        match self.request.keys.as_slice() {
            [key] => Ok(key.trim().to_owned()),
            [] => usual.map(str::to_owned).ok_or_else(|| lacking("name one key, for example itch")),
            _ => Err(lacking("this chart shows one key; name one alone")),
        }
    }

    /// Outcomes with an answer in the period, those answered most first.
    fn outcomes(&self) -> Vec<&Column> {
        let (first, last) = self.request.period;
        let answered = |column: &Column| {
            column.answers().filter(|(row, _)| (first..=last).contains(&self.table.day(*row))).count()
        };
        let is_whole = |column: &&Column| column.is_outcome() && column.place.is_none() && column.key != FLARE;
        let mut found: Vec<(usize, &Column)> =
            self.table.columns.iter().filter(is_whole).map(|c| (answered(c), c)).collect();
        found.retain(|(days, _)| *days > 0);
        found.sort_by_key(|(days, _)| std::cmp::Reverse(*days));
        found.into_iter().map(|(_, column)| column).collect()
    }

    fn outcome(&self) -> Result<String, ChartError> {
        let usual = self.outcomes().first().map(|column| column.key.clone());
        self.only_key(usual.as_deref())
    }

    fn calendar(&self) -> Result<ExportableFigure, ChartError> {
        let model = self.model(&[self.outcome()?])?;
        let Some(panel) = model.panels.first() else { return Err(ChartError::NoSeries) };
        let answers = panel.values.iter().enumerate().filter_map(|(index, cell)| Some((model.day(index), (*cell)?)));
        let flares =
            self.table.column(FLARE).map(|flare| flare.answers().filter(|(_, yes)| *yes > 0.0).collect::<Vec<_>>());
        let flares = flares.unwrap_or_default().into_iter().map(|(row, _)| self.table.day(row));
        let calendar = YearCalendar {
            label: panel.name(),
            shown: self.request.period,
            most: panel.ends().1,
            points: answers.collect(),
            flares: flares.collect(),
        };
        let scene = year_calendar::draw(&calendar, self.request.width);
        Ok(ExportableFigure { stem: "gutskin-calendar", scene, csv: model.as_csv() })
    }

    fn before_after(&self) -> Result<ExportableFigure, ChartError> {
        let outcome = self.outcome()?;
        let column = self.table.column(&outcome).ok_or_else(|| ChartError::unknown(self.diary, &outcome))?;
        let all = occasions(self.diary);
        let is_running = |trial: &Trial| trial.is_running(self.request.today) && trial.looks_at(&outcome);
        let mut why =
            "no course, diet or event gives a date to compare; log one, or name its date with --since".to_owned();
        for occasion in all.iter().rev().filter(|known| self.request.since.is_none_or(|since| known.day == since)) {
            if let Some(trial) = self.diary.trials().find(|trial| is_running(trial) && trial.has(occasion.day)) {
                why = trial_words::not_compared(trial);
                continue;
            }
            match before_after(self.table, &outcome, occasion.day, 0) {
                Ok(found) => {
                    let (label, styles) = (&occasion.label, &self.request.styles);
                    let drawn = step::draw(&found, label, self.table, styles, self.request.width);
                    return drawn.ok_or_else(|| ChartError::unknown(self.diary, &outcome));
                }
                Err(missing) => why = format!("{}: {}", occasion.label, compared::too_little(&missing, &column.label)),
            }
        }
        Err(lacking(why))
    }

    fn trial(&self) -> Result<ExportableFigure, ChartError> {
        let (first, last) = self.request.period;
        let (width, today) = (self.request.width, self.request.today);
        let touches = self.diary.trials().filter(|trial| trial.start <= last && trial.end() >= first);
        let newest = touches.max_by_key(|trial| (trial.start, trial.id));
        let trial =
            newest.ok_or_else(|| lacking("no trial has a day in this period; plan one, or choose another period"))?;
        let outcome = self.only_key(Some(&trial.outcome))?;
        if let Ok(judged) = judge(trial, &outcome, self.table, today) {
            let column = self.table.column(&outcome).ok_or_else(|| ChartError::unknown(self.diary, &outcome))?;
            return Ok(trial::result(trial, &judged, column, &self.request.styles, width));
        }
        // Of one that runs its plan is shown as far as it has begun, and nothing of its outcome.
        let begun = trial.periods().map(|(days, on)| (days.start <= today).then_some(on));
        let on: Vec<Option<bool>> = begun.collect();
        Ok(trial::plan(trial.factor.name.as_str(), trial.start, trial.design, &on, width))
    }

    fn body(&self) -> Result<ExportableFigure, ChartError> {
        let key = self.only_key(Some(heat_map::USUAL_KEY))?;
        let known = self.diary.catalogue().get(&key).filter(|known| heat_map::can_show(known)).ok_or_else(|| {
            lacking(format!("“{}” is not logged by place; name for example {}", excerpt(&key), heat_map::USUAL_KEY))
        })?;
        let summary = if self.request.mean { Summary::Mean } else { Summary::Worst };
        Ok(body::draw(&HeatMap::new(self.diary, known, self.request.period, summary), self.request.width))
    }

    fn multiples(&self) -> Result<ExportableFigure, ChartError> {
        let usual = || self.outcomes().into_iter().map(|column| column.key.clone()).take(multiples::MOST).collect();
        let keys: Vec<String> = if self.request.keys.is_empty() { usual() } else { self.request.keys.clone() };
        if keys.len() > multiples::MOST {
            return Err(lacking(format!("{} series are too many; name at most {}", keys.len(), multiples::MOST)));
        }
        let mut models = Vec::new();
        for key in keys {
            match self.model(&[key]) {
                Ok(model) => models.push(model),
                // What has no answer in the period has no chart.
                Err(ChartError::Nothing { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        let drawn = multiples::draw(&models, self.request.width);
        drawn.ok_or_else(|| lacking("nothing is logged in this period; choose another period"))
    }

    fn finding(&self, insights: &Insights, part: &DayTable) -> Result<ExportableFigure, ChartError> {
        let is_asked = |finding: &&Finding| match self.request.keys.as_slice() {
            [] => true,
            keys => keys.iter().all(|key| [&finding.outcome, &finding.factor].contains(&key)),
        };
        let finding = insights.findings.iter().find(is_asked).ok_or_else(|| {
            lacking("nothing is told from chance for this; “gutskin insights” lists what is, and what is still missing")
        })?;
        let width = self.request.width;
        let drawn = if self.request.kind == ChartKind::LagCurve {
            lag_curve::draw(finding, part, width)
        } else {
            let lags = (finding.claim.lag, finding.claim.lag_end);
            let days = behind(part, &finding.factor, &finding.outcome, lags, insights.days);
            scatter::draw(finding, &days, part, width)
        };
        drawn.ok_or_else(|| lacking("too few days stand behind this finding to draw them"))
    }

    fn lag_map(&self, insights: &Insights, part: &DayTable) -> Result<ExportableFigure, ChartError> {
        let usual = insights.lag_rows.first().map(|row| row.outcome.clone());
        let outcome = self.only_key(usual.as_deref())?;
        let drawn = lag_map::draw(insights, part, &outcome, self.request.width);
        drawn.ok_or_else(|| {
            lacking(format!("too little is logged to look for what goes along with “{}”", excerpt(&outcome)))
        })
    }

    fn axis(&self, insights: &Insights, part: &DayTable) -> ExportableFigure {
        let associations = Associations { insights, table: part };
        let map = axis::map(self.diary, self.table, Some(associations), self.request.period.1);
        figure::axis::draw(&map, self.request.width).figure
    }
}

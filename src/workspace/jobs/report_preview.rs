//! The pages of a report to be looked at: put together and drawn beside the window, anew when what they show has changed. Until the
//! new page is there, the last one stays.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use super::Job;
use crate::report::ReportError;
use crate::report::doctor::{ReportRequest, build};
use crate::report::pdf::{PagePicture, PagePreview};
use crate::workspace::{Wake, Workspace};

/// Work is not shown before it takes this long.
const SHOWN_AFTER: Duration = Duration::from_millis(300);

type Shared = Arc<Mutex<PagePreview>>;

/// A report on its pages.
struct Built {
    pages: Shared,
    count: usize,
    headings: Vec<(String, usize)>,
}

/// A page that was drawn: of which report, which page, how wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Drawn {
    report: u64,
    page: usize,
    width: u32,
}

/// Shows the pages of a report.
#[derive(Default)]
pub struct ReportPreview {
    /// Rises with every report that is asked for.
    number: u64,
    building: Option<(Job<Result<Built, ReportError>>, Instant)>,
    built: Option<(u64, Built)>,
    drawing: Option<(Drawn, Job<Option<PagePicture>>)>,
    drawn: Option<(Drawn, PagePicture)>,
    /// Rises with every page that is drawn.
    pictures: u64,
}

impl ReportPreview {
    /// Begins to put a report together; what was begun before is not wanted any more.
    pub fn ask(&mut self, workspace: &Workspace, request: ReportRequest, wake: &Wake) {
        self.stop();
        self.number += 1;
        let (diary, table) = (workspace.diary().clone(), workspace.table());
        let job = Job::start(wake.clone(), move |progress| {
            let document = build(&diary, &table, &request, &|done| progress.report(done * 0.5).is_continue())?;
            let pages = PagePreview::new(&document, &|done| progress.report(0.5 + done * 0.5).is_continue())?;
            let (count, headings) = (pages.page_count(), pages.headings());
            Ok(Built { pages: Arc::new(Mutex::new(pages)), count, headings })
        });
        self.building = Some((job, Instant::now()));
    }

    /// Takes in what is done, and has a page drawn, numbered from 0, as wide as so many pixels.
    pub fn refresh(&mut self, page: usize, width: u32, wake: &Wake) {
        if let Some(answer) = self.building.as_ref().and_then(|(job, _)| job.poll()) {
            self.building = None;
            if let Ok(Ok(built)) = answer {
                self.built = Some((self.number, built));
            }
        }
        if let Some((wanted, job)) = &self.drawing
            && let Some(answer) = job.poll()
        {
            if let Ok(Some(picture)) = answer {
                self.drawn = Some((*wanted, picture));
                self.pictures += 1;
            }
            self.drawing = None;
        }
        let Some((report, built)) = &self.built else { return };
        let wanted = Drawn { report: *report, page: page.min(built.count.saturating_sub(1)), width };
        let is_there = self.drawn.as_ref().is_some_and(|(drawn, _)| *drawn == wanted);
        if is_there || self.drawing.is_some() {
            return;
        }
        let pages = built.pages.clone();
        let job = Job::start(wake.clone(), move |_| {
            // A page that could not be drawn leaves the others as they are.
            let mut pages = pages.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            pages.picture(wanted.page, wanted.width)
        });
        self.drawing = Some((wanted, job));
    }

    /// The page drawn last, with a number that rises with every drawing.
    pub fn picture(&self) -> Option<(u64, &PagePicture)> {
        self.drawn.as_ref().map(|(_, picture)| (self.pictures, picture))
    }

    /// Pages of the report put together last; 0 before there is one.
    pub fn page_count(&self) -> usize {
        self.built.as_ref().map_or(0, |(_, built)| built.count)
    }

    /// What stands on a page, by its headings.
    pub fn headings(&self, page: usize) -> Vec<&str> {
        let all = self.built.iter().flat_map(|(_, built)| &built.headings);
        all.filter(|(_, on)| *on == page).map(|(text, _)| text.as_str()).collect()
    }

    /// While a report is being put together for longer than a moment, the share that is done, 0 to 1.
    pub fn progress(&self) -> Option<f32> {
        let (job, since) = self.building.as_ref()?;
        (since.elapsed() >= SHOWN_AFTER).then(|| job.progress())
    }

    /// Whether a report is being put together or a page drawn.
    pub fn is_working(&self) -> bool {
        self.building.is_some() || self.drawing.is_some()
    }

    /// Stops putting a report together; the last one stays.
    pub fn stop(&mut self) {
        if let Some((job, _)) = self.building.take() {
            job.cancel();
        }
    }
}

impl Drop for ReportPreview {
    fn drop(&mut self) {
        self.stop();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn a_page_of_the_sample_is_put_together_and_drawn_beside_the_window() -> Result<(), Box<dyn std::error::Error>> {
        let (send, wakes) = channel();
        let wake: Wake = Arc::new(move || send.send(()).unwrap_or_default());
        let workspace = Workspace::open_sample(Arc::new(|| {}))?;
        let mut preview = ReportPreview::default();
        let today = workspace.today();
        preview.ask(&workspace, ReportRequest::new(today.plus(-29), today, today), &wake);
        assert!(preview.is_working() && preview.page_count() == 0);
        wakes.recv()?;
        preview.refresh(900, 240, &wake);
        wakes.recv()?;
        preview.refresh(900, 240, &wake);
        let (number, picture) = preview.picture().ok_or("no page was drawn")?;
        assert_eq!((number, picture.width), (1, 240));
        assert!(preview.page_count() > 3 && preview.headings(0).contains(&"In short"));
        assert!(!preview.is_working(), "a page beyond the last is the last");
        Ok(())
    }
}

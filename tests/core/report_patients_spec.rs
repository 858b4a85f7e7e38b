//! Reports of people with the commonest conditions: page one shows what their condition is about, says whether it got better, and
//! nothing is parted that belongs together.

use gutskin::columns::tabulate;
use gutskin::model::profile::Condition;
use gutskin::report::doctor::{Preset, ReportRequest, build};
use gutskin::report::document::{Block, Paper, ReportDoc, Table};
use gutskin::report::pdf::PagePreview;
use gutskin::report::scene::Scene;

use super::commands::today;
use super::patients::{PATIENTS, Patient};

fn report(patient: &Patient, preset: Preset, paper: Paper) -> ReportDoc {
    let diary = patient.diary();
    let mut request = ReportRequest::new(today().plus(-89), today(), today());
    (request.sections, request.paper) = (preset.sections(), paper);
    "Should I go on with it over the summer?".clone_into(&mut request.questions);
    build(&diary, &tabulate(&diary), &request, &|_| true).unwrap()
}

fn pages(document: &ReportDoc) -> PagePreview {
    PagePreview::new(document, &|_| true).unwrap()
}

fn first_table(document: &ReportDoc) -> &Table {
    let mut tables =
        document.blocks.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    tables.next().unwrap()
}

#[test]
fn page_one_shows_the_signs_that_the_condition_is_about() {
    for patient in &PATIENTS {
        let document = report(patient, Preset::Dermatologist, Paper::A4);
        let keys = &first_table(&document).behind;
        let main: Vec<&str> = patient.signs.iter().take(3).map(|(key, ..)| *key).collect();
        let shown: Vec<&str> = keys.iter().map(String::as_str).filter(|key| main.contains(key)).collect();
        assert_eq!(shown, main, "{:?}: {keys:?}", patient.condition);
    }
}

#[test]
fn page_one_says_that_the_skin_got_better_with_its_treatment_and_what_that_was() {
    for patient in PATIENTS.iter().filter(|patient| patient.condition != Condition::Acne) {
        let document = report(patient, Preset::Dermatologist, Paper::A4);
        let said: Vec<&String> = document
            .blocks
            .iter()
            .filter_map(|block| if let Block::List(points) = block { Some(points) } else { None })
            .flatten()
            .collect();
        let condition = patient.condition;
        assert!(
            said.iter().any(|words| words.contains("was better than in the period before")),
            "{condition:?}: {said:?}"
        );
        assert!(said.iter().any(|words| words.starts_with(patient.course.1)), "{condition:?}: {said:?}");
    }
}

#[test]
fn the_ready_made_choices_have_the_pages_they_promise_for_every_condition() {
    for patient in &PATIENTS {
        for paper in Paper::ALL {
            for (preset, most) in [(Preset::Dermatologist, 2), (Preset::Dietitian, 3)] {
                let preview = pages(&report(patient, preset, paper));
                let (count, name) = (preview.page_count(), (patient.condition, preset.label(), paper.label()));
                assert!((2..=most).contains(&count), "{name:?}: {count} pages: {:?}", preview.headings());
                assert_eq!(preview.parted_headings(), Vec::<String>::new(), "{name:?}");
            }
        }
    }
}

#[test]
fn a_heading_and_the_words_under_it_stay_on_the_page_of_their_figure() {
    let figure = |height: f32| {
        let scene = Scene {
            width: 600.0,
            height,
            title: "A figure".to_owned(),
            desc: "In words".to_owned(),
            items: Vec::new(),
        };
        Block::Drawing(Box::new(scene))
    };
    // Whatever stands above: from a page with room for both to one with room for neither.
    for lines in 0..60 {
        let above = (0..lines).map(|_| Block::Paragraph("A line.".to_owned()));
        let heading = Block::Heading { level: 2, text: "Heading".to_owned() };
        let own = [heading, Block::Aside("What it is.".to_owned()), figure(300.0)];
        let preview = pages(&ReportDoc { blocks: above.chain(own).collect(), ..ReportDoc::default() });
        let heading = preview.headings().into_iter().find(|(text, _)| text == "Heading").unwrap();
        let drawn = preview.figures();
        assert_eq!(drawn, [("In words".to_owned(), heading.1)], "below {lines} lines");
    }
}

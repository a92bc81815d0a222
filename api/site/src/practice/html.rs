use crate::html::{escape, h2, list, numbers, p, to};
use shared::{awareness::PracticeCase, profile::Instance};

/// Where the pages begin.
pub const ROOT: &str = "/oefenen";

/// Stands above all cases; the page of each case says it in its band.
const NOTHING_SENT: &str = "Dit is oefenen. De verhalen zijn verzonnen. Er wordt niets bewaard en niets verstuurd.";

/// All cases.
pub fn overview(cases: &[PracticeCase]) -> String {
    let case =
        |(number, case): (usize, &PracticeCase)| format!("<li>{}</li>\n", to(&format!("{ROOT}/{number}"), &case.title));
    let cases: String = (1..).zip(cases).map(case).collect();
    [
        "<h1>Oefen met melden</h1>\n".to_owned(),
        format!("<p class=\"notice\">{NOTHING_SENT}</p>\n"),
        p("Kies een verhaal en vul het formulier in. Daarna zie je wat je had kunnen zien. Een verhaal kost een paar minuten."),
        format!("<ol class=\"links\">\n{cases}</ol>\n"),
        real(),
    ]
    .concat()
}

/// What one sees and hears in a case, under its title.
pub fn story(case: &PracticeCase) -> String {
    let paragraphs: String = case.story.iter().map(|text| p(text)).collect();
    format!("<h1 id=\"first-title\" tabindex=\"-1\">{}</h1>\n{paragraphs}", escape(&case.title))
}

/// What there was to see and to do, once the form was filled in.
pub fn done(number: usize, case: &PracticeCase, has_next: bool, instance: &Instance) -> String {
    let next = format!("{ROOT}/{}", number + 1);
    let next = has_next.then(|| {
        format!("<p><a class=\"utrecht-button utrecht-button--primary-action wide\" href=\"{next}\">Volgende verhaal</a></p>\n")
    });
    [
        "<h1>Klaar met oefenen</h1>\n".to_owned(),
        "<p class=\"notice\">Er is niets verstuurd, en er is niets bewaard.</p>\n".to_owned(),
        p(&format!("Het verhaal was: {}. Vergelijk dit met wat jij invulde.", case.title)),
        h2("Wat viel er op?"),
        list(&case.notice),
        h2("Wat doe je?"),
        list(&case.steps),
        h2("Wat kan het nog meer zijn?"),
        p(&case.otherwise),
        p("Meld je in het echt? Dan krijg je een code om te zien hoe het ervoor staat. Iemand belt je binnen drie \
           werkdagen, en bij gevaar zo snel mogelijk."),
        next.unwrap_or_default(),
        format!("<p class=\"links\">{}</p>\n", to(ROOT, "Alle verhalen")),
        real(),
        h2("Wie bel je in het echt?"),
        numbers(instance),
    ]
    .concat()
}

/// The way to the real form.
fn real() -> String {
    format!("<p>Maak je je nu echt zorgen? {}.</p>\n", to("/melden", "Meld het"))
}

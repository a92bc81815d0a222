//! What a browser reads from the form and sends back is what was put in it.
use super::{Filled, Trouble, form_page};
use crate::{Place, fixture::instance, privacy_page};
use proptest::prelude::*;
use shared::{
    answer::{Known, YesNo},
    contract::examples,
    id::FunctionId,
    indicators::{ExploitationForm, Origin, Tick},
    report::{CallFirst, ColleagueDraft, Draft, Field, Finding, FindingCode, Subject, VttDraft, VttState},
};
use words::{Language, field_id};

/// What a browser would send of this page: of the form, the controls that count, in their order (HTML, "constructing
/// the entry list").
fn entries(page: &str) -> Vec<(String, String)> {
    let form = page.split("<form class=\"form stack plain\"").nth(1).unwrap().split("</form>").next().unwrap();
    let mut entries = Vec::new();
    let mut select = None;
    for tag in form.split('<').skip(1) {
        let (head, text) = tag.split_once('>').unwrap();
        let named = |name: &str| {
            head.split_once(&format!(" {name}=\"")).map(|(_, rest)| unescape(rest.split('"').next().unwrap()))
        };
        let is = |flag: &str| head.split(' ').any(|part| part == flag);
        match head.split(' ').next().unwrap() {
            "input" => {
                let ticked = matches!(named("type").as_deref(), Some("radio" | "checkbox"));
                if !ticked || is("checked") {
                    entries.push((named("name").unwrap(), named("value").unwrap_or_default()));
                }
            }
            "textarea" => {
                let text = unescape(text);
                // the first line break is not part of the text
                entries.push((named("name").unwrap(), text.strip_prefix('\n').unwrap_or(&text).replace('\n', "\r\n")));
            }
            "select" => select = named("name"),
            "option" if is("selected") => entries.push((select.clone().unwrap(), named("value").unwrap())),
            _ => {}
        }
    }
    entries
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

fn body(entries: &[(String, String)]) -> Vec<u8> {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(entries).finish().into_bytes()
}

fn any_filled() -> impl Strategy<Value = Filled> {
    // a line of text holds no line break, whatever is pasted into it
    let line = || "[^\\x00-\\x1f]{0,20}";
    let prose = "(\n|[^\\x00-\\x09\\x0b-\\x1f]){0,40}";
    let ids: Vec<String> = instance().indicators.indicators.iter().map(|one| one.id.clone()).collect();
    let ticks = proptest::sample::subsequence(ids, 0..6);
    let forms = proptest::sample::subsequence(ExploitationForm::ALL.to_vec(), 0..4);
    let origins = proptest::collection::vec(0..4_usize, 6);
    let one = || proptest::option::of(0..3_usize);
    (
        (prose, line(), line(), prose, line(), line(), line(), line(), line(), line()),
        (line(), line(), line(), line(), line(), any::<bool>(), any::<bool>()),
        (ticks, forms, origins, one(), one(), one(), one(), one(), one(), one()),
    )
        .prop_map(
            |(texts, more, (ticks, forms, origins, subject, colleague, minor, acute, called, vtt, first))| {
                let (story, when, place, known, name, team, phone, email, reachable, behalf) = texts;
                let (who, at, reference, why, other_phone, excluded, warned) = more;
                let origin = |at: usize| [Origin::Seen, Origin::Heard, Origin::FromWork, Origin::NotSaid][origins[at]];
                fn of<T: Copy>(all: &[T], at: Option<usize>) -> Option<T> {
                    at.map(|at| all[at % all.len()])
                }
                let draft = Draft {
                    list: "2026-1".into(),
                    subject: of(Subject::ALL, subject),
                    forms,
                    ticks: ticks.into_iter().enumerate().map(|(at, id)| Tick { id, origin: origin(at) }).collect(),
                    story,
                    when,
                    place,
                    known,
                    colleague: of(YesNo::ALL, colleague),
                    excluded: excluded.then(|| FunctionId::parse("regisseur-wmo").unwrap()).into_iter().collect(),
                    minor: of(Known::ALL, minor),
                    acute: of(Known::ALL, acute),
                    called_112: of(YesNo::ALL, called),
                    vtt: VttDraft { state: of(VttState::ALL, vtt), who, when: at, reference, why },
                    name,
                    team,
                    phone,
                    email,
                    reachable,
                    behalf: ColleagueDraft { name: behalf, phone: other_phone, first: of(CallFirst::ALL, first) },
                    ..Draft::default()
                };
                Filled { draft, key: "0123456789abcdef0123456789abcdef".into(), warned, ..Filled::default() }
            },
        )
}

proptest! {
    /// Whatever was typed comes back with the findings, and is sent again as it was.
    #[test]
    fn a_form_that_comes_back_is_sent_again_as_it_was(filled in any_filled()) {
        let warning = Finding { field: Field::Story, code: FindingCode::LooksLikeBsn };
        let trouble = if filled.warned { Trouble::Found(vec![warning]) } else { Trouble::None };
        let page = form_page(Place::dutch(&instance()), &filled, &trouble);
        let sent = Filled::read(&body(&entries(&page)));
        prop_assert!(sent == filled, "{:?}\n{:?}", entries(&page), filled.pairs());
        let hidden = Filled::read(&body(&filled.pairs()));
        prop_assert!(hidden == filled);
    }

    /// Any bytes are read, and nothing of them becomes markup: the page has as many tags as an empty one.
    #[test]
    fn any_body_is_read(bytes in "([a-z-]{0,3}(verhaal|naam|sleutel|lijst|bekend)=[<>\"'/a-z&%3C]{0,30}&){0,5}") {
        let tags = |body: &[u8]| {
            let page = form_page(Place::dutch(&instance()), &Filled::read(body), &Trouble::None);
            page.matches('<').count()
        };
        prop_assert_eq!(tags(bytes.as_bytes()), tags(b""));
    }
}

#[test]
fn markup_that_was_typed_is_text() {
    let draft = Draft { story: "</textarea><script>x</script>".into(), name: "\"><i>x".into(), ..examples::draft() };
    let page = form_page(Place::dutch(&instance()), &Filled { draft, ..Filled::default() }, &Trouble::None);
    assert!(!page.contains("<script>x") && !page.contains("<i>x"));
}

/// Every question of the melder is there, with a name of its own; what only an AF says is not.
#[test]
fn every_question_is_on_the_form() {
    let page =
        form_page(Place::dutch(&instance()), &Filled { draft: examples::draft(), ..Filled::default() }, &Trouble::None);
    for field in Field::ALL {
        let asked = page.contains(&format!("name=\"{}\"", field_id(*field)));
        let of_officer = matches!(field, Field::Way | Field::KmtWho | Field::KmtDay | Field::KmtReference);
        assert_eq!(asked, !of_officer, "{field:?}");
    }
}

#[test]
fn a_finding_stands_on_top_and_at_its_field() {
    let found = vec![Finding { field: Field::Story, code: FindingCode::Required }];
    let page = form_page(Place::dutch(&instance()), &Filled::default(), &Trouble::Found(found));
    assert!(page.contains("href=\"#verhaal\"") && page.contains("id=\"verhaal-error\""));
    assert!(page.contains("aria-describedby=\"verhaal-hint verhaal-error\""));
    assert!(page.contains("<title>Nog niet verstuurd"));
    assert!(!page.contains("data-fresh"), "nothing is put over what was typed");
}

#[test]
fn what_the_mail_says_is_said_beside_the_address_where_there_is_mail() {
    let mut instance = instance();
    for mails in [false, true] {
        instance.profile.mails = mails;
        for place in [Place::dutch(&instance), Place { language: Language::English, ..Place::dutch(&instance) }] {
            let said = place.language.mailed();
            let form = form_page(place, &Filled::default(), &Trouble::None);
            let label = form.find(&format!("for=\"{}\"", field_id(Field::Email))).unwrap();
            let field = form[label..].split("<input").nth(1).unwrap().split('>').next().unwrap();
            assert_eq!(form[label..].split("<input").next().unwrap().contains(said), mails);
            assert_eq!(field.contains("aria-describedby"), mails, "{field}");
            let privacy = place.say("Geef je een e-mailadres?", "If you give an e-mail address");
            assert_eq!(privacy_page(place).contains(privacy), mails);
        }
    }
}

//! The forms in which events of later are stored, as they were first written.
use crate::case::Entry;

const STORED: [&str; 35] = [
    r#""gebeurtenis":"zorg-geopend","inhoud":{"grond":"besluit","reden":"Voor het werkoverleg"}"#,
    r#""gebeurtenis":"werkoverleg","inhoud":{"besprokenOp":"2026-05-01","aanwezig":["01010101010101010101010101010101"],"ookAanwezig":["regisseur-wmo"],"besproken":"Nog te weinig","teDoen":null,"opnieuwOp":"2026-05-15"}"#,
    r#""gebeurtenis":"poging","inhoud":{"manier":"langsgegaan","note":null}"#,
    r#""gebeurtenis":"voorstel","inhoud":{"soort":"geen-contact","inhoud":{"reden":"niet-te-bereiken","toelichting":"Drie dagen"}}"#,
    r#""gebeurtenis":"akkoord","inhoud":{"soort":"geen-contact","inhoud":{"reden":"wil-niet-gebeld-worden","toelichting":"Zei dat"}}"#,
    r#""gebeurtenis":"alsnog-contact","inhoud":{"wijze":"telefoon","verslag":"Belde terug"}"#,
    r#""gebeurtenis":"terug-naar-onderzoek","inhoud":{"reden":"Nog een vraag","einddatum":"2026-06-12"}"#,
    r#""gebeurtenis":"voorstel","inhoud":{"soort":"eerder-afsluiten-zonder-terugkoppeling","inhoud":{"reden":"dubbel","toelichting":"Twee keer","waaromNietVerteld":"Weg"}}"#,
    r#""gebeurtenis":"eerder-afgesloten-zonder-terugkoppeling","inhoud":{"reden":"dubbel","toelichting":"Twee keer","waaromNietVerteld":"Weg"}"#,
    r#""gebeurtenis":"niet-akkoord","inhoud":{"voorstel":{"soort":"geen-terugkoppeling","inhoud":{"reden":"Weg"}},"reden":"Bel nog eens"}"#,
    r#""gebeurtenis":"voorstel-ingetrokken","inhoud":{"voorstel":{"soort":"bewaarplicht-eraf","inhoud":{"reden":"Voorbij"}},"reden":"Toch niet"}"#,
    r#""gebeurtenis":"antwoord-ontvanger","inhoud":{"vervolgstap":0,"datum":"2026-09-01","antwoord":"Opgepakt"}"#,
    r#""gebeurtenis":"agenda-verplaatst","inhoud":{"vervolgstap":1,"agendaVan":"2026-09-10","reden":"Ging niet door"}"#,
    r#""gebeurtenis":"besproken","inhoud":{"vervolgstap":1,"datum":"2026-09-10","uitkomst":"Controle"}"#,
    r#""gebeurtenis":"veilig-thuis","inhoud":{"stand":"overgenomen","wie":"Team Noord","wanneer":"Vandaag","kenmerk":null}"#,
    r#""gebeurtenis":"veilig-thuis","inhoud":{"stand":"niet-aangenomen","waarom":"Geen gezin"}"#,
    r#""gebeurtenis":"veilig-thuis","inhoud":{"stand":"niet-nodig","omdat":"thuis-niet-onveilig","waarom":"Het is op het werk"}"#,
    r#""gebeurtenis":"veiligheid-gecorrigeerd","inhoud":{"wat":"jonger-dan-18","is":"weet-niet","reden":"Niemand weet het."}"#,
    r#""gebeurtenis":"voorstel","inhoud":{"soort":"veiligheid-lager","inhoud":{"wat":"gevaar","is":"nee","reden":"De ander is weg."}}"#,
    r#""gebeurtenis":"akkoord","inhoud":{"soort":"veilig-thuis-niet-nodig","inhoud":{"omdat":"toch-volwassen","waarom":"Op het paspoort staat 1998"}}"#,
    r#""gebeurtenis":"meldcode","inhoud":{"onderdeel":"stap-1","waarom":"Blauwe plekken."}"#,
    r#""gebeurtenis":"meldcode","inhoud":{"onderdeel":"vraag-1","antwoord":"ja","waarom":"Thuis."}"#,
    r#""gebeurtenis":"samengevoegd","inhoud":{"hoofddossier":"0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c","nummer":{"jaar":2026,"volgnummer":12},"reden":"Zelfde schuur"}"#,
    r#""gebeurtenis":"losgemaakt","inhoud":{"reden":"Andere schuur"}"#,
    r#""gebeurtenis":"hoofddossier-verder","inhoud":{"stand":"besloten","einde":null}"#,
    r#""gebeurtenis":"hoofddossier-verder","inhoud":{"stand":"afgerond","einde":{"uitkomst":"onduidelijk","besluitVan":["02020202020202020202020202020202"]}}"#,
    r#""gebeurtenis":"afgesloten-met-hoofddossier","inhoud":{"uitkomst":"waarschijnlijk","besluitVan":[]}"#,
    r#""gebeurtenis":"taak","inhoud":{"wat":"Vraag na wie huurt","wie":"Toezicht","uiterlijk":"2026-05-20"}"#,
    r#""gebeurtenis":"taak-klaar","inhoud":{"taak":0,"uitkomst":"Staat leeg."}"#,
    r#""gebeurtenis":"vraag-aan-melder","inhoud":{"vraag":"Welke dag was dat?"}"#,
    r#""gebeurtenis":"vraag-aan-melder-klaar","inhoud":{"vraag":0,"uitkomst":"Maandag."}"#,
    r#""gebeurtenis":"rechten","inhoud":{"wat":"identiteit-vastgesteld","daarvan":{"verzoek":0,"vastgesteldOp":"2026-05-13"}}"#,
    r#""gebeurtenis":"onderzoek-gestart","inhoud":{"vraag":"Wie woont er?","einddatum":"2026-05-20","overHuishouden":"ja","afgesprokenMetVeiligThuis":"Mag van Team Noord"}"#,
    r#""gebeurtenis":"akkoord","inhoud":{"soort":"besluit","inhoud":{"duiding":"Dwang","inschatting":"onduidelijk","besprokenOp":"2026-05-01","aanwezig":["01010101010101010101010101010101","02020202020202020202020202020202"],"ookAanwezig":["regisseur-wmo"],"melderGehoord":"ja","besprokenMetMelder":"Zij weet het","waaromNietGehoord":null,"vervolgstappen":[]}}"#,
    r#""gebeurtenis":"besloten","inhoud":{"duiding":"Dwang","inschatting":"onduidelijk","melderGehoord":"nee","waaromNietGehoord":"Te gevaarlijk","vervolgstappen":[]}"#,
];

#[test]
fn what_was_stored_is_read_and_written_the_same() {
    for event in STORED {
        let stored =
            format!(r#"{{"op":"2026-04-30T12:00:00.000Z","door":"01010101010101010101010101010101",{event}}}"#);
        let entry: Entry = serde_json::from_str(&stored).unwrap_or_else(|error| panic!("{event}: {error}"));
        assert_eq!(serde_json::to_string(&entry).unwrap(), stored);
    }
}

//! Slugs are stored, so they stay.
use super::*;

/// Every slug that was ever stored. Lines are only added here.
const STORED: &str = "LogIn WorkAccountReturn LinkWorkAccount LogOut Cases AddCase Case CommandCase OpenCase Officers \
    StandIns AddStandIn StartStandIn EndStandIn PhoneDrafts SavePhoneDraft HandOver Accounts AddAccount CommandAccount \
    AccessRequests CommandAccess Invitation \
    account-blokkeren account-vrijgeven account-uitnodigen account-intrekken account-functie account-vertrokken \
    inloggen-beeindigd toegang-bevestigen toegang-weigeren toegang-gezien AcceptInvitation OwnAccount wachtwoord \
    herstelcodes OwnSessions EndSessions Conversation SaveConversation OwnMessages ChooseMessages Audit AuditCheck \
    CommandRights AccessCopy Retention CommandRetention vernietiging-voorstellen vernietiging-akkoord \
    vernietiging-afwijzen Certificates Requests DecideRequest ConfirmExclusion uitsluiting-fg Search Together \
    CommandTogether Meetings CommandMeetings Meeting \
    samen-afsluiten-voorstellen samen-afsluiten samen-afsluiten-afwijzen Processings SetUp nummer-vervallen \
    spoor-nieuw-begin poging contact formulier onderzoek-starten bron einddatum kmt-check veilig-thuis \
    naar-beslismoment veiligheid-corrigeren meldcode identiteit-vastgesteld taak taak-klaar \
    vraag-melder vraag-melder-klaar besluiten ontvangst-bevestigd \
    terugkoppelen geen-terugkoppeling geen-terugkoppeling-akkoord afsluiten eerder-afsluiten heropenen notitie \
    toewijzen nieuwe-code uitsluiten eigen-melding uitsluiting-opheffen akkoord corrigeren bewaarplicht \
    bewaarplicht-eraf bewaarplicht-eraf-akkoord beperken beperking-opheffen verzoek verzoek-advies verzoek-fg \
    ingelicht inlichten-uitstellen overgenomen noodtoegang inloggen-geweigerd rem-op-inloggen werkaccount-geweigerd \
    rem-op-werkaccount uitnodiging-geweigerd geen-contact alsnog-contact terug-naar-onderzoek antwoord-ontvanger \
    besproken agenda-verplaatsen eerder-afsluiten-zonder-terugkoppeling niet-akkoord voorstel-intrekken \
    inrichting-geweigerd onderhoud-geweigerd zonder-sessie andere-website rem-op-ontvangstcodes \
    samenvoegen losmaken Settings CommandSettings inrichting-wijzigen inrichting-ongedaan inrichting-intrekken AnswerSettings \
    inrichting-bevestigen inrichting-weigeren Care AddCare OpenCare zorg-openen werkoverleg \
    Figures SignFigures Awareness CommandAwareness Photo Pack KeepPack KeptPack PackPages AgendaPacks AgendaPages RegisterPackage stuk-vastleggen \
    kmt-vragen kmt-antwoorden kmt-vraag-sluiten LookForNames KmtQuestion AnswerKmtQuestion KmtQuestions link-naar-adviesvraag";

#[test]
fn stored_actions_are_still_known_and_written_the_same() {
    for slug in STORED.split_whitespace() {
        let json = format!("\"{slug}\"");
        let action: AuditAction = serde_json::from_str(&json).unwrap();
        assert!(!matches!(action, AuditAction::Unknown(_)), "{slug} is not known any more");
        assert_eq!(serde_json::to_string(&action).unwrap(), json);
    }
}

#[test]
fn a_new_action_is_added_to_the_stored_ones_and_no_slug_is_used_twice() {
    let all = AuditAction::all();
    for (at, action) in all.iter().enumerate() {
        let slug = action.as_str();
        assert!(STORED.split_whitespace().any(|stored| stored == slug), "add {slug} to STORED");
        assert!(!all[..at].iter().any(|other| other.as_str() == slug), "{slug} is used twice");
    }
}

#[test]
fn an_unknown_slug_is_kept() {
    let action: AuditAction = serde_json::from_str("\"IetsVanVroeger\"").unwrap();
    assert_eq!(action, AuditAction::Unknown("IetsVanVroeger".into()));
    assert_eq!(serde_json::to_string(&action).unwrap(), "\"IetsVanVroeger\"");
}

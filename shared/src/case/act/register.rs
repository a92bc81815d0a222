//! Older names of acts, and the acts that concern a list of requests or proposals beside the cases: those have an
//! endpoint of their own.

/// Adds them to the rows of `table.rs`, and hands all of it to the macro with this name.
macro_rules! with_register {
    ($to:ident case { $($case:tt)* }) => {
        $to! {
            case { $($case)* }
            older {
                /// Akkoord: terugkoppelen kan niet. Until version 2 of the API; use `akkoord`.
                AgreeNoFeedback = "geen-terugkoppeling-akkoord" => ProposeNoFeedback,
                /// Akkoord: bewaarplicht eraf. Until version 2 of the API; use `akkoord`.
                AgreeEndHold = "bewaarplicht-eraf-akkoord" => ProposeEndHold,
            }
            register {
                /// Het dossier van een collega openen, met een reden (noodtoegang).
                BreakGlass = "noodtoegang" { may: BreakGlass; told Event::Opened(_) }
                /// Zorg en gezondheid openen, op een grond en met een reden.
                OpenCare = "zorg-openen" { may: See; told Event::CareOpened(_) }
                /// Vastleggen wat er naar een ontvanger gaat, zoals het gaat.
                KeepPack = "stuk-vastleggen" { may: Handle; told Event::PackKept(_) }
                /// Akkoord van de FG op een advies over een verzoek, of niet.
                DecideRequest = "verzoek-fg" { may: Guard; told Event::Rights(RightsEvent::RequestDecided(_)) }
                /// Akkoord van de FG op een uitsluiting, op nummer.
                ConfirmExclusion = "uitsluiting-fg" { may: Guard }
                /// Vernietigen voorstellen.
                ProposeDestruction = "vernietiging-voorstellen" { may: Destroy, agrees: OfficerOrPrivacyOfficer }
                /// Akkoord op vernietigen: it is destroyed at once.
                AgreeDestruction = "vernietiging-akkoord" { may: Agree; told Event::Rights(RightsEvent::Doomed) }
                /// Niet vernietigen: the proposal is taken back or turned down.
                RejectDestruction = "vernietiging-afwijzen" { may: Agree }
                /// Veel meldingen samen afsluiten, voorstellen.
                ProposeTogether = "samen-afsluiten-voorstellen" { may: End, agrees: OtherOfficer }
                /// Akkoord op samen afsluiten: each of them is closed, in portions.
                AgreeTogether = "samen-afsluiten" { may: End; told Event::ClosedTogether(_) }
                /// Niet samen afsluiten: the proposal is taken back or turned down.
                RejectTogether = "samen-afsluiten-afwijzen" { may: End }
            }
        }
    };
}
pub(super) use with_register;

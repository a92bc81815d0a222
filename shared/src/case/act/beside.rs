//! The acts beside the route: keeping, restricting, correcting, and what data subjects ask. The rows are written as in
//! `table.rs`.

/// Adds them to the rows of `table.rs`, and hands all of it on.
macro_rules! with_beside {
    ($to:ident case { $($case:tt)* }) => {
        $crate::case::act::register::with_register! {
            $to case {
                $($case)*
                /// Corrigeren.
                Correct(Correction) = "corrigeren" {
                    EVERY => Beside, may: Rights, first: first::room_for_a_correction;
                    rights RightsEvent::Corrected, told Event::Rights(RightsEvent::Corrected(_))
                }
                /// Bewaarplicht: must be kept, whatever its term says.
                Hold(Why) = "bewaarplicht" {
                    EVERY => Beside, may: Rights, first: first::no_hold;
                    rights RightsEvent::Held, told Event::Rights(RightsEvent::Held(_))
                }
                /// Bewaarplicht kan eraf. Needs another AF.
                ProposeEndHold(Why) = "bewaarplicht-eraf" {
                    EVERY => Beside, may: Rights, agrees: OtherOfficer, first: first::a_hold;
                    proposes Proposal::EndHold, told Event::Rights(RightsEvent::LiftProposed(_)), waits Proposal::EndHold(_)
                }
                /// Verwerking beperken: the case is kept, and nothing else is done with it.
                Restrict(Why) = "beperken" {
                    EVERY => Beside, may: Rights, first: first::unrestricted;
                    rights RightsEvent::Restricted, told Event::Rights(RightsEvent::Restricted(_))
                }
                /// Beperking opheffen: the person who asked for it was informed.
                LiftRestriction(Why) = "beperking-opheffen" {
                    EVERY => Beside, may: Rights, goes_on: true, first: first::restricted;
                    rights RightsEvent::RestrictionLifted, told Event::Rights(RightsEvent::RestrictionLifted(_))
                }
                /// Verzoek vastleggen.
                ReceiveRequest(Request) = "verzoek" {
                    EVERY => Beside, may: Rights, goes_on: true, first: first::room_for_a_request;
                    rights RightsEvent::Requested, told Event::Rights(RightsEvent::Requested(_))
                }
                /// Identiteit vastgesteld, of somebody whose request came first.
                ConfirmIdentity(Identified) = "identiteit-vastgesteld" {
                    EVERY => Beside, may: Rights, goes_on: true, first: first::somebody_unknown_asks;
                    decides rights::identify, told Event::Rights(RightsEvent::Identified(_))
                }
                /// Advies over een verzoek. Needs the FG.
                AdviseRequest(Advice) = "verzoek-advies" {
                    EVERY => Beside, may: Rights, agrees: PrivacyOfficer, goes_on: true, first: first::an_open_request;
                    decides rights::advise, told Event::Rights(RightsEvent::Advised(_))
                }
                /// Betrokkene is ingelicht.
                Inform(Informed) = "ingelicht" {
                    EVERY => Beside, may: Rights;
                    rights RightsEvent::Informed, told Event::Rights(RightsEvent::Informed(_))
                }
                /// Inlichten uitstellen.
                DeferInforming(Deferral) = "inlichten-uitstellen" {
                    EVERY => Beside, may: Rights;
                    rights RightsEvent::InformingDeferred, told Event::Rights(RightsEvent::InformingDeferred(_))
                }
                /// Overgenomen door een ander systeem.
                TakeOver(TakenOver) = "overgenomen" {
                    EVERY => Beside, may: Rights;
                    rights RightsEvent::TakenOver, told Event::Rights(RightsEvent::TakenOver(_))
                }
            }
        }
    };
}
pub(super) use with_beside;

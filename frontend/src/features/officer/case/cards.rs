use super::{
    super::{
        additions::AdditionsCard,
        alike::AlikeCard,
        care::CareCard,
        destruction::DestructionCard,
        dossier::Story,
        joined::JoinedCard,
        kmt::KmtCard,
        meeting::MeetingCard,
        questions::QuestionsCard,
        rights::{Corrections, RightsCard},
        safety::{MeldcodeCard, SafetyCard},
        sharing::{gone, to_register},
    },
    findings::{FormCard, InquiryCard, RulingCard},
    melder_card::MelderCard,
    nu::NowCard,
    report_card::ReportCard,
    side::{MoreCard, OwnerCard, TermCard},
    timeline::Timeline,
};
use leptos::prelude::*;
use shared::{case::notes::rights::Part, contract::CaseDetail};
use std::sync::Arc;

/// The cards. On a tablet they stand in two columns: the work and what is known, and beside them the term, safety and
/// the rest. On a phone they stand under one another, in this order, which is also that of the keyboard.
#[component]
pub fn Cards(detail: Arc<CaseDetail>, story: Arc<Story>) -> impl IntoView {
    view! {
        <div class="case-cards">
            <NowCard detail=detail.clone()/>
            <div class="cards side">
                <TermCard detail=detail.clone()/>
                <JoinedCard detail=detail.clone()/>
                <SafetyCard detail=detail.clone()/>
                <MelderCard detail=detail.clone()/>
                <QuestionsCard detail=detail.clone()/>
                <KmtCard detail=detail.clone()/>
                <AdditionsCard detail=detail.clone()/>
            </div>
            <div class="cards">
                <RulingCard detail=detail.clone() story=story.clone()/>
                {gone(&detail)}
                {to_register(&detail, &story)}
                <Corrections detail=detail.clone() part=Part::Decision/>
                <AlikeCard detail=detail.clone()/>
                <InquiryCard detail=detail.clone() story=story.clone()/>
                <Corrections detail=detail.clone() part=Part::Investigation/>
                <ReportCard detail=detail.clone()/>
                <Corrections detail=detail.clone() part=Part::Report/>
                <FormCard story=story/>
                <Corrections detail=detail.clone() part=Part::Form/>
                <CareCard detail=detail.clone()/>
            </div>
            <div class="cards side">
                <OwnerCard detail=detail.clone()/>
                <MeetingCard detail=detail.clone()/>
                <MeldcodeCard detail=detail.clone()/>
                <RightsCard detail=detail.clone()/>
                <DestructionCard detail=detail.clone()/>
                <MoreCard detail=detail.clone()/>
            </div>
            <div class="cards"><Timeline detail=detail/></div>
        </div>
    }
}

use super::{
    super::parts::{Check, Form, Keyed, Listed, Repeated},
    frame::CommandDialog,
    referral::{self, ReferralDraft, target},
    today,
};
use crate::{
    messages::Words,
    ui::{Choice, ChoiceLook, Choices, FieldError, Notice, TextArea, picked},
};
use leptos::prelude::*;
use shared::{
    case::{
        Command, CommandKind,
        notes::{Assessment, Referral, ReferralTarget, Ruling},
    },
    moment::Day,
    report::YesNo,
};

#[derive(Clone)]
struct Draft {
    today: Day,
    meaning: String,
    assessment: Option<Assessment>,
    heard: Option<YesNo>,
    why_not: String,
    referrals: Vec<ReferralDraft>,
}

impl Listed for Draft {
    type Item = ReferralDraft;
    fn items(&self) -> &Vec<ReferralDraft> {
        &self.referrals
    }
    fn items_mut(&mut self) -> &mut Vec<ReferralDraft> {
        &mut self.referrals
    }
    fn empty(&self, key: u32) -> ReferralDraft {
        ReferralDraft { day: self.today.to_string(), ..ReferralDraft::new(key) }
    }
}

impl Draft {
    fn build(&self) -> Result<Command, Vec<FieldError>> {
        let mut check = Check::of("besluit");
        let meaning = check.prose("duiding", &self.meaning, "Schrijf op wat jullie denken dat er speelt.");
        let assessment = check.chosen("inschatting", self.assessment, "Kies hoe jullie het inschatten.");
        let heard = check.chosen("gehoord", self.heard, "Kies of de melder is gehoord.");
        let why_not_heard = match heard {
            Some(YesNo::No) => {
                check.prose("waarom-niet", &self.why_not, "Schrijf op waarom de melder niet is gehoord.")
            }
            Some(YesNo::Yes) | None => None,
        };
        let referrals = self.referrals(&mut check);
        let built = (|| {
            let (meaning, assessment, heard) = (meaning?, assessment?, heard?);
            Some(Ruling { meaning, assessment, heard, why_not_heard, referrals })
        })();
        check.finish(built.map(Command::Decide))
    }

    /// Those that are complete; what is wrong with the others stands in `check`.
    fn referrals(&self, check: &mut Check) -> Vec<Referral> {
        if self.referrals.is_empty() {
            check.wrong("gehoord", "Voeg ten minste een vervolgstap toe.");
        }
        let mut built = Vec::new();
        for (at, one) in self.referrals.iter().enumerate() {
            check.within(Some(format!("Vervolgstap {}", at + 1)));
            let to = target(&one.to);
            let twice = to.is_some() && self.referrals[..at].iter().any(|earlier| target(&earlier.to) == to);
            let alone = to == Some(ReferralTarget::TooLittle) && self.referrals.len() > 1;
            let field = format!("stap-{}-naar", one.key());
            if twice {
                check.wrong(&field, "Deze vervolgstap staat er al.");
            } else if alone {
                check.wrong(&field, "‘Nu te weinig aanwijzingen’ kan niet samen met een andere vervolgstap.");
            }
            built.extend(one.build(check, self.today));
        }
        check.within(None);
        built
    }
}

fn options<T: Words>(all: &[T]) -> Vec<Choice> {
    all.iter().map(|one| one.words().into()).collect()
}

/// The decision of the werkoverleg.
#[component]
pub fn DecideDialog() -> impl IntoView {
    let (meaning, why_not, referrals) = (String::new(), String::new(), Vec::new());
    let mut draft = Draft { today: today(), meaning, assessment: None, heard: None, why_not, referrals };
    draft.add();
    let form = Form::new("besluit", draft, Draft::build);
    let not_heard = Memo::new(move |_| form.draft.read().heard == Some(YesNo::No));
    view! {
        <CommandDialog kind=CommandKind::Decide form=form wide=true>
            <TextArea id=form.id("duiding") label="Wat denken we dat er speelt?" rows=5 note=form.note("duiding")
                value=form.part(|d| d.meaning.clone(), |d, v| d.meaning = v)/>
            <Choices id=form.id("inschatting") legend="Hoe schatten jullie het in?" options=options(Assessment::ALL)
                chosen=picked(Assessment::ALL, form.part(|d| d.assessment, |d, v| d.assessment = v))
                note=form.note("inschatting")/>
            <Choices id=form.id("gehoord") legend="Is de melder vóór dit besluit gehoord?" options=options(YesNo::ALL)
                look=ChoiceLook::Segments note=form.note("gehoord")
                chosen=picked(YesNo::ALL, form.part(|d| d.heard, |d, v| d.heard = v))/>
            <Show when=move || not_heard.get()>
                <TextArea id=form.id("waarom-niet") label="Waarom niet?" rows=2 note=form.note("waarom-niet")
                    value=form.part(|d| d.why_not.clone(), |d, v| d.why_not = v)/>
            </Show>
            <h3>"Vervolgstappen"</h3>
            <Notice><p>"Geen grondslag, dan niet delen. De naam van de melder deel je nooit."</p></Notice>
            <Repeated form=form name="Vervolgstap" max=10 fields=referral::fields/>
        </CommandDialog>
    }
}

#[cfg(test)]
mod tests;

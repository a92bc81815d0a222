use super::{
    super::{
        case::name_of,
        parts::{Heading, SelectOption, said},
        session::Session,
    },
    hand_over::HandOver,
    plan::Plan,
};
use crate::{
    client::{Call, Failure},
    messages::{self, day_with_year},
    ui::{Button, ButtonLook, Link},
};
use leptos::{prelude::*, task::spawn_local};
use shared::{
    contract::{Endpoint, OfficerView, StandIn},
    id::{AccountId, StandInId},
};

/// What the page knows, and what was said last. Get it with [`Away::here`].
#[derive(Clone, Copy)]
pub struct Away {
    /// All AFs.
    pub officers: RwSignal<Vec<OfficerView>>,
    /// Waarnemingen from today on.
    pub all: RwSignal<Vec<StandIn>>,
    /// How the last thing ended: done, or why not.
    pub said: RwSignal<Option<Result<String, String>>>,
    /// Something is under way.
    pub busy: RwSignal<bool>,
    session: Session,
}

impl Away {
    fn start() -> Self {
        let (officers, all) = (RwSignal::new(Vec::new()), RwSignal::new(Vec::new()));
        let (said, busy) = (RwSignal::new(None), RwSignal::new(false));
        let away = Self { officers, all, said, busy, session: Session::here() };
        provide_context(away);
        away
    }

    /// The one of this page.
    #[must_use]
    pub fn here() -> Self {
        expect_context()
    }

    /// Who is logged in.
    #[must_use]
    pub fn me(self) -> Option<AccountId> {
        self.session.account()
    }

    /// Colleagues to choose from: oneself left out.
    #[must_use]
    pub fn colleagues(self, wanted: impl Fn(&OfficerView) -> bool) -> Vec<SelectOption> {
        let (me, all) = (self.me(), self.officers.get());
        let others = all.iter().filter(|one| Some(&one.id) != me.as_ref() && wanted(one));
        others.map(|one| SelectOption { value: one.id.to_string(), label: one.name.as_str().to_owned() }).collect()
    }

    /// Does something, says how it ended, and reads the page again.
    pub fn run(self, done: impl Future<Output = Result<String, Failure>> + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            let ended = self.session.heed(done.await).map_err(|failure| messages::failure(&failure));
            self.said.try_set(Some(ended));
            self.busy.try_set(false);
            self.read();
        });
    }

    fn read(self) {
        spawn_local(async move {
            let read = async {
                let officers = Call::to(Endpoint::Officers).get::<Vec<OfficerView>>().await?.body;
                Ok::<_, Failure>((officers, Call::to(Endpoint::StandIns).get::<Vec<StandIn>>().await?.body))
            };
            match self.session.heed(read.await) {
                Ok((officers, all)) => {
                    self.officers.try_set(officers);
                    self.all.try_set(all);
                }
                Err(failure) => drop(self.said.try_set(Some(Err(messages::failure(&failure))))),
            }
        });
    }
}

/// Waarneming and handing over.
#[component]
pub fn AwayPage() -> impl IntoView {
    let away = Away::start();
    away.read();
    view! {
        <div class="wide stack">
            <p><Link to="/af">"‹ Te doen"</Link></p>
            <Heading text="Waarneming" title="Waarneming"/>
            <p>"Ben je er even niet? Laat een collega waarnemen. Je collega ziet dan jouw dossiers, alleen op die dagen."</p>
            <div role="status">{move || away.said.get().map(said)}</div>
            <Planned/>
            <Plan/>
            <HandOver/>
        </div>
    }
}

/// What is arranged.
#[component]
fn Planned() -> impl IntoView {
    let away = Away::here();
    let none = move || away.all.read().is_empty();
    view! {
        <section class="work" aria-label="Afgesproken">
            <h2>"Afgesproken"</h2>
            <Show when=none><p class="soft">"Er is niets afgesproken."</p></Show>
            <ul class="work-list">
                <For each=move || away.all.get() key=|one| one.id.clone() let(one)><PlannedRow one=one/></For>
            </ul>
        </section>
    }
}

#[component]
fn PlannedRow(one: StandIn) -> impl IntoView {
    let away = Away::here();
    let days = format!("{} tot en met {}", day_with_year(one.from), day_with_year(one.until));
    let own = away.me().as_ref() == Some(&one.of);
    let other = if own { one.by.clone() } else { one.of.clone() };
    let text = move || {
        let name = name_of(&away.officers.read(), &other);
        if own { format!("{name} neemt waar voor jou") } else { format!("Jij neemt waar voor {name}") }
    };
    let id = StoredValue::new(one.id);
    let press = Callback::new(move |()| away.run(end(id.get_value())));
    view! {
        <li class="work-row">
            <p class="left ok">{if own { "Jij bent weg" } else { "Jij helpt" }}</p>
            <div><h3>{text.clone()}</h3><p class="soft">{days.clone()}</p></div>
            {own.then(|| view! {
                <Button look=ButtonLook::Plain press=press busy=away.busy>
                    "Stop"<span class="sr-only">{format!(" de waarneming van {days}")}</span>
                </Button>
            })}
        </li>
    }
}

async fn end(id: StandInId) -> Result<String, Failure> {
    Call::on(Endpoint::EndStandIn, id.as_str()).get::<()>().await?;
    Ok("De waarneming is gestopt.".into())
}

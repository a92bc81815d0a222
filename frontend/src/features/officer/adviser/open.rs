use super::{
    super::{
        parts::{Check, Form},
        request::Request,
        send_form::SendForm,
    },
    opened::Opened,
};
use crate::{
    client::{Call, Failure},
    messages,
    ui::{FieldError, TextField, TextKind},
};
use leptos::prelude::*;
use shared::{
    case::kmt::CODE_DIGITS,
    contract::{Endpoint, KmtForAdviser, KmtLink, ProblemKind},
};

#[derive(Clone)]
struct Draft {
    link: String,
    code: String,
}

impl Draft {
    fn build(&self) -> Result<KmtLink, Vec<FieldError>> {
        let mut check = Check::of("adviesvraag");
        let digits = shared::code::digits(&self.code);
        if digits.chars().count() != CODE_DIGITS as usize || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
            check.wrong("code", "Vul de acht cijfers in die je door de telefoon hoorde.");
        }
        check.finish(Some(KmtLink { link: self.link.clone(), code: digits }))
    }
}

/// Asks for the code.
#[component]
pub fn OpenForm(link: String, opened: RwSignal<Option<Opened>>) -> impl IntoView {
    let form = Form::new("adviesvraag", Draft { link, code: String::new() }, Draft::build);
    let request = Request::<()>::without_session();
    let send = move |access: KmtLink| {
        let asked = access.clone();
        request.run(read(asked), move |question| opened.set(Some(Opened { access, question })));
    };
    view! {
        <SendForm form=form request=request send=send button="Lees de vraag" words=wrong_link>
            <p>"Een aandachtsfunctionaris van een gemeente vraagt je om advies, zonder namen."</p>
            <TextField id=form.id("code") label="De code" hint="Acht cijfers, die je door de telefoon hoorde"
                autocomplete="off" kind=TextKind::Phone note=form.note("code")
                value=form.part(|d| d.code.clone(), |d, v| d.code = v)/>
        </SendForm>
    }
}

async fn read(access: KmtLink) -> Result<KmtForAdviser, Failure> {
    Ok(Call::to(Endpoint::KmtQuestion).send(&access).await?.body)
}

/// What is said when it does not open.
pub fn wrong_link(failure: &Failure) -> String {
    if failure.kind() == Some(ProblemKind::NotFound) {
        "De link geldt niet (meer), of de code klopt niet. Na tien verkeerde codes gaat de link dicht. Bel wie je de link gaf."
            .into()
    } else {
        messages::failure(failure)
    }
}

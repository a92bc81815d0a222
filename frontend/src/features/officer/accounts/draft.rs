use super::{
    super::{parts::Check, session::Gemeente},
    function::FunctionSelect,
};
use crate::{
    messages::{Words, officer::text_error},
    ui::{Bound, ChoiceLook, Choices, FieldNote, TextField, picked},
};
use leptos::prelude::*;
use shared::{access::Role, contract::NewAccount, id::FunctionId, text::Login};

/// A new account, as typed.
#[derive(Clone, Default)]
pub struct AccountDraft {
    pub login: String,
    pub name: String,
    pub role: Option<Role>,
    /// Of an AF: a function of the profile, or nothing while it is not known.
    pub function: String,
}

impl AccountDraft {
    /// Checks it as part of a form; ids are `before` and the field.
    pub fn build(&self, check: &mut Check, before: &str) -> Option<NewAccount> {
        let at = |field: &str| format!("{before}{field}");
        let name = check.line(&at("naam"), &self.name, "Vul de naam in.");
        let login = Login::parse(&self.login)
            .map_err(|error| check.wrong(&at("inlognaam"), text_error(error, Login::MAX, "Vul een inlognaam in.")))
            .ok();
        let role = check.chosen(&at("rol"), self.role, "Kies een rol.")?;
        let function = (role == Role::Officer).then(|| FunctionId::parse(&self.function).ok()).flatten();
        Some(NewAccount { login: login?, name: name?, role, function })
    }
}

/// What the fields read and write, with what to say at each.
#[derive(Clone, Copy)]
pub struct AccountParts {
    pub name: (Bound<String>, FieldNote),
    pub login: (Bound<String>, FieldNote),
    pub role: (Bound<Option<Role>>, FieldNote),
    pub function: Bound<String>,
}

/// Name, log-in name, role, and of an AF the function.
#[component]
pub fn AccountFields(
    /// Before the ids of the fields.
    #[prop(into)]
    before: String,
    parts: AccountParts,
    /// Whether the role can be chosen.
    role: bool,
) -> impl IntoView {
    let id = |field: &str| format!("{before}{field}");
    let options = Role::ALL.iter().map(|one| one.words().into()).collect();
    let (function_id, functions) = (id("functie"), !Gemeente::here().profile.functions.is_empty());
    let (role_id, login_hint) = (id("rol"), "Hoofdletters en kleine letters maken niet uit");
    view! {
        <TextField id=id("naam") label="Naam" value=parts.name.0 note=parts.name.1/>
        <TextField id=id("inlognaam") label="Inlognaam" hint=login_hint value=parts.login.0 note=parts.login.1/>
        {role.then(|| view! {
            <Choices id=role_id legend="Rol" options=options look=ChoiceLook::Segments
                chosen=picked(Role::ALL, parts.role.0) note=parts.role.1/>
        })}
        <Show when=move || functions && parts.role.0.get() == Some(Role::Officer)>
            <FunctionSelect id=function_id.clone() value=parts.function/>
        </Show>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_account_is_asked_for_everything() {
        let mut check = Check::of("account");
        AccountDraft::default().build(&mut check, "");
        let errors = check.finish(Some(())).unwrap_err();
        let ids: Vec<&str> = errors.iter().map(|error| error.id.as_str()).collect();
        assert_eq!(ids, ["account-naam", "account-inlognaam", "account-rol"]);
    }
}

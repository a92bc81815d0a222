use super::{
    super::{
        parts::{Check, Form},
        session::Gemeente,
    },
    function::FunctionSelect,
};
use crate::{
    messages::officer::text_error,
    ui::{Bound, ChoiceField, TextField},
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
    /// Checks it as part of a form, whose fields have names that begin with `before`.
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

/// The place of one account in a form of several.
pub struct At<D> {
    /// Reads it.
    pub read: fn(&D) -> &AccountDraft,
    /// Changes it.
    pub write: fn(&mut D) -> &mut AccountDraft,
}

impl<D> Clone for At<D> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D> Copy for At<D> {}

/// A part of that account, to read and write.
fn part<D: Send + Sync + 'static, V: Clone + Send + Sync + 'static>(
    draft: RwSignal<D>,
    at: At<D>,
    get: fn(&AccountDraft) -> V,
    set: fn(&mut AccountDraft, V),
) -> Bound<V> {
    let read = Signal::derive(move || draft.with(|draft| get((at.read)(draft))));
    Bound::new(read, Callback::new(move |value| draft.update(|draft| set((at.write)(draft), value))))
}

/// Name, log-in name, role, and of an AF the function.
#[component]
pub fn AccountFields<D: Send + Sync + 'static, T: Send + Sync + 'static>(
    form: Form<D, T>,
    at: At<D>,
    /// The prefix of the names of the fields.
    before: &'static str,
    /// Whether the role can be chosen.
    role: bool,
) -> impl IntoView {
    let draft = form.draft;
    let named = |field: &str| (form.id(&format!("{before}{field}")), form.note(&format!("{before}{field}")));
    let ((name_id, name_note), (login_id, login_note)) = (named("naam"), named("inlognaam"));
    let ((role_id, role_note), (function_id, _)) = (named("rol"), named("functie"));
    let chosen = part(draft, at, |d| d.role, |d, v| d.role = v);
    let function = part(draft, at, |d| d.function.clone(), |d, v| d.function = v);
    let functions = !Gemeente::here().profile.functions.is_empty();
    view! {
        <TextField id=name_id label="Naam" note=name_note value=part(draft, at, |d| d.name.clone(), |d, v| d.name = v)/>
        <TextField id=login_id label="Inlognaam" hint="Hoofdletters en kleine letters maken niet uit" note=login_note
            value=part(draft, at, |d| d.login.clone(), |d, v| d.login = v)/>
        {role.then(|| view! {
            <ChoiceField id=role_id legend="Rol" all=Role::WITH_PAGES value=chosen note=role_note/>
        })}
        <Show when=move || functions && chosen.get() == Some(Role::Officer)>
            <FunctionSelect id=function_id.clone() value=function/>
        </Show>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_without_pages_is_not_offered() {
        use Role::{Administrator, Adviser, Analyst, Officer, PrivacyOfficer};
        assert_eq!(Role::WITH_PAGES, [Officer, Administrator, PrivacyOfficer, Adviser]);
        assert!(!Role::WITH_PAGES.contains(&Analyst));
    }

    #[test]
    fn a_new_account_is_asked_for_everything() {
        let mut check = Check::of("account");
        AccountDraft::default().build(&mut check, "");
        let errors = check.finish(Some(())).unwrap_err();
        let ids: Vec<&str> = errors.iter().map(|error| error.id.as_str()).collect();
        assert_eq!(ids, ["account-naam", "account-inlognaam", "account-rol"]);
    }
}

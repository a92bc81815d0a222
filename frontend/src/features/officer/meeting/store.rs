use super::super::request::Request;
use crate::client::{Call, Failure};
use leptos::prelude::*;
use shared::{
    case::meeting::MeetingCommand,
    contract::{Endpoint, MeetingOfficer, MeetingView, MeetingsPage},
    id::{AccountId, CaseNumber, FunctionId},
    profile::Function,
};
use std::sync::Arc;

/// Asks for something, and gives the list as it is then.
///
/// # Errors
/// Every [`Failure`].
pub async fn ask(command: MeetingCommand) -> Result<MeetingsPage, Failure> {
    Ok(Call::to(Endpoint::CommandMeetings).send::<_, MeetingsPage>(&command).await?.body)
}

/// One werkoverleg, read again after each change.
#[derive(Clone, Copy)]
pub struct Meeting {
    id: StoredValue<String>,
    /// As read last.
    pub view: RwSignal<Option<Arc<MeetingView>>>,
    /// Reading.
    pub reading: Request,
    /// Changing; it keeps a text on the last result.
    pub changing: Request<String>,
}

impl Meeting {
    /// Not read yet. Once per page.
    #[must_use]
    pub fn new(id: &str) -> Self {
        let id = StoredValue::new(id.to_owned());
        Self { id, view: RwSignal::new(None), reading: Request::new(), changing: Request::new() }
    }

    /// Reads it.
    pub fn read(self) {
        self.reading.run(async move { self.fetch().await }, |()| ());
    }

    async fn fetch(self) -> Result<(), Failure> {
        let id = self.id.get_value();
        let view = Call::on(Endpoint::Meeting, &id).ask::<MeetingView>().await?.body;
        self.view.try_set(Some(Arc::new(view)));
        Ok(())
    }

    /// Changes it.
    pub fn change(self, command: MeetingCommand) {
        let work = async move {
            ask(command).await?;
            self.fetch().await
        };
        self.changing.run(work, |()| "Bewaard.".into());
    }
}

/// The key of a case in a form: `2026-17`.
#[must_use]
pub fn key_of(number: CaseNumber) -> String {
    format!("{}-{}", number.year, number.sequence)
}

/// The case of such a key.
#[must_use]
pub fn number_of(key: &str) -> Option<CaseNumber> {
    let (year, sequence) = key.split_once('-')?;
    Some(CaseNumber { year: year.parse().ok()?, sequence: sequence.parse().ok()? })
}

/// The function of an AF: on paper it stands for the name.
#[must_use]
pub fn function_of(officers: &[MeetingOfficer], functions: &[Function], who: &AccountId) -> String {
    let id = officers.iter().find(|one| one.id == *who).and_then(|one| one.function.as_ref());
    id.and_then(|id| name_of(functions, id)).unwrap_or_else(|| "Aandachtsfunctionaris".into())
}

/// The name of a function.
#[must_use]
pub fn name_of(functions: &[Function], id: &FunctionId) -> Option<String> {
    functions.iter().find(|one| one.id == *id).map(|one| one.name.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_leads_back_to_its_case() {
        let number = CaseNumber { year: 2026, sequence: 17 };
        assert_eq!(number_of(&key_of(number)), Some(number));
        assert_eq!(number_of("2026"), None);
    }
}

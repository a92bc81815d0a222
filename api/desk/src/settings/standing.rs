//! What a part is checked against besides itself: the file, the accounts, the lists that are kept, and functions that
//! there were once.
use super::lists;
use crate::{Desk, account, instance::StoredSettings};
use kit::Failure;
use shared::{
    id::FunctionId,
    profile::{Function, Profile},
    report::{Finding, FindingCode},
    settings::{Part, PartKind},
};

type Findings = Vec<Finding<String>>;

/// What is wrong with a part, as things stand.
///
/// # Errors
/// [`Failure::Unavailable`].
pub(super) fn check(desk: &Desk, stored: &StoredSettings, part: &Part) -> Result<Findings, Failure> {
    let base = desk.environment().base()?;
    let mut found = part.check_over(&base);
    if let Part::Functions(_) = part {
        found.extend(of_functions(desk, stored, &functions(part, &base), &base)?);
    }
    if let Part::List(Some(version)) = part
        && !lists::is_known(desk, version, stored)
    {
        found.push(Finding { field: "signalenlijst".into(), code: FindingCode::UnknownList });
    }
    Ok(found)
}

/// The functions that held until now, to be remembered once others hold.
pub(super) fn remember(desk: &Desk, stored: &mut StoredSettings) -> Result<(), Failure> {
    let base = desk.environment().base()?;
    for function in functions(&stored.now.part(PartKind::Functions), &base) {
        if !stored.functions.contains(&function) {
            stored.functions.push(function);
        }
    }
    Ok(())
}

fn functions(part: &Part, base: &Profile) -> Vec<Function> {
    if let Part::Functions(Some(functions)) = part { functions.clone() } else { base.functions.clone() }
}

/// A function that an account has, stays: without it that AF may see no report that excludes any function. And an id
/// never becomes another function: reports exclude it.
fn of_functions(desk: &Desk, stored: &StoredSettings, new: &[Function], base: &Profile) -> Result<Findings, Failure> {
    let mut found = Findings::new();
    let now = functions(&stored.now.part(PartKind::Functions), base);
    let accounts = account::all(desk)?;
    let held = |id: &FunctionId| {
        accounts.iter().any(|account| account.function.as_ref() == Some(id) && account.view().left.is_none())
    };
    let is_gone = |function: &&Function| !new.iter().any(|one| one.id == function.id);
    if now.iter().filter(is_gone).any(|function| held(&function.id)) {
        found.push(Finding { field: "functies".into(), code: FindingCode::InUse });
    }
    let once = || stored.functions.iter().chain(&base.functions);
    for (at, function) in new.iter().enumerate() {
        let is_now = now.iter().any(|one| one.id == function.id);
        let was_another = || once().any(|one| one.id == function.id) && !once().any(|one| one == function);
        if !is_now && was_another() {
            found.push(Finding { field: format!("functies/{at}/naam"), code: FindingCode::UsedBefore });
        }
    }
    Ok(found)
}

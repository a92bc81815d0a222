use axum::response::Response;
use desk::{account, audit, entrance::Call};
use kit::{
    Failure,
    web::{body, routes::answer},
};
use shared::{
    access::Role,
    audit::Denial,
    contract::{Endpoint, ErrorItem, NewAccount, ProblemKind, SetUp},
};

/// The first accounts of a new instance, once, with the token from the set-up link. Each gets an invitation and an
/// audit line; a refused attempt is counted in the audit.
pub async fn set_up(call: Call) -> Result<Response, Failure> {
    let desk = &call.desk;
    let asked: SetUp = body::json(call.request).await?;
    if !desk.is_token("setup_token", &asked.token)? {
        audit::count(desk, Denial::SetUp, Endpoint::SetUp, None)?;
        let detail = "De inrichtlink klopt niet of geldt niet meer. Vraag de beheerder van de server om een nieuwe.";
        return Err(Failure::of(ProblemKind::Forbidden, detail));
    }
    check(&asked.accounts)?;
    let made = account::first(desk, asked.accounts).or_else(|failure| {
        audit::count(desk, Denial::SetUp, Endpoint::SetUp, None)?;
        Err(failure)
    })?;
    Ok(answer(Endpoint::SetUp, &made))
}

/// Enough accounts, not too many, and one of each role that an instance needs to begin.
fn check(accounts: &[NewAccount]) -> Result<(), Failure> {
    let missing = |role: &Role| !accounts.iter().any(|account| account.role == *role);
    let (code, detail) = if accounts.len() < SetUp::FEWEST {
        ("te-weinig", "Maak ten minste 3 accounts.")
    } else if accounts.len() > SetUp::MOST {
        ("te-veel", "Maak hoogstens 10 accounts.")
    } else if [Role::Officer, Role::Administrator, Role::PrivacyOfficer].iter().any(missing) {
        ("rol-ontbreekt", "Maak ten minste één AF, één beheerder en één FG.")
    } else {
        return Ok(());
    };
    Err(Failure::bad_body(vec![ErrorItem::new("/accounts", code, detail)]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::contract::examples;

    #[test]
    fn too_few_too_many_and_a_missing_role_have_a_code_each() {
        let code = |roles: &[Role]| {
            let accounts: Vec<NewAccount> = roles.iter().map(|role| examples::new_account(*role).unwrap()).collect();
            match check(&accounts) {
                Err(Failure::Problem(ProblemKind::BadRequest, _, errors)) => errors[0].code.clone(),
                other => format!("{other:?}"),
            }
        };
        let all = [Role::Officer, Role::Administrator, Role::PrivacyOfficer];
        assert_eq!(code(&all), "Ok(())");
        assert_eq!(code(&all[..2]), "te-weinig");
        assert_eq!(code(&[]), "te-weinig");
        assert_eq!(code(&[Role::Officer; 11]), "te-veel");
        assert_eq!(code(&[Role::Officer; 3]), "rol-ontbreekt");
    }
}

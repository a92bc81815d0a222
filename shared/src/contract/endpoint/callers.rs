//! The groups of callers that the table of endpoints names.
use crate::access::{Access, Role};

pub(super) const ANYONE: Access = Access::Anyone;
pub(super) const TOKEN: Access = Access::Token;
pub(super) const LOGGED_IN: Access = Access::LoggedIn;
pub(super) const AF: Access = Access::Only(&[Role::Officer]);
pub(super) const AF_OR_FG: Access = Access::Only(&[Role::Officer, Role::PrivacyOfficer]);
pub(super) const AF_OR_ANALYST: Access = Access::Only(&[Role::Officer, Role::Analyst]);
pub(super) const FG: Access = Access::Only(&[Role::PrivacyOfficer]);
pub(super) const KMT: Access = Access::Only(&[Role::Adviser]);
pub(super) const BEHEER: Access = Access::Only(&[Role::Administrator]);
pub(super) const STAFF: Access = Access::Only(&[Role::Officer, Role::Administrator, Role::PrivacyOfficer]);

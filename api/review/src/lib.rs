//! The AF's component: worklist, cases, accounts.

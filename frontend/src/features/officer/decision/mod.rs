//! The decision of the werkoverleg, on a page of its own: it is the largest form of an AF.
mod page;
mod referral;
mod ruling;

pub use page::DecisionPage;

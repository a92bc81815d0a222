//! What the components have in common: store, session, clock, problem documents.

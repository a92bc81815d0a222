//! What is valid, who may what, which step follows which, which URL carries it.

//! Static files, security headers, the gemeente's profile.

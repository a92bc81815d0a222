//! Which route a path takes: the most specific one that matches.

use anyhow::{Result, bail};

/// A route of the manifest: `/a/b`, `/a/:name/b`, `/a/...`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    raw: String,
    segments: Vec<Segment>,
    /// It ends in `/...`.
    wild: bool,
}

// the order is the order of preference
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Segment {
    Fixed(String),
    Named(String),
}

/// How a path matched.
#[derive(Debug, PartialEq, Eq)]
pub struct Match<'r, 'p> {
    /// The route.
    pub route: &'r Route,
    /// The part matched by `/...`, with its slash; empty without.
    pub rest: &'p str,
    /// The part matched by `:name`.
    pub named: Vec<(&'r str, &'p str)>,
}

impl Route {
    /// Reads a route.
    pub fn parse(raw: &str) -> Result<Self> {
        if !raw.starts_with('/') {
            bail!("route {raw} has to begin with /");
        }
        let (path, wild) = match raw.strip_suffix("/...") {
            Some(path) => (path, true),
            None => (raw, false),
        };
        let mut segments = Vec::new();
        for segment in path.split('/').filter(|segment| !segment.is_empty()) {
            match segment.strip_prefix(':') {
                Some("") => bail!("route {raw} has a : without a name"),
                Some(name) => segments.push(Segment::Named(name.into())),
                None if segment.contains('*') || segment.contains("...") => {
                    bail!("route {raw}: {segment} is not known; only /... at the end is")
                }
                None => segments.push(Segment::Fixed(segment.into())),
            }
        }
        let raw = raw.into();
        Ok(Self { raw, segments, wild })
    }

    /// As written in the manifest.
    #[must_use]
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// Without the `/...`.
    #[must_use]
    pub fn base(&self) -> &str {
        self.raw.strip_suffix("/...").unwrap_or(&self.raw)
    }

    /// How `path` matches, if it does. A slash at the end makes no difference to which route it is.
    #[must_use]
    pub fn matches<'r, 'p>(&'r self, path: &'p str) -> Option<Match<'r, 'p>> {
        let mut rest = path;
        let mut named = Vec::new();
        for segment in &self.segments {
            let after = rest.strip_prefix('/')?;
            let end = after.find('/').unwrap_or(after.len());
            let found = &after[..end];
            match segment {
                Segment::Fixed(fixed) if fixed == found => {}
                Segment::Fixed(_) => return None,
                Segment::Named(_) if found.is_empty() => return None,
                Segment::Named(name) => named.push((name.as_str(), found)),
            }
            rest = &after[end..];
        }
        if !self.wild && !matches!(rest, "" | "/") {
            return None;
        }
        let rest = if self.wild { rest } else { "" };
        Some(Match { route: self, rest, named })
    }

    /// Sorts the more specific route before: fixed before named before `/...`, segment by segment.
    fn precedence(&self, other: &Self) -> std::cmp::Ordering {
        let rank = |route: &Self, at: usize| match route.segments.get(at) {
            Some(Segment::Fixed(_)) => 0,
            Some(Segment::Named(_)) => 1,
            None if route.wild => 3,
            None => 2,
        };
        let longest = self.segments.len().max(other.segments.len());
        (0..=longest)
            .map(|at| rank(self, at).cmp(&rank(other, at)))
            .find(|order| order.is_ne())
            .unwrap_or(std::cmp::Ordering::Equal)
    }
}

/// Routes with what they lead to, the most specific first.
#[derive(Debug, Clone)]
pub struct Routes<T>(Vec<(Route, T)>);

impl<T> Routes<T> {
    /// Puts routes in order.
    #[must_use]
    pub fn new(mut routes: Vec<(Route, T)>) -> Self {
        routes.sort_by(|(a, _), (b, _)| a.precedence(b));
        Self(routes)
    }

    /// The route that `path` takes.
    #[must_use]
    pub fn find<'r, 'p>(&'r self, path: &'p str) -> Option<(Match<'r, 'p>, &'r T)> {
        self.0.iter().find_map(|(route, to)| Some((route.matches(path)?, to)))
    }

    /// All routes, the most specific first.
    pub fn iter(&self) -> impl Iterator<Item = &(Route, T)> {
        self.0.iter()
    }
}

//! On which line of a file of JSON each field of a list stands.
use shared::report::Finding;

/// The fields of a list that can be read, with their lines.
#[derive(Default)]
pub struct Places {
    /// Of the list itself: name and line.
    own: Vec<(String, usize)>,
    /// Of each signal: where it begins, and its fields.
    signals: Vec<(usize, Vec<(String, usize)>)>,
}

/// How deep the fields of the list and those of a signal stand.
const OWN: usize = 1;
const OF_SIGNAL: usize = 3;

impl Places {
    /// Those in a text that is a list.
    pub fn of(text: &str) -> Self {
        let mut places = Self::default();
        let (mut depth, mut line, mut words): (usize, usize, Option<(String, usize)>) = (0, 1, None);
        let mut signs = text.chars();
        while let Some(sign) = signs.next() {
            match sign {
                '\n' => line += 1,
                '"' => words = Some((word(&mut signs), line)),
                '{' | '[' => {
                    depth += 1;
                    if sign == '{' && depth == OF_SIGNAL {
                        places.signals.push((line, Vec::new()));
                    }
                }
                '}' | ']' => depth = depth.saturating_sub(1),
                ':' => places.add(depth, words.take()),
                _other => {}
            }
        }
        places
    }

    fn add(&mut self, depth: usize, found: Option<(String, usize)>) {
        let place = match depth {
            OWN => Some(&mut self.own),
            OF_SIGNAL => self.signals.last_mut().map(|(_, fields)| fields),
            _other => None,
        };
        if let (Some(place), Some(found)) = (place, found) {
            place.push(found);
        }
    }

    /// The line of a finding; of the signal if the field itself is not there.
    pub fn line(&self, finding: &Finding<String>) -> Option<usize> {
        let parts: Vec<&str> = finding.field.split('/').collect();
        let named = |fields: &[(String, usize)], name: &str| {
            fields.iter().find(|(field, _)| field == name).map(|(_, line)| *line)
        };
        match parts.as_slice() {
            [_, number, field] => {
                let (begin, fields) = self.signals.get(number.parse::<usize>().ok()?)?;
                Some(named(fields, field).unwrap_or(*begin))
            }
            [field] => named(&self.own, field),
            _other => None,
        }
    }
}

/// What stands between quotes, of which the first is read already.
fn word(signs: &mut std::str::Chars<'_>) -> String {
    let mut word = String::new();
    while let Some(sign) = signs.next() {
        match sign {
            '"' => break,
            '\\' => drop(signs.next()),
            other => word.push(other),
        }
    }
    word
}

//! The Dutch of the command line: clap's own headings, defaults and errors. What the commands and flags mean is said
//! where they are declared.
use clap::{
    Arg, ArgAction, Command, CommandFactory, Error, FromArgMatches,
    error::{ContextKind, ContextValue, ErrorKind},
};

const TEMPLATE: &str = "{about-with-newline}\nGebruik: {usage}\n\n{all-args}{after-help}";
const OPTIONS: &str = "Opties";

/// Reads the command line. Prints help, the version or an error in Dutch, and ends the process, as clap's `parse` does.
pub fn parse<T: CommandFactory + FromArgMatches>() -> T {
    let matches = translated(T::command()).try_get_matches();
    matches.and_then(|matches| T::from_arg_matches(&matches)).unwrap_or_else(|error| exit(&error))
}

fn exit(error: &Error) -> ! {
    let asked =
        [ErrorKind::DisplayHelp, ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand, ErrorKind::DisplayVersion];
    if asked.contains(&error.kind()) {
        print!("{}", error.to_string().replace("[OPTIONS]", "[OPTIES]"));
    } else {
        eprint!("{}", sentence(error));
    }
    std::process::exit(error.exit_code())
}

/// The command and all below it, with Dutch headings, `--help` and defaults.
pub fn translated(command: Command) -> Command {
    let command = command
        .help_template(TEMPLATE)
        .subcommand_help_heading("Opdrachten")
        .subcommand_value_name("OPDRACHT")
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .mut_args(explained)
        .arg(flag("help", 'h', ArgAction::Help, "Toont deze uitleg"));
    let command = if command.get_version().is_some() {
        command.arg(flag("version", 'V', ArgAction::Version, "Toont de versie"))
    } else {
        command
    };
    command.mut_subcommands(translated)
}

fn flag(name: &'static str, short: char, action: ArgAction, help: &'static str) -> Arg {
    Arg::new(name).long(name).short(short).action(action).help(help).help_heading(OPTIONS)
}

/// The argument, with its default and its environment variable in Dutch.
fn explained(argument: Arg) -> Arg {
    let defaults: Vec<_> = argument.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    let mut help = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let takes_a_value = argument.get_action().takes_values();
    if !defaults.is_empty() && takes_a_value {
        help.push_str(&format!(" [standaard: {}]", defaults.join(", ")));
    }
    if let Some(variable) = argument.get_env() {
        help.push_str(&format!(" [omgeving: {}]", variable.to_string_lossy()));
    }
    let heading = if argument.is_positional() { "Gegevens" } else { OPTIONS };
    argument.hide_default_value(takes_a_value).hide_env(takes_a_value).help(help).help_heading(heading)
}

/// A sentence about the error on the command line, and the right form.
fn sentence(error: &Error) -> String {
    let meant = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand].map(|kind| said(error, kind)).concat();
    let meant = if meant.is_empty() { meant } else { format!("Bedoel je {meant}?\n") };
    let usage = said(error, ContextKind::Usage).replace("Usage:", "Gebruik:").replace("[OPTIONS]", "[OPTIES]");
    format!("meldroute: {}\n{meant}\n{}\n\nMeer uitleg geeft --help.\n", problem(error), usage.trim())
}

/// The error alone. A kind that clap adds later gets clap's own text.
fn problem(error: &Error) -> String {
    let argument = said(error, ContextKind::InvalidArg);
    let value = said(error, ContextKind::InvalidValue);
    let wrong_value = if value.is_empty() {
        format!("{argument} mist een waarde")
    } else {
        format!("{argument} kan niet zijn: {value}")
    };
    let known = [
        (ErrorKind::MissingRequiredArgument, format!("dit ontbreekt: {argument}")),
        (ErrorKind::MissingSubcommand, "kies een opdracht".into()),
        (ErrorKind::InvalidSubcommand, format!("onbekende opdracht: {}", said(error, ContextKind::InvalidSubcommand))),
        (ErrorKind::UnknownArgument, format!("onbekend: {argument}")),
        (ErrorKind::ArgumentConflict, format!("{argument} past niet bij wat er verder staat, of staat er twee keer")),
        (ErrorKind::InvalidValue, wrong_value.clone()),
        (ErrorKind::ValueValidation, wrong_value),
    ];
    let found = known.into_iter().find(|(kind, _)| *kind == error.kind()).map(|(_, text)| text);
    found.unwrap_or_else(|| format!("dit kan niet zo ({})", error.kind().as_str().unwrap_or("onbekende fout")))
}

/// The context that clap adds to an error, as text.
fn said(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::StyledStrs(texts)) => texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Arguments;

    fn every_page(command: &mut Command, found: &mut Vec<String>) {
        found.push(command.render_long_help().to_string().replace("[OPTIONS]", "[OPTIES]"));
        command.get_subcommands_mut().for_each(|below| every_page(below, found));
    }

    fn error(words: &[&str]) -> String {
        let words = std::iter::once("meldroute").chain(words.iter().copied());
        sentence(&translated(Arguments::command()).try_get_matches_from(words).unwrap_err())
    }

    #[test]
    fn no_page_of_help_has_english_words() {
        let mut pages = Vec::new();
        let mut command = translated(Arguments::command());
        command.build();
        every_page(&mut command, &mut pages);
        assert!(pages.len() > 18, "every command has a page: {}", pages.len());
        let english = ["Usage", "Options", "Commands", "Arguments", "Print ", "default", "env:", " the ", " and "];
        for page in &pages {
            assert!(page.contains("Gebruik: ") && page.contains("Toont deze uitleg"), "{page}");
            let found: Vec<_> = english.iter().filter(|word| page.contains(*word)).collect();
            assert!(found.is_empty(), "{found:?} in {page}");
        }
        assert!(pages.iter().any(|page| page.contains("[standaard: runtime-config.toml]")));
        assert!(pages.iter().any(|page| page.contains("[omgeving: SPIN_VARIABLE_GEMEENTE]")));
    }

    #[test]
    fn an_error_is_explained_in_dutch() {
        let table: [(&[&str], &str); 6] = [
            (&["toveren"], "onbekende opdracht: toveren"),
            (&["reservekopie"], "dit ontbreekt: --naar <MAP>, --sleutels-naar <MAP>"),
            (&["controle", "--livegnag"], "Bedoel je --livegang?"),
            (&["termijn", "gisteren"], "<DATUM>... kan niet zijn: gisteren"),
            (&["termijn", "2026-12-23", "--gemeente"], "--gemeente <NAAM> mist een waarde"),
            (&["logboek", "controle", "--hoofd", "1:0", "--hoofd", "1:0"], "--hoofd"),
        ];
        for (words, wanted) in table {
            let text = error(words);
            assert!(text.starts_with("meldroute: ") && text.contains(wanted), "{words:?}: {text}");
            assert!(!text.contains("Usage") && !text.contains("error"), "{text}");
        }
    }

    fn flags(command: &Command, found: &mut Vec<String>) {
        found.extend(command.get_arguments().filter_map(|argument| Some(format!("--{}", argument.get_long()?))));
        command.get_subcommands().for_each(|below| flags(below, found));
    }

    /// A flag that a message tells somebody to use is there, under that name.
    #[test]
    fn every_flag_in_a_text_is_one_that_there_is() {
        let mut known: Vec<String> = [
            "--listen",
            "--every",
            "--every-bearer",
            "--allow-private",
            "--runtime-config-file",
            "--files",
            "--cache",
            "--system",
            "--now",
        ]
        .map(String::from)
        .to_vec();
        flags(&translated(Arguments::command()), &mut known);
        let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
        while let Some(folder) = folders.pop() {
            for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                let text = if path.is_dir() { String::new() } else { std::fs::read_to_string(&path).unwrap() };
                let code = text.split("#[cfg(test)]").next().unwrap_or_default().lines();
                let code: String = code.filter(|line| !line.trim_start().starts_with("//")).collect();
                for word in code.split(|c: char| !c.is_ascii_lowercase() && c != '-').filter(|word| word.len() > 3) {
                    let names_none = word.starts_with("--") && !known.iter().any(|flag| flag == word);
                    assert!(!names_none || word == "--help", "{}: {word}", path.display());
                }
                folders.extend(path.is_dir().then_some(path));
            }
        }
    }

    #[test]
    fn the_english_names_of_earlier_versions_still_work() {
        for words in [
            &["check", "--runtime-config", "x", "--keys", "y", "--livegang"][..],
            &["backup", "--to", "x", "--keys-to", "y"],
            &["restore", "--content", "x", "--key-backup", "y", "--to", "z"],
            &["keys", "reseal", "--compromised"],
            &["audit", "verify"],
            &["--profiles", "x", "deadline", "2026-12-23"],
        ] {
            let words = std::iter::once("meldroute").chain(words.iter().copied());
            assert!(translated(Arguments::command()).try_get_matches_from(words).is_ok());
        }
    }
}

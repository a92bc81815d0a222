//! The second half of the table of endpoints: the audit, what leaves a case, retention, the rights of people, and the
//! instance itself.

/// Adds these rows to those of `table.rs`, and hands all of them to the macro with this name.
macro_rules! with_rest {
    ($to:ident { $($rows:tt)* }) => {
        $to! {
            $($rows)*
                /// The audit, newest first: `?dossier=&wie=&wat=&voor=`.
                Audit = Review Get "/logboek" 200 "Wie deed of bekeek wat",
                    "Audit", FG, Line(ViewAudit), with [Object, Actor, Action, Before], gives AuditPage;
                /// Whether anything in the audit was altered, removed or reordered.
                AuditCheck = Review Get "/logboek/controle" 200 "Klopt het logboek nog",
                    "AuditCheck", FG, Line(CheckAudit), gives AuditCheck;
                /// An older address for acts, until version 2 of the API. It does the same as
                /// `/dossiers/{id}/opdrachten`.
                CommandRights = Review Post "/dossiers/{id}/rechten" 200 "Geef een opdracht aan een dossier (oud adres)",
                    "CommandRights", AF, Line(CommandRights), processes Rights, with [Revision, CodeKey],
                    takes ActDraft = acts::all, gives CommandDone;
                /// What of a case may go to one receiver of the decision, by the table of the gemeente, and what goes.
                Pack = Review Post "/dossiers/{id}/stukken" 200 "Bekijk wat er naar een ontvanger mag",
                    "Pack", AF, Line(ViewPack), processes ViewCase, takes PackQuestion = bodies::pack, gives PackAnswer;
                /// Keeps what goes to a receiver, as it goes. Refused when that is not what was read.
                KeepPack = Review Post "/dossiers/{id}/stukken/vastleggen" 200 "Leg vast wat er naar een ontvanger gaat",
                    "KeepPack", AF, Line(KeepPack), processes Share, takes PackToKeep = bodies::pack_to_keep, gives KeptPack;
                /// What was kept for a receiver, to the letter. Refused while processing is restricted.
                KeptPack = Review Post "/dossiers/{id}/stukken/vastgelegd" 200 "Bekijk wat voor een ontvanger is vastgelegd",
                    "KeptPack", AF, Line(ViewKeptPack), processes ViewCase, refuses [404], takes PackToSee = bodies::kept_pack, gives KeptPack;
                /// The same as pages. What was kept is the file; the pages are made of it.
                PackPages = Review Post "/dossiers/{id}/stukken/pdf" 200 "Maak een PDF van wat voor een ontvanger is vastgelegd",
                    "PackPages", AF, Line(PrintKeptPack), processes ViewCase, refuses [404], takes PackToSee = bodies::kept_pack, gives MadeFile;
                /// What was kept for receivers of decisions that are there now, of the cases of the AF who asks.
                AgendaPacks = Review Get "/stukken" 200 "Wat er voor een tafel is vastgelegd",
                    "AgendaPacks", AF, Line(ViewAgendaPacks), processes ViewCase, gives AgendaPacks;
                /// Some of it, for one receiver, as pages.
                AgendaPages = Review Post "/stukken/agenda" 200 "Maak een PDF van stukken voor één tafel",
                    "AgendaPages", AF, Line(PrintAgenda), processes ViewCase, refuses [404, 409, 413],
                    takes AgendaToPrint = bodies::agenda, gives MadeFile;
                /// The package for the gemeente's own register: the case without whoever reported it, as pages and as
                /// JSON.
                RegisterPackage = Review Post "/dossiers/{id}/overdracht" 200 "Maak het pakket voor het register",
                    "RegisterPackage", AF, Line(MakeRegisterPackage), processes Share, gives MadeFile;
                /// Looks for names of the case in texts for KMT, and gives them without.
                LookForNames = Review Post "/dossiers/{id}/namen" 200 "Zoek namen in een vraag aan het KMT",
                    "LookForNames", AF, Line(LookForNames), processes HandleCase, takes NamesQuestion = bodies::names, gives NamesAnswer;
                /// A question to KMT, for the adviser who holds its link and its code.
                KmtQuestion = Review Post "/adviesvragen" 200 "Lees een vraag aan het KMT, met link en code",
                    "KmtQuestion", ANYONE, Noted(ViewKmtQuestion), processes Share, refuses [404],
                    takes KmtLink = bodies::kmt_link, gives KmtForAdviser;
                /// The adviser answers it, or asks something back. The same once more is no second answer.
                AnswerKmtQuestion = Review Post "/adviesvragen/antwoorden" 200 "Beantwoord een vraag aan het KMT",
                    "AnswerKmtQuestion", ANYONE, Noted(AnswerKmtQuestion), processes HandleCase, refuses [404, 409],
                    takes KmtAnswer = bodies::kmt_answer, gives KmtForAdviser;
                /// The questions to KMT that the adviser who is logged in was asked and may still answer.
                KmtQuestions = Review Get "/adviesvragen" 200 "Mijn vragen als adviseur van het KMT",
                    "KmtQuestions", KMT, Line(ViewKmtQuestions), processes Share, gives Vec<KmtAsked>;
                /// That adviser answers one, or asks something back.
                AnswerOwnKmtQuestion = Review Post "/adviesvragen/{id}/antwoorden" 200 "Beantwoord een vraag die aan mij is gesteld",
                    "AnswerOwnKmtQuestion", KMT, Line(AnswerKmtQuestion), processes HandleCase, refuses [404, 409],
                    takes KmtOwnAnswer = bodies::kmt_own_answer, gives KmtForAdviser;
                /// A copy for the data subject, with third parties and the melder blanked.
                AccessCopy = Review Post "/dossiers/{id}/inzage" 200 "Maak een kopie voor wie het betreft",
                    "AccessCopy", AF, Line(MakeCopy), processes Access, takes AccessQuestion = bodies::copy, gives CopyAnswer;
                /// Due cases and proposals to destroy one: `?pagina=`.
                Retention = Review Get "/bewaren" 200 "Wat er te vernietigen is",
                    "Retention", AF_OR_FG, Line(ViewRetention), processes Destroy, with [Page], gives RetentionPage;
                /// Proposes the destruction of a case, agrees to it, or rejects it.
                CommandRetention = Review Post "/bewaren/{id}/opdrachten" 200 "Stel vernietigen voor, ga akkoord of niet",
                    "CommandRetention", AF_OR_FG, Line(CommandRetention), processes Destroy,
                    takes DestructionCommand = bodies::destruction, gives RetentionDone;
                /// Declarations of destruction, newest first: `?voor=`.
                Certificates = Review Get "/verklaringen" 200 "Verklaringen van vernietiging",
                    "Certificates", AF_OR_FG, Line(ViewCertificates), with [Before], gives CertificatePage;
                /// Data subjects' requests that are still to be decided.
                Requests = Review Get "/verzoeken" 200 "Verzoeken van betrokkenen",
                    "Requests", AF_OR_FG, Line(ViewRequests), processes Rights, gives RequestPage;
                /// The FG's answer to an AF's advice. Needs `If-Match`.
                DecideRequest = Review Post "/verzoeken/{id}/besluiten" 200 "Ga akkoord met een advies over een verzoek, of niet",
                    "DecideRequest", FG, Line(DecideRequest), processes Rights, with [Revision],
                    takes RequestDecision = bodies::request_decision, gives RequestPage;
                /// The FG confirms, by number, that an AF is excluded from a case. Needs `If-Match`.
                ConfirmExclusion = Review Post "/verzoeken/{id}/uitsluiting" 200 "Ga akkoord met een uitsluiting",
                    "ConfirmExclusion", FG, Line(ConfirmExclusion), processes Rights, with [Revision], gives RequestPage;
                /// The processing record, newest first: `?voor=`.
                Processings = Review Get "/verwerkingen" 200 "Welke verwerkingen waren er",
                    "Processings", FG, Line(ViewProcessings), with [Before], gives ProcessingPage;
                /// Does the work that is due. Needs `work_token`.
                Work = Review Post "/onderhoud" 200 "Doe wat er te doen is",
                    "Work", TOKEN, Silent, refuses [404], gives WorkDone;
                /// First-run set-up, with the token from the link.
                SetUp = Review Post "/inrichting" 201 "Richt een nieuwe omgeving in",
                    "SetUp", ANYONE, Noted(SetUp), takes SetUp = bodies::first_accounts, gives Vec<AccountDone>;
                /// Whether it works.
                Health = Review Get "/gezondheid" 200 "Werkt het",
                    "Health", ANYONE, Silent, gives Health;
                /// This API as OpenAPI 3.1.
                OpenApi = Site Get "/openapi.json" 200 "Dit document",
                    "OpenApi", ANYONE, Silent, gives Document;
                /// The facts about this instance that a browser needs.
                Instance = Intake Get "/profiel" 200 "Wat een browser van deze omgeving moet weten",
                    "Instance", ANYONE, Silent, gives Instance;
        }
    };
}
pub(super) use with_rest;

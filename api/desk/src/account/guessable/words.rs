//! The words that a guesser tries first, with the price of each list: the logarithm of how many words it holds.
//!
//! They were collected for this project: what a password is called, what this service is about, who and where its
//! users are, and common Dutch and English words. A word that is missing is no gap in the rule, which then counts its
//! letters.

/// The fewest letters of a word: shorter ones are in everything.
pub const SHORTEST: usize = 3;

/// The lists, with the bits of one word.
pub const LISTS: &[(&str, u32)] = &[(OBVIOUS, 6), (PHRASES, 6), (SMALL, 5), (COMMON, 9)];

/// Sixty: what a password is called, and what somebody thinks of who has to choose one here.
const OBVIOUS: &str = "\
    wachtwoord wachtwoorden password passwoord passwort pass geheim geheime secret welkom welcome hallo hello inloggen \
    login admin administrator beheer beheerder toegang access sleutel root gebruiker user account test testen tester \
    demo oefenen voorbeeld default standaard tijdelijk nieuw new changeme wijzigmij letmein master super qwerty azerty \
    dragon monkey mensenhandel melding meldingen melden meldroute meldpunt mensen handel uitbuiting gemeente gemeenten \
    gemeentehuis stadhuis slachtoffer dossier aandachtsfunctionaris functionaris";

/// Whole sentences that people know.
const PHRASES: &str = "\
    ikhouvanjou ikhouvanjullie ikhouvanmij ikhouvan iloveyou iloveme goedemorgen goedemiddag goedenavond goedenacht \
    totziens fijneweekend fijndag hoegaathet opensesame sesamopenu correcthorsebatterystaple thequickbrownfox \
    jumpsoverthelazydog overthelazydog maytheforcebewithyou oostwestthuisbest allebeginismoeilijk hetiswathetis \
    wiehetlaatstlachtlachthetbest deappelvaltnietvervandeboom langzullenweleven langzalzeleven langzalhijleven \
    inderbeperkingtoontzichdemeester slaapkindjeslaap vaderjacob altijdisortjakjeziek zieginsuitderotsen \
    ziedemaanschijntdoordebomen zagikeenspin inholland wijhoudenvanoranje hupholland hupoje oranjeboven \
    eendagzonderlach neemmijmaar ditismijnwachtwoord mijnwachtwoord ditisgeheim geenwachtwoord hetwachtwoord \
    mynewpassword thisismypassword trustno1 ikbenhetzat ikwilnaarhuis ikweethetniet weetikniet vergeten";

/// Thirty words that join others.
const SMALL: &str = "\
    een het den der des van voor met aan bij naar uit over onder ook nog niet wel wie wat waar dit dat ben zijn was \
    mijn jouw onze ons jij hij zij wij jullie the and you for with this that are not";

/// Some five hundred: time, colours, animals, things, food, places, names, sport, feelings.
const COMMON: &str = "\
    januari februari maart april mei juni juli augustus september oktober november december january february march may \
    june july august october maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday \
    thursday friday saturday sunday lente voorjaar zomer herfst najaar winter spring summer autumn vandaag morgen \
    gisteren kerst kerstmis pasen pinksteren sinterklaas koningsdag christmas jaar maand week dag nacht uur tijd time \
    rood oranje geel groen blauw paars roze zwart wit bruin grijs goud zilver red orange yellow green blue purple pink \
    black white brown grey gold silver \
    hond kat poes paard koe varken schaap geit konijn muis vogel vis leeuw tijger beer aap olifant vlinder eend kip \
    haan wolf vos uil dog cat horse fish bird lion tiger bear wolf eagle shadow snoopy puppy kitten \
    huis thuis tuin straat stad dorp weg brug kerk school kantoor werk werken werkplek bureau stoel tafel bank deur \
    raam kamer keuken bed lamp boek boeken pen papier tas telefoon mobiel laptop computer internet muziek film spel \
    fiets auto trein bus boot vliegtuig motor house home street city church office work table chair door window book \
    phone music movie game car bike train boat \
    zon maan ster sterren regen sneeuw wind wolk zee strand berg bos boom bloem bloemen roos tulp gras water vuur aarde \
    lucht hemel wereld sun moon star stars rain snow sea beach mountain forest tree flower rose water fire earth world \
    sky sunshine rainbow diamond \
    koffie thee melk bier wijn brood kaas appel peer banaan aardbei chocola chocolade taart koek friet patat pizza \
    coffee tea milk beer wine bread cheese apple banana chocolate cake cookie cookies \
    liefde lief leven geluk vrede vrijheid vreugde hoop kracht droom dromen hart vriend vrienden vriendin familie \
    moeder vader mama papa opa oma zus broer zoon dochter kind kinderen baby schat schatje engel prins prinses koning \
    koningin held love life luck peace freedom hope dream dreams heart friend friends family mother father sister \
    brother baby angel prince princess king queen hero happy sexy cool lucky \
    mooi mooie goed goede groot grote klein kleine snel snelle sterk sterke hoog oud oude jong \
    beste best good great big small fast strong high old young nice sweet \
    enschede hengelo almelo oldenzaal borne haaksbergen losser dinkelland tubbergen twenterand wierden rijssen holten \
    hellendoorn nijverdal hof twente goor delden denekamp ootmarsum vriezenveen tukker tukkers achterhoek overijssel \
    amsterdam rotterdam utrecht denhaag eindhoven groningen zwolle deventer apeldoorn arnhem nijmegen tilburg breda \
    almere haarlem leiden maastricht nederland holland netherlands amerika spanje italie frankrijk duitsland \
    europa afrika london paris newyork \
    ajax feyenoord psv twentefc heracles voetbal tennis hockey volleybal zwemmen fietsen schaatsen wandelen football \
    soccer baseball basketball \
    jan piet klaas kees henk peter johan hans willem anne anna maria emma julia sophie lisa laura sanne eva tess mila \
    daan sem lucas levi finn noah luuk bram jesse thomas tim tom kevin dennis mark marcel erik rob robin jeroen bas \
    michael jennifer jessica daniel david robert charlie jordan thomas ashley fatima mohamed ahmed mehmet fleur faye \
    een twee drie vier vijf zes zeven acht negen tien honderd duizend one two three four five six seven eight nine ten \
    burger burgers inwoner inwoners wethouder burgemeester raad ambtenaar zorg jeugd jeugdzorg wmo politie veilig \
    veiligheid veiligthuis vertrouwen vertrouwelijk privacy collega afdeling team project burgerzaken sociaal domein \
    handhaving toezicht balie melder code naam nummer adres \
    starwars batman superman spiderman pokemon matrix hunter ranger freedom whatever trustno computer killer pepper \
    ginger joshua maggie cookie google facebook microsoft windows office apple samsung android netflix spotify";

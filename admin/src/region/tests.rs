use super::*;
use crate::seed::tests::{profiles, seeded_as};
use desk::{Desk, figures};
use shared::figures::HalfYear;
use std::fs;

/// Three practice instances of other gemeenten, each with a file of its last half-year, and the list.
struct Scene {
    folder: tempfile::TempDir,
    files: Vec<PathBuf>,
    list: List,
}

fn last(desk: &Desk) -> HalfYear {
    figures::page(desk).unwrap().figures[0].half
}

impl Scene {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut list = list(profiles()).unwrap();
        let mut files = Vec::new();
        for gemeente in ["almelo", "borne", "hengelo"] {
            let own = folder.path().join(gemeente);
            fs::create_dir(&own).unwrap();
            // the made-up figures are the same everywhere; the key and the gemeente are not
            let (stores, _) = seeded_as(&own, gemeente);
            let desk = stores.desk(profiles(), gemeente, true, kit::clock::now);
            let signed = figures::signed(&desk, last(&desk)).unwrap();
            let file = own.join("cijfers.json");
            fs::write(&file, serde_json::to_string(&signed).unwrap()).unwrap();
            let known = list.gemeenten.iter_mut().find(|one| one.id == gemeente).unwrap();
            known.fingerprint = figures::fingerprint(&desk).unwrap();
            files.push(file);
        }
        Self { folder, files, list }
    }

    fn add(&self, practice: bool) -> Result<(Region, Vec<PathBuf>)> {
        let list = self.folder.path().join("regio.json");
        fs::write(&list, serde_json::to_string(&self.list).unwrap()).unwrap();
        add(&Add { list, into: self.folder.path().join("uit"), practice, files: self.files.clone() })
    }

    fn refused(&self, why: &str) {
        let said = format!("{:#}", self.add(true).err().unwrap());
        assert!(said.contains(why), "{said}");
        assert!(!self.folder.path().join("uit").exists(), "nothing is written");
    }
}

#[test]
fn the_figures_of_gemeenten_are_one_picture_and_who_is_missing_is_named() {
    let scene = Scene::new();
    let (region, files) = scene.add(true).unwrap();
    assert_eq!((region.of.len(), region.missing.len()), (3, 11));
    let [data, page] = [0, 1].map(|at| fs::read_to_string(&files[at]).unwrap());
    assert_eq!(serde_json::from_str::<Region>(&data).unwrap(), region);
    for text in ["Opgeteld: Almelo, Borne, Hengelo.", "Er ontbreken cijfers van Dinkelland, ", "verzonnen cijfers"] {
        assert!(page.contains(text), "{text}");
    }
    // three times 15 to 19
    let likely = "<th scope=\"row\">Waarschijnlijk mensenhandel</th><td>45–57</td>";
    assert!(page.contains(likely), "{page}");
    assert!(!page.contains("http"), "it needs nothing from elsewhere");
}

#[test]
fn what_is_not_of_the_gemeente_is_not_added_up() {
    let mut scene = Scene::new();
    let said = look(&scene.files[0]).unwrap();
    assert!(said.contains("Almelo (almelo)") && said.contains(&scene.list.gemeenten[0].fingerprint), "{said}");
    // a key that nobody read out, and that of another gemeente
    let known = std::mem::take(&mut scene.list.gemeenten[0].fingerprint);
    scene.refused("de sleutel van Almelo is nog niet bekend");
    scene.list.gemeenten[0].fingerprint = scene.list.gemeenten[1].fingerprint.clone();
    scene.refused("niet met de sleutel van Almelo ondertekend");
    scene.list.gemeenten[0].fingerprint = known;
    // made-up figures only where somebody asks for them
    assert!(format!("{:#}", scene.add(false).err().unwrap()).contains("--oefenen"));
    let whole = fs::read_to_string(&scene.files[1]).unwrap();
    fs::write(&scene.files[1], whole.replace("\"payload\":\"e", "\"payload\":\"f")).unwrap();
    scene.refused("de handtekening van");
    fs::write(&scene.files[1], "{}").unwrap();
    scene.refused("geen bestand met ondertekende cijfers");
    fs::write(&scene.files[1], whole).unwrap();
    let two = scene.files.pop();
    scene.refused("minstens 3 gemeenten");
    scene.files.extend(two);
    scene.files.push(scene.files[0].clone());
    scene.refused("van Almelo zijn er twee bestanden");
    scene.files.pop();
    scene.list.gemeenten.retain(|one| one.id != "borne");
    scene.refused("staat niet in de lijst");
}

#[test]
fn a_name_on_the_list_is_no_html() {
    let mut scene = Scene::new();
    let borne = scene.list.gemeenten.iter_mut().find(|one| one.id == "borne").unwrap();
    borne.name = "<script>Borne</script>".into();
    let (_, files) = scene.add(true).unwrap();
    let page = fs::read_to_string(&files[1]).unwrap();
    assert!(page.contains("&lt;script&gt;Borne") && !page.contains("<script"), "{page}");
}

//! The secret key in three parts, any two of which bring it back (Shamir's scheme over GF(256), threshold two): for
//! each byte `s` of the key a random byte `r`, and part `x` holds `s + r·x`. One part alone is random.
use anyhow::{Result, anyhow, bail, ensure};
use kit::{
    clock, hex,
    store::seal::{Encapsulation, SecretKey},
};
use sha2::{Digest, Sha256};

const SEED: usize = 32;
/// Bytes of SHA-256 over the seed, the same in each part: it shows which parts belong together, that the result is
/// right, and for which encapsulation the key is. It reveals nothing that helps to find 256 random bits.
const MARK: usize = 4;
/// Bytes of SHA-256 over a part: catches a slip of the pen.
const CHECK: usize = 2;

/// The three parts as text, numbered.
pub fn split(secret: &SecretKey) -> Result<[String; 3]> {
    let slope: [u8; SEED] = clock::random().map_err(|_| anyhow!("deze machine geeft geen willekeur"))?;
    let mark = mark(secret.encapsulation(), secret.seed());
    Ok([1, 2, 3].map(|x| {
        let mut part = vec![x];
        part.extend_from_slice(&mark);
        part.extend(secret.seed().iter().zip(&slope).map(|(s, r)| s ^ times(*r, x)));
        let check: [u8; 32] = Sha256::digest(&part).into();
        part.extend_from_slice(check.get(..CHECK).unwrap_or_default());
        grouped(&hex::encode(&part))
    }))
}

/// The key from two different parts of it.
pub fn join(parts: &[String]) -> Result<SecretKey> {
    let parts: Vec<Part> = parts.iter().map(|text| Part::parse(text)).collect::<Result<_>>()?;
    let [a, b] = parts.as_slice() else { bail!("er zijn precies twee delen nodig") };
    ensure!(a.x != b.x, "dit is twee keer deel {}; neem een ander deel", a.x);
    ensure!(a.mark == b.mark, "deze delen horen niet bij dezelfde sleutel");
    // the line through both points, at 0: (a·xb + b·xa) / (xa + xb)
    let over = inverse(a.x ^ b.x);
    let mut seed = [0; SEED];
    for (byte, (ya, yb)) in seed.iter_mut().zip(a.bytes.iter().zip(&b.bytes)) {
        *byte = times(times(*ya, b.x) ^ times(*yb, a.x), over);
    }
    let of = Encapsulation::ALL.into_iter().find(|of| mark(*of, &seed) == a.mark);
    let of = of.ok_or_else(|| {
        anyhow!("deze delen geven geen sleutel: staat boven allebei dezelfde afdruk? Kijk anders na wat je overnam")
    })?;
    Ok(SecretKey::of(of, seed))
}

/// Parses typed parts, which may contain the spaces printed on paper.
pub fn typed(words: &[String]) -> Vec<String> {
    let digits: Vec<char> = words.concat().chars().filter(|c| !" -\n".contains(*c)).collect();
    digits.chunks(2 * (1 + MARK + SEED + CHECK)).map(|part| part.iter().collect()).collect()
}

/// A page to print: three parts to cut apart. Parts of two printings do not go together, so each printing has a name.
pub fn card(secret: &SecretKey) -> Result<String> {
    let parts = split(secret)?;
    let printing: [u8; 2] = clock::random().map_err(|_| anyhow!("deze machine geeft geen willekeur"))?;
    let printing = hex::encode(&printing);
    let id = secret.public().id();
    let page = |(n, part): (usize, &String)| {
        format!(
            "Meldroute – herstelsleutel {id}, deel {} van 3, afdruk {printing}\n\n  {part}\n\n\
             Met twee van de drie delen van deze afdruk is de sleutel terug te maken. Bewaar dit deel apart van de andere.\n\
             Delen van een andere afdruk passen er niet bij: vernietig die.\n",
            n + 1
        )
    };
    let pages: Vec<String> = parts.iter().enumerate().map(page).collect();
    Ok(pages.join("\n- - - - - - - - - - - - - - - - - - - - - - - - - - - - - -\n\n"))
}

struct Part {
    x: u8,
    mark: [u8; MARK],
    bytes: [u8; SEED],
}

impl Part {
    fn parse(text: &str) -> Result<Self> {
        let wrong = || anyhow!("een deel is niet goed overgenomen; het heeft {} tekens", 2 * (1 + MARK + SEED + CHECK));
        let hex: Vec<u8> = text.bytes().filter(|b| !b" -".contains(b)).collect();
        ensure!(hex.len() == 2 * (1 + MARK + SEED + CHECK), wrong());
        let pairs = hex.chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
        let raw: Vec<u8> = pairs.collect::<Option<_>>().ok_or_else(wrong)?;
        let (body, check) = raw.split_at(1 + MARK + SEED);
        let right: [u8; 32] = Sha256::digest(body).into();
        ensure!(right.starts_with(check), wrong());
        let (&x, rest) = body.split_first().ok_or_else(wrong)?;
        let (&mark, rest) = rest.split_first_chunk().ok_or_else(wrong)?;
        ensure!((1..=3).contains(&x), wrong());
        Ok(Self { x, mark, bytes: rest.try_into().map_err(|_| wrong())? })
    }
}

fn mark(of: Encapsulation, seed: &[u8; SEED]) -> [u8; MARK] {
    let before = match of {
        Encapsulation::X25519 => b"meldroute deel ".as_slice(),
        Encapsulation::XWing => b"meldroute deel, X-Wing ",
    };
    let digest: [u8; 32] = Sha256::digest([before, seed].concat()).into();
    let [a, b, c, d, ..] = digest;
    [a, b, c, d]
}

/// Groups of six, to copy by hand.
fn grouped(hex: &str) -> String {
    let groups: Vec<&str> = hex.as_bytes().chunks(6).filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join(" ")
}

/// Multiplication in GF(256) with the polynomial x⁸+x⁴+x³+x+1.
fn times(a: u8, b: u8) -> u8 {
    let (mut a, mut b, mut product) = (a, b, 0);
    while b != 0 {
        product ^= a * (b & 1);
        a = (a << 1) ^ (0x1b * (a >> 7));
        b >>= 1;
    }
    product
}

/// `a` to the power 254.
fn inverse(a: u8) -> u8 {
    (0..253).fold(a, |power, _| times(power, a))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_field_is_a_field() {
        assert_eq!(times(0x57, 0x83), 0xc1, "FIPS 197, 4.2");
        for a in 1..=255 {
            assert_eq!(times(a, inverse(a)), 1);
        }
    }

    #[test]
    fn any_two_parts_in_any_order_bring_the_key_back() {
        for (n, of) in (0..20).zip(Encapsulation::ALL.into_iter().cycle()) {
            let secret = SecretKey::of(of, [n; 32]);
            let parts = split(&secret).unwrap();
            for (i, j) in [(0, 1), (1, 0), (0, 2), (2, 0), (1, 2), (2, 1)] {
                let two = [parts[i].clone(), parts[j].to_uppercase()];
                assert!(join(&two).unwrap() == secret);
            }
        }
    }

    #[test]
    fn parts_are_taken_as_they_stand_on_paper() {
        let secret = SecretKey::from_seed([7; 32]);
        let parts = split(&secret).unwrap();
        let words: Vec<String> = parts[..2].iter().flat_map(|part| part.split(' ')).map(str::to_owned).collect();
        assert!(words.len() > 20 && join(&typed(&words)).unwrap() == secret);
        assert!(join(&typed(&parts[1..])).unwrap() == secret);
        let card = card(&secret).unwrap();
        let printing = card.split_once("afdruk ").unwrap().1[..4].to_owned();
        assert_eq!(card.matches(&format!("afdruk {printing}")).count(), 3);
        let other = split(&secret).unwrap();
        let mixed = join(&[parts[0].clone(), other[1].clone()]).err().unwrap().to_string();
        assert!(mixed.contains("dezelfde afdruk"), "{mixed}");
    }

    /// Two parts that were printed before there was X-Wing, and are still in two safes.
    #[test]
    fn parts_of_before_bring_back_the_key_of_before() {
        let parts = [
            "019ccd 4d8c06 050403 020100 0f0e0d 0c0b0a 090817 161514 131211 101f1e 1d1c1b 1a1918 27ca52",
            "039ccd 4d8c04 01020b 080d0e 1f1c19 1a1310 151637 343132 3b383d 3e2f2c 292a23 202526 673ec9",
        ];
        let secret = join(&parts.map(str::to_owned)).unwrap();
        assert!(secret == SecretKey::of(Encapsulation::X25519, [7; 32]));
    }

    #[test]
    fn one_part_is_not_enough_and_says_nothing() {
        let secret = SecretKey::from_seed([7; 32]);
        let parts = split(&secret).unwrap();
        let why = |parts: &[String]| join(parts).err().unwrap().to_string();
        assert!(why(&parts[..1]).contains("precies twee"));
        assert!(why(&[parts[0].clone(), parts[0].clone()]).contains("twee keer deel 1"));
        // what a part says of the key is another thing every time
        let again = split(&secret).unwrap();
        assert!(parts.iter().zip(&again).all(|(a, b)| a != b));
    }

    #[test]
    fn a_slip_of_the_pen_and_another_key_s_part_are_named() {
        let (one, other) = (SecretKey::from_seed([1; 32]), SecretKey::from_seed([2; 32]));
        let (a, b) = (split(&one).unwrap(), split(&other).unwrap());
        let why = |x: &str, y: &str| join(&[x.to_owned(), y.to_owned()]).err().unwrap().to_string();
        assert!(why(&a[0], &b[1]).contains("niet bij dezelfde sleutel"));
        for at in 0..a[0].len() {
            let mut slip = a[0].clone().into_bytes();
            if slip[at] == b' ' {
                continue;
            }
            slip[at] = if slip[at] == b'0' { b'1' } else { b'0' };
            assert!(why(std::str::from_utf8(&slip).unwrap(), &a[1]).contains("niet goed overgenomen"));
        }
    }
}

// The text of each page of a PDF as Chromium writes it: pages in their order, fonts with a table to Unicode. Not a
// reader of any other PDF.
//
// A page says where each sign stands and not where a word ends, so spaces are left out: compare with `packed`.
//
//   const pages = textOf(await page.pdf());   // ["Vertrouwelijk·Dossier2026-001…", …]
//   pages[0].includes(packed("Dossier 2026-001"))
import { inflateSync } from "node:zlib";

/** A text as it stands in a page: without spaces, and a sign that stands for two letters as those letters. */
export function packed(text) {
  return text.normalize("NFKC").replace(/\s+/g, "");
}

/** One string for each page. */
export function textOf(pdf) {
  const objects = objectsOf(pdf);
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b(?!s)/.test(head));
  return pages.map(({ head }) => {
    const fonts = fontsOf(objects, head);
    const [, contents] = head.match(/\/Contents\s+(\d+) 0 R/);
    return packed(shown(objects.get(contents).stream.toString("latin1"), fonts));
  });
}

function objectsOf(pdf) {
  const text = Buffer.from(pdf).toString("latin1");
  const objects = new Map();
  const start = /(?:^|\n)(\d+) 0 obj\b/g;
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const ends = text.indexOf("endobj", found.index);
    const body = text.slice(start.lastIndex, ends);
    const at = body.search(/stream\r?\n/);
    const head = at < 0 ? body : body.slice(0, at);
    const stream = at < 0 ? null : unpacked(head, body.slice(at).replace(/^stream\r?\n/, ""));
    objects.set(found[1], { head, stream });
  }
  return objects;
}

function unpacked(head, stream) {
  const [, length] = head.match(/\/Length\s+(\d+)/) ?? [];
  const bytes = Buffer.from(stream, "latin1").subarray(0, Number(length));
  return /FlateDecode/.test(head) ? inflateSync(bytes) : bytes;
}

/** For each font of a page: which text a glyph stands for. */
function fontsOf(objects, head) {
  const resources = head.match(/\/Resources\s+(\d+) 0 R/);
  const list = (resources ? objects.get(resources[1]).head : head).match(/\/Font\s*<<([^>]*)>>/)?.[1] ?? "";
  const fonts = [...list.matchAll(/\/(\S+)\s+(\d+) 0 R/g)];
  return new Map(fonts.map(([, name, number]) => [name, tableOf(objects, objects.get(number).head)]));
}

function tableOf(objects, font) {
  const table = new Map();
  const number = font.match(/\/ToUnicode\s+(\d+) 0 R/)?.[1];
  if (!number) return table;
  const lines = objects.get(number).stream.toString("latin1").split("\n");
  const text = (hex) => Buffer.from(hex, "hex").swap16().toString("utf16le");
  for (const line of lines) {
    const [from, to, into] = [...line.matchAll(/<([0-9a-fA-F]+)>/g)].map(([, hex]) => hex);
    if (into !== undefined) {
      const first = text(into).codePointAt(0);
      for (let at = parseInt(from, 16); at <= parseInt(to, 16); at++) {
        table.set(at, String.fromCodePoint(first + at - parseInt(from, 16)));
      }
    } else if (to !== undefined && from.length === 4) {
      table.set(parseInt(from, 16), text(to));
    }
  }
  return table;
}

/** What the operators of a page show. */
function shown(operators, fonts) {
  let out = "";
  let font = new Map();
  for (const [, name, hex] of operators.matchAll(/\/(\S+) [\d.]+ Tf|<([0-9a-fA-F]*)>/g)) {
    if (name) font = fonts.get(name) ?? new Map();
    else if (hex) for (const glyph of hex.match(/.{4}/g) ?? []) out += font.get(parseInt(glyph, 16)) ?? "";
  }
  return out;
}

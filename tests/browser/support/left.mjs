// What a device keeps on its disk.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Every file of a device's profile that holds one of these, as Chromium writes text: in one byte or in two. */
export function leftBehind(folder, words) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  assert.ok(files.length > 20, `only ${files.length} files in the profile`);
  return files
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .flatMap((file) => {
      const bytes = readFileSync(file);
      const found = words.filter((word) => ["utf8", "utf16le"].some((form) => bytes.includes(Buffer.from(word, form))));
      return found.map((word) => `${path.relative(folder, file)}: ${word}`);
    });
}

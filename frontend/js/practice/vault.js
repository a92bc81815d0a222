// Practising keeps nothing: what was typed lives as long as the page.

export class Vault {
  others = false;
  async open() {}
  seal() {}
  write() {}
  writeNow() {}
  forget() {}
}

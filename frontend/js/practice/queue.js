// Practising sends nothing, so nothing waits to be sent.

/** A draft may be offered: there never is one. */
export async function begin() {
  return true;
}

export async function hold() {
  return false;
}

export async function settle() {
  return false;
}

export function seen() {}

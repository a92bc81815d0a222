// Practising seals nothing: what was typed stays in the page.

export async function seal() {}

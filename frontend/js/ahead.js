// When there is time to fetch what nobody asked for yet.

/** The first page's own requests go first. */
const wait = 1500;

/** Waits until the browser has nothing else to do. Gives whether something may be fetched: not with Save-Data. */
export async function spare() {
  await new Promise((done) => setTimeout(done, wait));
  // Safari does not say when it is idle
  if (window.requestIdleCallback) await new Promise((done) => requestIdleCallback(done, { timeout: 10_000 }));
  return !navigator.connection?.saveData;
}

// Computing for a report, beside the page: `rekenwerk.js` is fetched only when a price is asked.

/** The answer to a task, as the server takes it; undefined where this browser cannot do it. */
export function work(task, parts, zeros) {
  return new Promise((done) => {
    let worker;
    const end = (answer) => {
      worker?.terminate();
      done(answer);
    };
    try {
      worker = new Worker("/rekenwerk.js");
    } catch {
      return end();
    }
    worker.onerror = () => end();
    worker.onmessage = ({ data }) => data.work && end(data.work);
    worker.postMessage({ opgave: task, delen: parts, nullen: zeros });
  });
}

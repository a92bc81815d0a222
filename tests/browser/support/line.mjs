// A line between a browser and an instance, which can break at any moment.
//
//   const line = await startLine(instance.url);   // line.url instead of instance.url
//   line.cut(); line.mend();                      // everything under way breaks, and nothing new comes through
//   line.loses = "POST /api/v1/meldingen";        // only requests that begin so never arrive
import { connect, createServer } from "node:net";

export async function startLine(url) {
  const { port, hostname } = new URL(url);
  const open = new Set();
  const line = { loses: null, broken: false };
  const server = createServer((near) => {
    if (line.broken) return void near.destroy();
    const far = connect(Number(port), hostname);
    const end = () => {
      near.destroy();
      far.destroy();
      open.delete(end);
    };
    open.add(end);
    near.on("data", (bytes) => {
      if (line.loses && bytes.includes(line.loses)) end();
      else far.write(bytes);
    });
    far.on("data", (bytes) => near.write(bytes));
    for (const socket of [near, far]) socket.on("close", end).on("error", end);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  line.url = `http://127.0.0.1:${server.address().port}`;
  line.cut = () => {
    line.broken = true;
    for (const end of [...open]) end();
  };
  line.mend = () => (line.broken = false);
  line.stop = () => {
    line.cut();
    return new Promise((done) => server.close(done));
  };
  return line;
}

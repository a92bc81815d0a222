// An instance whose files can be replaced by those of a newer version while pages of the older one are open: other
// names and other content, and the older ones are gone.
//
//   const newer = await startNewer(instance.url);   // newer.url instead of instance.url
//   newer.version = 2;                              // from now on the newer files
import { createServer, request } from "node:http";

const ASSET = /\/assets\/melder\./g;

export async function startNewer(url) {
  const newer = { version: 1 };
  const named = () => `/assets/melder-${newer.version}.`;
  const server = createServer((near, answer) => {
    const { method, headers } = near;
    const path = near.url.replaceAll(named(), "/assets/melder.");
    // a name of another version is no name any more
    if (/\/assets\/melder-/.test(path)) return void answer.writeHead(404).end();
    const plain = { ...headers, "accept-encoding": "identity" };
    const far = request(url + path, { method, headers: plain }, (from) => {
      const parts = [];
      from.on("data", (part) => parts.push(part));
      from.on("end", () => {
        const whole = Buffer.concat(parts);
        const isText = /html|javascript/.test(from.headers["content-type"] ?? "");
        const body = isText ? renamed(whole.toString(), named(), newer.version) : whole;
        answer.writeHead(from.statusCode, { ...from.headers, "content-length": Buffer.byteLength(body) }).end(body);
      });
    });
    far.on("error", () => answer.destroy());
    near.pipe(far);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  newer.url = `http://127.0.0.1:${server.address().port}`;
  newer.stop = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return newer;
}

/** With the names of a version, and a name for all of them (`VERSION` of the service worker). */
function renamed(text, named, version) {
  return text.replaceAll(ASSET, named).replace(/(VERSION\s*=\s*")/, `$1${version}-`);
}

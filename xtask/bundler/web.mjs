// Bundles and minifies one script or style with esbuild: node web.mjs FRONTEND js|css FROM TO
// `npm:package/file.css` in an @import is a file in FRONTEND/node_modules.
import { createRequire } from "node:module";
import path from "node:path";

const [frontend, kind, from, to] = process.argv.slice(2);
const packages = path.join(path.resolve(frontend), "node_modules");
const { build } = createRequire(path.join(packages, "x.js"))("esbuild");

const npm = {
  name: "npm",
  setup: (it) =>
    it.onResolve({ filter: /^npm:/ }, ({ path: name }) => ({ path: path.join(packages, name.slice("npm:".length)) })),
};

// a picture or font by its address on the site is no file here
const addresses = {
  name: "addresses",
  setup: (it) =>
    it.onResolve({ filter: /^\// }, ({ path: address, kind: use }) =>
      use === "url-token" || use === "dynamic-import" ? { path: address, external: true } : undefined,
    ),
};

try {
  await build({
    entryPoints: [from],
    outfile: to,
    bundle: true,
    minify: true,
    charset: "utf8",
    legalComments: "none",
    // wasm-bindgen names the script of the parts once for every part
    logOverride: { "duplicate-object-key": "silent" },
    logLevel: "warning",
    format: kind === "js" ? "esm" : undefined,
    // two years of phones; older ones get the telephone number on the page without wasm
    target: ["chrome116", "firefox115", "safari16.4"],
    plugins: [npm, addresses],
  });
} catch {
  process.exit(1);
}

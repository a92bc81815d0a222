// Bundles and minifies one script or style with esbuild: node web.mjs FRONTEND js|css FROM TO [OTHERS]
// A script that wasm-bindgen copied beside its glue comes from the folder OTHERS where that has one of the same name.
// `npm:package/file.css` in an @import is a file in FRONTEND/node_modules. Of a component of NL Design System only what
// a page can have stays in a style: a class that no source names goes out.
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [frontend, kind, from, to, others] = process.argv.slice(2);
const packages = path.join(path.resolve(frontend), "node_modules");
const load = createRequire(path.join(packages, "x.js"));
const { build, transform } = load("esbuild");
const { PurgeCSS } = load("purgecss");

/** Where a page gets its classes from: the app, and the pages that the server makes. */
const pages = ["frontend/src/**/*.rs", "frontend/js/*.js", "frontend/*.html", "api/*/src/**/*.rs"];
/** Two years of phones; older ones get the plain form. */
const target = ["chrome116", "firefox115", "safari16.4"];

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

/** What keeps nothing and sends nothing is the same also where there are others. */
const same = ["early.js", "mend.js", "work.js"];
const replaced = new Set();

const instead = {
  name: "instead",
  setup: (it) => {
    if (!others) return;
    it.onResolve({ filter: /^\.\/snippets\/.*\.js$/ }, ({ path: name }) => {
      const [base, other] = [path.basename(name), path.join(others, path.basename(name))];
      if (existsSync(other)) replaced.add(base);
      else if (!same.includes(base)) throw new Error(`${others} has no ${base}: does it keep or send anything?`);
      return existsSync(other) ? { path: other } : undefined;
    });
    it.onEnd(() => {
      const unused = readdirSync(others).filter((name) => name !== "page.js" && !replaced.has(name));
      if (unused.length > 0) throw new Error(`${others}: nothing asks for ${unused.join(", ")}`);
    });
  },
};

/** Without the classes of NL Design System that no page has, and without custom properties that nothing asks for. */
async function worn(css) {
  const content = pages.map((files) => path.posix.join(path.resolve(frontend, ".."), files));
  const safelist = { standard: [/^(?!utrecht-)/] };
  const [{ css: left }] = await new PurgeCSS().purge({ content, css: [{ raw: css }], safelist, variables: true });
  return left;
}

try {
  const { outputFiles } = await build({
    entryPoints: [from],
    outfile: to,
    write: false,
    bundle: true,
    minify: kind === "js",
    charset: "utf8",
    legalComments: "none",
    // wasm-bindgen names the script of the parts once for every part
    logOverride: { "duplicate-object-key": "silent" },
    logLevel: "warning",
    format: kind === "js" ? "esm" : undefined,
    target,
    plugins: [npm, addresses, instead],
  });
  const [{ text }] = outputFiles;
  const css = { loader: "css", minify: true, charset: "utf8", legalComments: "none", target };
  writeFileSync(to, kind === "js" ? text : (await transform(await worn(text), css)).code);
} catch (error) {
  // esbuild has said its own
  if (!error.errors) console.error(error);
  process.exit(1);
}

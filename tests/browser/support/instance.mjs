// A Meldroute of its own for a journey: the real host on a free port, with its own stores in a temporary folder.
//
//   const instance = await startInstance({ demo: true });   // seeded; { demo: false } is empty, with a set-up token
//   startInstance({ profile: { fotos: true } })             // with something else in the gemeente's profile
//   instance.url, instance.accounts (what the seed said), instance.token, await instance.stop()
import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";

export const root = process.env.MELDROUTE_ROOT ?? path.resolve(import.meta.dirname ?? ".", "../../..");
const hostBinary = process.env.MELDROUTE_HOST ?? path.join(root, "target/release/host");
export const adminBinary = process.env.MELDROUTE_ADMIN ?? path.join(root, "target/release/meldroute");
/** What was compiled for one instance is there for all. */
const compiled = path.join(root, "target/journeys-compiled");
/** How long the host may take to serve; its first start compiles the components. */
const patience = 60_000;

export async function startInstance({ demo = true, gemeente = "hengelo", variables = {}, flags = [], profile } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "meldroute-journey-"));
  const config = path.join(folder, "runtime-config.toml");
  const stores = readFileSync(path.join(root, "runtime-config.toml"), "utf8");
  writeFileSync(config, stores.replaceAll('".spin/', '"'));
  const keys = makeKeys(folder);
  const accounts = demo ? seed(config, gemeente, keys) : "";
  const token = demo ? "" : randomBytes(16).toString("hex");
  const manifest = profile ? changed(folder, gemeente, profile) : path.join(root, "spin.toml");
  const host = spawn(
    hostBinary,
    ["--from", manifest, "--runtime-config-file", config, "--listen", "127.0.0.1:0", "--cache", compiled, ...flags],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        SPIN_VARIABLE_DEMO: demo ? "ja" : "nee",
        SPIN_VARIABLE_GEMEENTE: gemeente,
        SPIN_VARIABLE_SETUP_TOKEN: token,
        ...keys,
        ...variables,
      },
    },
  );
  const log = collect(host.stderr);
  const ended = new Promise((resolve) => host.once("exit", resolve));
  const stop = async () => {
    host.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { url: await ready(host, ended, log), accounts, token, log, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A manifest of this folder, with a copy of the profiles of which one is changed. */
function changed(folder, gemeente, profile) {
  const profiles = path.join(folder, "gemeenten");
  cpSync(path.join(root, "gemeenten"), profiles, { recursive: true });
  cpSync(path.join(root, "storing"), path.join(folder, "storing"), { recursive: true });
  const file = path.join(profiles, `${gemeente}.json`);
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), ...profile }));
  const sources = readFileSync(path.join(root, "spin.toml"), "utf8").replaceAll('source = "', `source = "${root}/`);
  writeFileSync(path.join(folder, "spin.toml"), sources.replaceAll(`"${root}/gemeenten"`, `"${profiles}"`));
  return path.join(folder, "spin.toml");
}

/** What an instance whose due work a journey does itself is started with. */
export const doesWork = { SPIN_VARIABLE_WORK_TOKEN: "een-woord-dat-lang-genoeg-is" };

/** Does the due work once, as the timer of a real instance does every minute. */
export async function dueWork(url) {
  const headers = { authorization: `Bearer ${doesWork.SPIN_VARIABLE_WORK_TOKEN}` };
  const answer = await fetch(`${url}/api/v1/onderhoud`, { method: "POST", headers });
  if (!answer.ok) throw new Error(await answer.text());
}

/** Keys of this instance alone, as the variables the service gets. */
function makeKeys(folder) {
  const file = path.join(folder, "sleutels.env");
  execFileSync(adminBinary, ["keys", "new", "--keys", file], { cwd: root, stdio: "ignore" });
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return Object.fromEntries(lines.map((line) => line.replaceAll('"', "").split("=", 2)));
}

function seed(config, gemeente, keys) {
  const words = ["seed", "--runtime-config", config, "--gemeente", gemeente];
  return execFileSync(adminBinary, words, { cwd: root, encoding: "utf8", env: { ...process.env, ...keys } });
}

/** The lines a stream gave so far. */
function collect(stream) {
  const lines = [];
  createInterface({ input: stream }).on("line", (line) => lines.push(line));
  return lines;
}

/** The host says `ready http://ADDRESS in N ms` on a line of its own. */
function ready(host, ended, log) {
  const said = new Promise((resolve) => {
    createInterface({ input: host.stdout }).on("line", (line) => {
      const url = /^ready (http:\S+)/.exec(line)?.[1];
      if (url) resolve(url);
    });
  });
  const refuse = (why) => Promise.reject(new Error(`${why}\n${log.join("\n")}`));
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, patience)));
  return Promise.race([
    said,
    ended.then((code) => refuse(`the host ended with ${code}`)),
    late.then(() => refuse(`the host was not ready after ${patience} ms`)),
  ]).finally(() => clearTimeout(timer));
}

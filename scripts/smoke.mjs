// Checks what has to work on a version of Node.js: run node scripts/smoke.mjs with the Node.js in
// question. The gateway starts, the demo's order reaches the door, production refuses weak
// settings, and an order whose gateway is killed arrives.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const READY_WITHIN_MS = 60_000;
const KILLED_ROW = "request sent/answer lost";

const children = new Set();
process.once("exit", () => children.forEach((child) => child.kill("SIGKILL")));

/**
 * Starts a program of the build; `ended` gives its exit code, `said` everything that it printed.
 */
function start(args, env = {}) {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env } });
  children.add(child);
  const program = { child, said: "", ended: undefined };
  for (const output of [child.stdout, child.stderr])
    output.on("data", (chunk) => (program.said += chunk));
  program.ended = new Promise((resolve) => child.once("close", resolve));
  void program.ended.then(() => children.delete(child));
  return program;
}

async function mustEnd(what, program, fits) {
  const status = await program.ended;
  if (!fits(status, program.said))
    throw new Error(`${what} (exit code ${status}):\n${program.said}`);
  console.log(`  ${what}: ok`);
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function ready(url, gateway) {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until && gateway.child.exitCode === null) {
    const response = await fetch(`${url}/readyz`).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The gateway did not become ready:\n${gateway.said}`);
}

async function startAndOrder(folder) {
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const settings = { PORT: String(port), SANDBOX_PORT: String(sandboxPort), SANDBOX_SPEED: "10" };
  const gateway = start(["dist/src/main.js"], { ...settings, DATA_DIR: folder });
  await ready(url, gateway);
  console.log("  start: ok");
  const demo = start(["dist/scripts/demo.js"], { GATEWAY_URL: url });
  await mustEnd("demo", demo, (status) => status === 0);
  gateway.child.kill("SIGTERM");
  await mustEnd("stop", gateway, (status) => status === 0);
}

console.log(`Smoke on Node.js ${process.version}`);
const folder = mkdtempSync(join(tmpdir(), "gateway-smoke-"));
try {
  await mustEnd("build", start(["scripts/build.mjs", "--if-stale"]), (status) => status === 0);
  await startAndOrder(folder);
  const refusal = start(["dist/src/main.js"], { NODE_ENV: "production", DATABASE_URL: "" });
  await mustEnd(
    "refusal of weak settings in production",
    refusal,
    (status, said) => status !== 0 && said.includes("The settings are not usable"),
  );
  const proof = start(["dist/scripts/proof-orders.js", "--row", KILLED_ROW]);
  await mustEnd(`proof "${KILLED_ROW}"`, proof, (status) => status === 0);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

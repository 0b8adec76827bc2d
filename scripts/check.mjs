// Runs all checks of a commit, two at a time: node scripts/check.mjs. Prints each check's output
// once it has ended; exits with 1 when one of them failed.
import { spawn } from "node:child_process";

// The longest come first, so that both lanes end at about the same time.
const CHECKS = [
  "lint",
  "types",
  "imports",
  "format",
  "words",
  "dead",
  "house",
  "api",
  "supergraph",
];
const LANES = 2;

const waiting = [...CHECKS];
const failed = [];

async function work() {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const startedAt = Date.now();
    const { status, said } = await run(name);
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
    console.log(`==> check:${name} ${status === 0 ? "passed" : "FAILED"} after ${seconds} s`);
    if (status !== 0) failed.push(name);
    if (status !== 0 || said.includes("warn")) console.log(said.trim());
  }
}

function run(name) {
  return new Promise((resolve) => {
    const child = spawn("npm", ["run", "--silent", `check:${name}`], {
      shell: process.platform === "win32",
    });
    let said = "";
    for (const output of [child.stdout, child.stderr])
      output.on("data", (chunk) => (said += chunk));
    child.once("close", (status) => resolve({ status, said }));
  });
}

await Promise.all(Array.from({ length: LANES }, work));
if (failed.length > 0) {
  console.error(`Failed: ${failed.map((name) => `npm run check:${name}`).join(", ")}`);
  process.exit(1);
}

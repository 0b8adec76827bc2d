import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";

import { type TreeCopy } from "./copy-of-tree";
import { type Dummy, LIST, placeOf } from "./dummies";
import { copyKnownTypes } from "./known-types";

/** Longer than the slowest machine needs; a step that takes longer hangs. */
const LONGEST_STEP_MS = 10 * 60_000;
const TYPESCRIPT = ["--require", "./tests/support/typescript-register.cjs"];
/** In this order, because the later ones read what the first one writes. */
const GENERATORS = ["schema", "client-operations", "docs"];
/** The tests that check the descriptions of vendors. */
const DESCRIPTIONS = [
  "tests/integration/channel-vendors.test.ts",
  "tests/integration/pos-vendors.test.ts",
];

interface Step {
  readonly name: string;
  readonly command: readonly string[];
}

/**
 * Tries the tree with the vendors added.
 *
 * @throws {Error} when a step fails, for the first one that does
 */
export async function prove(tree: TreeCopy, dummies: readonly Dummy[]): Promise<void> {
  const { first, then } = stepsOf(tree, dummies);
  await inOrder(tree, first);
  await Promise.all(then.map((steps) => inOrder(tree, steps)));
}

async function inOrder(tree: TreeCopy, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    const startedAt = Date.now();
    const { code, output } = await run(tree.root, step.command);
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    const counted = /^Tests: +(.+)$/m.exec(output)?.[1];
    const about = [`${seconds} s`, ...(counted === undefined ? [] : [counted])].join(", ");
    console.log(`${code === 0 ? "✔" : "✘"} ${step.name} (${about})`);
    if (code !== 0) throw new Error(`${step.name} failed:\n${output}`);
  }
}

/** `then`: lists of steps that do not wait for each other. */
function stepsOf(
  { root, original }: TreeCopy,
  dummies: readonly Dummy[],
): { readonly first: readonly Step[]; readonly then: readonly (readonly Step[])[] } {
  const files = dummies.flatMap((dummy) =>
    readdirSync(join(root, "tests/rehearsal", dummy.name)).map((file) => placeOf(dummy, file)),
  );
  const touched = [LIST, ...files];
  const tests = files.filter((file) => file.endsWith(".test.ts"));
  const program = (name: string) => [process.execPath, `node_modules/${name}`];
  const tsc = (folder: string, project: string) => [
    ...[...program("typescript/bin/tsc"), "-p", folder, "--tsBuildInfoFile"],
    copyKnownTypes(original, root, `${project}.tsbuildinfo`),
  ];
  // Run in one process, which loads the schema once for all of them.
  const scripts = GENERATORS.flatMap((name) => ["--require", `./scripts/print-${name}.ts`]);
  const first = [
    {
      name: `generated: ${GENERATORS.join(", ")}`,
      command: [process.execPath, ...TYPESCRIPT, ...scripts, "--eval", ""],
    },
  ];
  const types = [
    { name: "types", command: tsc(".", "gateway") },
    { name: "types of the console", command: tsc("console", "console") },
  ];
  const prettier = [...program("prettier/bin/prettier.cjs"), "--write", "--log-level=warn"];
  const eslint = [...program("eslint/bin/eslint.js"), "--fix", "--max-warnings=0"];
  const jest = [...program("jest/bin/jest.js"), "--runInBand"];
  const suites = [
    {
      name: "contract suites, descriptions, one order",
      command: [...jest, ...DESCRIPTIONS, ...tests],
    },
    { name: "format", command: [...prettier, ...touched] },
    { name: "lint of the touched files", command: [...eslint, ...touched] },
  ];
  return { first, then: [types, suites] };
}

/** Runs a program to its end, and reports its output only when it fails. */
async function run(
  cwd: string,
  [program = "", ...args]: readonly string[],
): Promise<{ readonly code: number | null; readonly output: string }> {
  const signal = AbortSignal.timeout(LONGEST_STEP_MS);
  // Inside a Jest test, another Jest is not one of its workers.
  const env = Object.assign({}, process.env, { JEST_WORKER_ID: undefined });
  const child = spawn(program, args, { cwd, env, signal, stdio: ["ignore", "pipe", "pipe"] });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => void said.push(chunk));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, output: Buffer.concat(said).toString("utf8").slice(-20_000) };
}

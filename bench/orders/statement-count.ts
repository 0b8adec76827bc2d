import { renameSync, writeFileSync } from "node:fs";

import { Client } from "pg";

// Loaded into a gateway before anything else (NODE_OPTIONS=--require); the gateway itself is not
// aware of it. Starting with the first claim of jobs, it counts every statement on every
// connection, including BEGIN and COMMIT, and keeps the numbers in the file that STATEMENT_COUNT
// names: a JSON object with a number for the beginning of each text.

const WRITTEN_EVERY_MS = 50;
/**
 * Enough to distinguish statements; with the notifications that follow a commit, every commit would
 * count as a different statement.
 */
const LETTERS = 90;
const file = process.env["STATEMENT_COUNT"];
let counts: Map<string, number> | undefined;

function textOf(statement: unknown): string {
  const text =
    typeof statement === "string" ? statement : String((statement as { text?: unknown }).text);
  return text.replace(/\s+/g, " ").trim();
}

function count(text: string): void {
  if (text.includes("update jobs set owner")) counts ??= new Map();
  const cause = text.startsWith("COMMIT") ? "COMMIT" : text.slice(0, LETTERS);
  counts?.set(cause, (counts.get(cause) ?? 0) + 1);
}

/** A reader always finds a complete object. */
function keep(path: string): void {
  writeFileSync(`${path}.next`, JSON.stringify(Object.fromEntries(counts ?? [])));
  renameSync(`${path}.next`, path);
}

if (file !== undefined) {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its client below
  const original = Client.prototype.query as (this: Client, ...parameters: unknown[]) => unknown;
  Client.prototype.query = function (this: Client, ...parameters: unknown[]): unknown {
    count(textOf(parameters[0]));
    return original.apply(this, parameters);
  } as typeof Client.prototype.query;
  setInterval(() => keep(file), WRITTEN_EVERY_MS).unref();
}

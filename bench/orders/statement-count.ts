import { renameSync, writeFileSync } from "node:fs";

import { Client } from "pg";

// Loaded into a gateway before anything else (NODE_OPTIONS=--require); the gateway itself is not
// aware of it. Starting with the first claim of jobs, it counts every statement on every
// connection, including BEGIN and COMMIT, and keeps the numbers in the file that STATEMENT_COUNT
// names: a JSON object with a number for the beginning of each text.

const WRITTEN_EVERY_MS = 100;
/**
 * Enough to distinguish statements; with the notifications that follow a commit, every commit would
 * count as a different statement.
 */
const LETTERS = 90;
const file = process.env["STATEMENT_COUNT"];
/** By the beginning of their text as it is sent; what is measured must not pay for the measuring. */
const counts = new Map<string, number>();
let isCounting = false;

function textOf(statement: unknown): string {
  return typeof statement === "string" ? statement : String((statement as { text?: unknown }).text);
}

function count(text: string): void {
  isCounting ||= text.includes("update jobs set owner");
  if (!isCounting) return;
  const beginning = text.startsWith("COMMIT") ? "COMMIT" : text.slice(0, 2 * LETTERS);
  counts.set(beginning, (counts.get(beginning) ?? 0) + 1);
}

/** The counts by the first letters of each statement, regardless of its line breaks. */
function causes(): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [beginning, times] of counts) {
    const cause = beginning.replace(/\s+/g, " ").trim().slice(0, LETTERS);
    sums[cause] = (sums[cause] ?? 0) + times;
  }
  return sums;
}

/** A reader always finds a complete object. */
function keep(path: string): void {
  writeFileSync(`${path}.next`, JSON.stringify(causes()));
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

import { renameSync, writeFileSync } from "node:fs";

import { Client } from "pg";

// Loaded into a gateway before anything else (NODE_OPTIONS=--require): the gateway itself knows nothing of it. From the first
// claim of jobs on, it counts every statement on every connection, BEGIN and COMMIT among them, and keeps the number in the
// file that STATEMENT_COUNT names.

const WRITTEN_EVERY_MS = 50;
const file = process.env["STATEMENT_COUNT"];
let count: number | undefined;

function isClaim(statement: unknown): boolean {
  const text = typeof statement === "string" ? statement : (statement as { text?: string }).text;
  return text?.includes("update jobs set owner") ?? false;
}

/** Whoever reads it finds a whole number. */
function keep(path: string): void {
  writeFileSync(`${path}.next`, String(count ?? 0));
  renameSync(`${path}.next`, path);
}

if (file !== undefined) {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its client below
  const original = Client.prototype.query as (this: Client, ...parameters: unknown[]) => unknown;
  Client.prototype.query = function (this: Client, ...parameters: unknown[]): unknown {
    if (count !== undefined || isClaim(parameters[0])) count = (count ?? 0) + 1;
    return original.apply(this, parameters);
  } as typeof Client.prototype.query;
  setInterval(() => keep(file), WRITTEN_EVERY_MS).unref();
}

import { readFileSync } from "node:fs";

import { normaliseMenu } from "../../../src/adapters/iiko/menu/menu-detect";
import { packMenu } from "../../../src/ports/pos/pack-menu";
import { settingsOfChild, tellParent } from "../../child";

export type NormaliserTask = "hold" | "parse" | "normalise" | "times";

export interface NormaliserSettings {
  readonly task: NormaliserTask;
  /** File with the body of an answer. */
  readonly file: string;
  readonly organizationId: string;
}

export interface NormaliserResult {
  readonly parseMs: readonly number[];
  readonly normaliseMs: readonly number[];
  /** The peak memory of the process. */
  readonly peakBytes: number;
}

const ROUNDS = 30;
/** Rounds until everything is compiled. */
const WARM_UP = 15;
const NO_BODY = new Uint8Array();

/** Reads a menu as a thread of the gateway does: either parses it, or parses and normalises it. */
async function main(): Promise<void> {
  const { task, file, organizationId } = await settingsOfChild<NormaliserSettings>();
  process.once("disconnect", () => process.exit(0));
  const body = readFileSync(file);
  const normalise = (parsed: unknown) => packMenu(normaliseMenu(parsed, organizationId), NO_BODY);
  const times: Times = { parseMs: [], normaliseMs: [] };
  let held: unknown;
  if (task === "times") measure(body.toString(), normalise, times);
  if (task === "parse" || task === "normalise") held = JSON.parse(body.toString());
  if (task === "normalise") held = [held, normalise(held)];
  const peakBytes = process.resourceUsage().maxRSS * 1_024;
  // This last message refers to what is held, and so keeps it alive until now.
  tellParent({ ...times, peakBytes, holds: held !== undefined });
}

interface Times {
  readonly parseMs: number[];
  readonly normaliseMs: number[];
}

/** Measures the same text, in turn. */
function measure(text: string, normalise: (parsed: unknown) => object, times: Times): void {
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    globalThis.gc?.();
    const start = performance.now();
    const parsed: unknown = JSON.parse(text);
    const between = performance.now();
    normalise(parsed);
    const end = performance.now();
    if (round < WARM_UP) continue;
    times.parseMs.push(between - start);
    times.normaliseMs.push(end - between);
  }
}

void main();

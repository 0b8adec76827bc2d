import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Child } from "../child";
import { type Bar, judge, printTable } from "../report";
import { median } from "../rounds";
import {
  type NormaliserResult,
  type NormaliserSettings,
  type NormaliserTask,
} from "./contestants/normaliser";
import { posMenuBodies, type PosMenuBody } from "./pos-menu-bodies";

const MB = 2 ** 20;
const MOST_TIMES = 4;
const MOST_MEMORY = 3;
/**
 * Formats that list each option once, for all dishes: in the common model each dish has its own
 * options, and is written and hashed with them.
 */
const OPTIONS_ONCE: ReadonlySet<string> = new Set(["standalone menu", "nomenclature"]);
const MOST_TIMES_FOR_OPTIONS_ONCE = 10;
const MOST_MEMORY_FOR_OPTIONS_ONCE = 4;
const TASKS: readonly NormaliserTask[] = ["hold", "parse", "normalise", "times"];

interface Measured {
  readonly body: PosMenuBody;
  readonly parseMs: number;
  readonly normaliseMs: number;
  readonly parseBytes: number;
  readonly peakBytes: number;
}

/**
 * Measures what converting a POS menu into the common model takes compared with `JSON.parse` of the
 * same body, warm, in one process, in wall-clock time; and the peak memory of a process that reads
 * one menu, as the gateway's threads do, beyond that of a process that only holds the body.
 */
export async function benchNormaliser(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "pos-menus-"));
  try {
    const measured: Measured[] = [];
    for (const body of posMenuBodies()) measured.push(await measure(body, join(folder, "body")));
    printTable([
      ["format", "MB", "JSON.parse ms", "normalised ms", "JSON.parse MB", "peak MB"],
      ...measured.map(row),
    ]);
    return judge(measured.flatMap(barsOf));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(body: PosMenuBody, file: string): Promise<Measured> {
  writeFileSync(file, body.text);
  const results = new Map<NormaliserTask, NormaliserResult>();
  for (const task of TASKS) {
    const settings: NormaliserSettings = { task, file, organizationId: body.organizationId };
    const [child, result] = await Child.start<NormaliserResult>(
      "menu/contestants/normaliser",
      settings,
      ["--expose-gc"],
    );
    await child.stop();
    results.set(task, result);
  }
  const peakOf = (task: NormaliserTask) => results.get(task)?.peakBytes ?? NaN;
  const times = results.get("times");
  return {
    body,
    parseMs: median(times?.parseMs ?? []),
    normaliseMs: median(times?.normaliseMs ?? []),
    parseBytes: peakOf("parse") - peakOf("hold"),
    peakBytes: peakOf("normalise") - peakOf("hold"),
  };
}

function row({ body, parseMs, normaliseMs, parseBytes, peakBytes }: Measured): string[] {
  return [
    body.format,
    (Buffer.byteLength(body.text) / MB).toFixed(1),
    parseMs.toFixed(1),
    normaliseMs.toFixed(1),
    (parseBytes / MB).toFixed(1),
    (peakBytes / MB).toFixed(1),
  ];
}

function barsOf({ body, parseMs, normaliseMs, parseBytes, peakBytes }: Measured): Bar[] {
  const once = OPTIONS_ONCE.has(body.format);
  return [
    {
      name: `${body.format}: normalised / JSON.parse`,
      reached: normaliseMs / parseMs,
      atMost: once ? MOST_TIMES_FOR_OPTIONS_ONCE : MOST_TIMES,
    },
    {
      name: `${body.format}: peak memory / JSON.parse`,
      reached: peakBytes / parseBytes,
      atMost: once ? MOST_MEMORY_FOR_OPTIONS_ONCE : MOST_MEMORY,
    },
  ];
}

import { setTimeout as pause } from "node:timers/promises";

import { openDatabase } from "../../src/gateway/open-database";
import { withDatabase } from "../bench-database";
import { Child, type Usage } from "../child";
import { gatewaySettings } from "../menu/gateway-settings";
import { judge, printTable } from "../report";
import { median } from "../rounds";
import { optionOf } from "./options";
import { MASTER_KEY, seedKeys } from "./seed-keys";
import { SilentIiko } from "./silent-iiko";

const FEW = 200;
const MANY = 2_000;
/** A quarter of the usual interval, for more polls in less time. */
const EVERY_SECONDS = 5;
const WINDOWS = 5;
const WINDOW_MS = 15_000;
const SETTLE_MS = 5_000;
const PATIENCE_MS = 180_000;
/** How much two identical runs differ on an otherwise idle machine. */
const NOISE = 0.1;

/** Measurements of each window. */
interface Measured {
  readonly cpuMs: number;
  readonly polls: number;
}

/**
 * Measures the gateway's processor time for each polled key, at 200 keys and at ten times as many
 * (`--keys N`), each with an order under way. The time that the gateway takes with polls switched
 * off is not counted; an iiko in this process answers immediately.
 */
export function benchPolls(options: readonly string[]): Promise<boolean> {
  const many = optionOf(options, "--keys", MANY);
  return withDatabase(async (databaseUrl) => {
    const iiko = await SilentIiko.start();
    try {
      const few = await costOf(databaseUrl, iiko, FEW, FEW);
      const all = await costOf(databaseUrl, iiko, many, many - FEW);
      printTable([
        ["keys", "polls/s", "ms of a processor a poll", "idle, ms/s"],
        rowOf(FEW, few),
        rowOf(many, all),
      ]);
      const name = `processor time per polled key, ${many} / ${FEW} keys`;
      return judge([{ name, reached: all.perPoll / few.perPoll, atMost: 1 + NOISE }]);
    } finally {
      iiko.stop();
    }
  });
}

interface Cost {
  readonly perPoll: number;
  readonly pollsPerSecond: number;
  readonly idlePerSecond: number;
}

function rowOf(keys: number, { perPoll, pollsPerSecond, idlePerSecond }: Cost): string[] {
  return [`${keys}`, pollsPerSecond.toFixed(1), perPoll.toFixed(3), idlePerSecond.toFixed(1)];
}

/** @param added how many more keys than before */
async function costOf(
  databaseUrl: string,
  iiko: SilentIiko,
  keys: number,
  added: number,
): Promise<Cost> {
  const db = await openDatabase(databaseUrl);
  await seedKeys(db, added);
  await db.destroy();
  const idle = await measure(databaseUrl, iiko, { keys: 0, everySeconds: 0 });
  const idlePerSecond = median(idle.map(({ cpuMs }) => cpuMs)) / (WINDOW_MS / 1_000);
  const busy = await measure(databaseUrl, iiko, { keys, everySeconds: EVERY_SECONDS });
  const idleOfWindow = (idlePerSecond * WINDOW_MS) / 1_000;
  return {
    perPoll: median(busy.map(({ cpuMs, polls }) => (cpuMs - idleOfWindow) / polls)),
    pollsPerSecond: median(busy.map(({ polls }) => polls)) / (WINDOW_MS / 1_000),
    idlePerSecond,
  };
}

/**
 * @param keys all of them must have been polled twice before anything counts, because they log in
 *   first
 */
async function measure(
  databaseUrl: string,
  iiko: SilentIiko,
  { keys, everySeconds }: { readonly keys: number; readonly everySeconds: number },
): Promise<Measured[]> {
  const settings = gatewaySettings(databaseUrl, {
    IIKO_API_URL: iiko.url,
    ENCRYPTION_KEY: MASTER_KEY,
    ORDER_POLL_SECONDS: `${everySeconds}`,
  });
  const before = iiko.polls;
  const [gateway] = await Child.start<{ url: string }>("menu/contestants/gateway", settings);
  try {
    const deadline = performance.now() + PATIENCE_MS;
    while (iiko.polls - before < 2 * keys) {
      if (performance.now() > deadline) throw new Error(`Only ${iiko.polls - before} polls came`);
      await pause(100);
    }
    await pause(SETTLE_MS);
    const windows: Measured[] = [];
    for (let count = 0; count < WINDOWS; count += 1) windows.push(await window(gateway, iiko));
    return windows;
  } finally {
    await gateway.stop();
  }
}

async function window(gateway: Child, iiko: SilentIiko): Promise<Measured> {
  const [{ cpuMs: before }, pollsBefore] = [await gateway.ask<Usage>({}), iiko.polls];
  await pause(WINDOW_MS);
  const [{ cpuMs: after }, polls] = [await gateway.ask<Usage>({}), iiko.polls];
  return { cpuMs: after - before, polls: polls - pollsBefore };
}

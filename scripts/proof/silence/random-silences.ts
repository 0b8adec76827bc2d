import { setTimeout as pause } from "node:timers/promises";

import { terminalGroup } from "../../../tests/support/sandbox-session";
import { type CrashStep } from "../crash-points";
import { type Random } from "../random";
import { type World } from "../world";
import { elsewhere, placeOf } from "./places";

/** Something that fails silently in the middle of a busy run. Resolves when it is over. */
export interface Silence {
  readonly name: string;
  befall(world: World, random: Random): Promise<void>;
}

const path = "/api/1/deliveries/create";
const APPLICATIONS = [
  /^result-rest-gateway/,
  /^gateway-jobs/,
  /^gateway-lease/,
  /^gateway-events/,
  /./,
] as const;
const STEPS: readonly CrashStep[] = [
  "intent saved",
  "call let through",
  "request sent",
  "outcome committing",
];
/** Some of these are longer than a lease lasts. */
const STANDS_STILL_MS = [1_000, 16_000] as const;
const ROW_LOCKED_MS = [5_000, 40_000] as const;
const REPOINTED_MS = [2_000, 6_000] as const;
const UNKNOWN_PRODUCT = {
  kind: "creation-error",
  code: "ProductNotFound",
  message: "Product not found",
} as const;

/**
 * Rows that a transaction may hold while it stalls; the one to lock is one that is still needed.
 */
const LOCKED_ROWS = {
  orders:
    "injection_state in ('QUEUED', 'SENDING', 'AWAITING_POS', 'RETRY_SCHEDULED', 'OUTCOME_UNKNOWN')",
  fallback_deliveries: "sent_at is null and given_up_at is null",
  jobs: "true",
} as const;

const halfOpen: Silence = {
  name: "half-open",
  async befall(world, random) {
    const applications = random.one(APPLICATIONS);
    const networks = random.chance(0.5) ? world.networks : [random.one(world.networks)];
    for (const network of networks) network.freeze(applications);
    await pause(1_000);
  },
};

const cutOff: Silence = {
  name: "cut off and back",
  async befall(world, random) {
    const network = random.one(world.networks);
    network.vanish();
    await pause(random.between(...STANDS_STILL_MS));
    network.restore();
  },
};

const hostGone: Silence = {
  name: "host gone",
  async befall(world, random) {
    const gone = Math.floor(random.between(0, world.count));
    world.networks[gone]?.vanish();
    await world.kill(gone);
    world.networks[gone]?.restore();
    await world.revive();
  },
};

const frozenAnywhere: Silence = {
  name: "frozen and woken",
  async befall(world, random) {
    const stopped = Math.floor(random.between(0, world.count));
    world.freeze(stopped);
    await pause(random.between(...STANDS_STILL_MS));
    world.thaw(stopped);
  },
};

const frozenAtStep: Silence = {
  name: "frozen at a step",
  async befall(world, random) {
    const step = random.one(STEPS);
    await world.crashes.standStill(step);
    // A process that is killed there instead, or never gets there, does not stop.
    const inTime = await world.standing(10_000).catch(() => undefined);
    await world.crashes.disarm(step);
    // A process that got there at the last moment is stopped, and nothing else would let it go on.
    const stopped = inTime ?? (await world.standing(500).catch(() => undefined));
    await pause(random.between(...STANDS_STILL_MS));
    if (stopped !== undefined) world.thaw(stopped);
  },
};

const lateAnswer: Silence = {
  name: "web hook, then a late answer",
  async befall(world, random) {
    world.sandbox.faults.plan({
      path,
      fault: { kind: "delay", ms: random.between(1_000, 19_000), afterWork: true },
    });
    if (random.chance(0.3)) world.sandbox.faults.plan({ fault: UNKNOWN_PRODUCT });
    await pause(1_000);
  },
};

const workDeleted: Silence = {
  name: "work deleted",
  async befall(world, random) {
    await world.query(
      random.chance(0.5) ? "delete from jobs" : "delete from jobs where owner is null",
    );
  },
};

const repointed: Silence = {
  name: "branch re-pointed",
  async befall(world, random) {
    await world.change(placeOf(elsewhere));
    await pause(random.between(...REPOINTED_MS));
    await world.change(placeOf(terminalGroup));
  },
};

const rowLocked: Silence = {
  name: "row locked",
  async befall(world, random) {
    const table = random.one(Object.keys(LOCKED_ROWS) as (keyof typeof LOCKED_ROWS)[]);
    const rows = await world.query<{ id: string }>(
      `select id from ${table} where ${LOCKED_ROWS[table]} limit 20`,
    );
    if (rows.length === 0) return;
    const held = await world.lockRow(table, random.one(rows).id);
    await pause(random.between(...ROW_LOCKED_MS));
    await held.letGo();
  },
};

/** All are equally likely. */
export const SILENCES: readonly Silence[] = [
  ...[halfOpen, cutOff, hostGone, frozenAnywhere, frozenAtStep],
  ...[lateAnswer, workDeleted, repointed, rowLocked],
];

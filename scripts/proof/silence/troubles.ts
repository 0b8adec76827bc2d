import { setTimeout as pause } from "node:timers/promises";

import { eventually } from "../../../tests/support/eventually";
import { terminalGroup } from "../../../tests/support/sandbox-session";
import { type CrashStep } from "../crash-points";
import { type Placed } from "../guests";
import { type World } from "../world";
import { elsewhere, placeOf } from "./places";
import { type Trouble } from "./trouble";

const path = "/api/1/deliveries/create";
/** Longer than a lease lasts: a process that stands still for this long has lost its work. */
const STANDS_STILL_MS = 15_000;
/** Slightly longer than the longest wait for a call to iiko. */
const LATE_ANSWER_MS = 22_000;
const ROW_LOCKED_MS = 60_000;
const UNKNOWN_PRODUCT = {
  kind: "creation-error",
  code: "ProductNotFound",
  message: "Product not found",
} as const;

/**
 * Connections of one kind stay open in every process, but nothing passes; one order is under way,
 * and another one comes in.
 */
function halfOpen(name: string, applications: RegExp): Trouble {
  return {
    name: `silence: ${name}`,
    ends: ["in till"],
    withinSeconds: 20,
    async befall(world, place) {
      await place();
      for (const network of world.networks) network.freeze(applications);
      await place();
      await pause(1_000);
      await place();
    },
  };
}

const hostGone: Trouble = {
  name: "host gone while sending",
  ends: ["in till"],
  withinSeconds: 20,
  async befall(world, place) {
    await world.crashes.standStill("intent saved");
    await place();
    const gone = await world.standing(10_000);
    // The server is not notified: it keeps the session and everything that the session holds.
    world.networks[gone]?.vanish();
    await world.kill(gone);
    world.networks[gone]?.restore();
    await world.revive();
  },
};

function frozen(where: string, step: CrashStep): Trouble {
  return {
    name: `frozen and woken: ${where}`,
    ends: ["in till"],
    withinSeconds: 40,
    async befall(world, place) {
      await world.crashes.standStill(step);
      await place();
      const stopped = await world.standing(10_000);
      await pause(STANDS_STILL_MS);
      world.thaw(stopped);
      await pause(3_000);
    },
  };
}

const answerAfterWebHook: readonly Trouble[] = [
  {
    name: "web hook, then a late answer",
    ends: ["in till"],
    withinSeconds: 30,
    async befall(world, place) {
      world.sandbox.faults.plan({ path, fault: { kind: "hang", afterWork: true } });
      await place();
      await pause(LATE_ANSWER_MS);
    },
  },
  {
    name: "web hook of a refusal, then a late answer",
    ends: ["with people"],
    withinSeconds: 30,
    async befall(world, place) {
      world.sandbox.faults.plan({ path, fault: { kind: "hang", afterWork: true } });
      world.sandbox.faults.plan({ fault: UNKNOWN_PRODUCT });
      await place();
      await pause(LATE_ANSWER_MS);
    },
  },
];

const inState = (world: World, { id }: Placed, condition: string) =>
  eventually(async () => {
    const rows = await world.query(`select 1 from orders where id = $1 and ${condition}`, [id]);
    return rows.length > 0;
  }, 15_000);

const workDeleted: readonly Trouble[] = [
  {
    name: "work deleted: to be sent again",
    ends: ["in till"],
    withinSeconds: 90,
    async befall(world, place) {
      world.sandbox.faults.plan({ path, fault: { kind: "status", status: 503 } });
      await inState(
        world,
        await place(),
        "injection_state in ('RETRY_SCHEDULED', 'OUTCOME_UNKNOWN')",
      );
      await world.query("delete from jobs");
    },
  },
  {
    name: "work deleted: till has not decided",
    ends: ["in till"],
    withinSeconds: 90,
    async befall(world, place) {
      world.sandbox.faults.plan({ fault: { kind: "webhook-loss" } });
      world.sandbox.faults.plan({ fault: { kind: "stay-in-progress", ms: 4_000 } });
      await inState(world, await place(), "injection_state = 'AWAITING_POS'");
      await world.query("delete from jobs");
    },
  },
  {
    name: "work deleted: people to be told",
    ends: ["with people"],
    withinSeconds: 90,
    async befall(world, place) {
      world.sandbox.faults.plan({ path: "smtp", times: 1, fault: { kind: "status", status: 450 } });
      world.sandbox.faults.plan({ fault: UNKNOWN_PRODUCT });
      await inState(world, await place(), "handed_over_at is not null");
      await world.query("delete from jobs");
    },
  },
];

const repointed: Trouble = {
  name: "branch re-pointed",
  ends: ["in till"],
  withinSeconds: 40,
  async befall(world, place) {
    world.sandbox.faults.plan({ fault: { kind: "webhook-loss" } });
    world.sandbox.faults.plan({ path, fault: { kind: "drop-after" } });
    world.sandbox.faults.plan({
      path: "/api/1/deliveries/by_id",
      fault: { kind: "status", status: 503 },
    });
    await inState(world, await place(), "injection_state <> 'QUEUED' and failures > 0");
    await world.change(placeOf(elsewhere));
    await pause(5_000);
    await world.change(placeOf(terminalGroup));
  },
};

/** Reports about other orders keep flowing, and whatever waits for the lock goes on as well. */
const rowLocked: Trouble = {
  name: "one row locked for 60 s",
  ends: ["in till"],
  withinSeconds: 80,
  async befall(world, place) {
    world.sandbox.faults.plan({ path, fault: { kind: "status", status: 503 } });
    const { id } = await place();
    const held = await world.lockRow("orders", id);
    const others = [await place(), await place()];
    await Promise.all(others.map((other) => inState(world, other, "injection_state = 'IN_POS'")));
    await pause(ROW_LOCKED_MS);
    await held.letGo();
  },
};

/** These run in this order, one after another. */
export const TROUBLES: readonly Trouble[] = [
  halfOpen("orders and menus", /^result-rest-gateway/),
  halfOpen("jobs", /^gateway-jobs/),
  halfOpen("lease", /^gateway-lease/),
  halfOpen("announcements", /^gateway-events/),
  halfOpen("everything", /./),
  hostGone,
  frozen("before the guard", "intent saved"),
  frozen("after the guard", "call let through"),
  frozen("inside the call", "request sent"),
  frozen("inside COMMIT", "outcome committing"),
  ...answerAfterWebHook,
  ...workDeleted,
  repointed,
  rowLocked,
];

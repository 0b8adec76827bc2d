import { setTimeout as pause } from "node:timers/promises";

import { type PlannedFault } from "../../../sandbox/faults/fault";
import { type Random, randomFrom } from "../random";
import { type World } from "../world";
import { type Droppable, type Trouble } from "./trouble";

/** Everything that goes wrong at random while clients follow. */
export class Troubles implements Trouble {
  readonly counts = { kills: 0, cuts: 0, drops: 0, webHookFaults: 0 };
  private over = false;
  private all: readonly Promise<void>[] = [];
  private readonly random: Random;

  /** @param everySeconds between two failures of the same kind */
  constructor(
    seed: number,
    private readonly everySeconds: { readonly kill: number; readonly cut: number },
  ) {
    this.random = randomFrom(seed + 1);
  }

  get told(): string {
    const { kills, cuts, drops, webHookFaults } = this.counts;
    return `${kills} kills, ${cuts} cut connections to the database, ${drops} lost sockets, ${webHookFaults} bad web hooks`;
  }

  begin(world: World, followers: () => readonly Droppable[]): void {
    this.all = [this.drop(followers), this.kill(world), this.cut(world), this.garble(world)];
    // `end` reports errors of the failures themselves.
    void Promise.allSettled(this.all);
  }

  /** Resolves when all of them have ended. @throws {unknown} what went wrong with one of them */
  async end(): Promise<void> {
    this.over = true;
    await Promise.allSettled(this.all);
    await Promise.all(this.all);
  }

  private async drop(followers: () => readonly Droppable[]): Promise<void> {
    while (!this.over) {
      await pause(200);
      for (const follower of followers()) {
        if (!this.random.chance(0.01)) continue;
        follower.drop();
        this.counts.drops += 1;
      }
    }
  }

  private async kill(world: World): Promise<void> {
    while (!this.over) {
      await pause(this.random.between(0.5, 1.5) * this.everySeconds.kill * 1000);
      await world.kill(Math.floor(this.random.between(0, world.count)));
      this.counts.kills += 1;
      await pause(this.random.between(300, 1_500));
      // A gateway that loses the database during startup exits; it is started again the next time,
      // as a supervisor would do.
      if (!this.over) await world.revive().catch(() => undefined);
    }
  }

  /**
   * The database ends connections of the gateways: those that carry announcements, and any others.
   */
  private async cut(world: World): Promise<void> {
    while (!this.over) {
      await pause(this.random.between(0.5, 1.5) * this.everySeconds.cut * 1000);
      const whose = this.random.chance(0.5)
        ? "application_name = 'gateway-events'"
        : "random() < 0.3";
      const ended = await world.query<{ pid: number }>(
        `select pg_terminate_backend(pid), pid from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and ${whose}`,
      );
      this.counts.cuts += ended.length;
    }
  }

  private async garble({ sandbox: { faults } }: World): Promise<void> {
    while (!this.over) {
      await pause(this.random.between(50, 300));
      faults.plan(this.random.one(WEB_HOOK_FAULTS));
      this.counts.webHookFaults += 1;
    }
  }
}

const WEB_HOOK_FAULTS: readonly PlannedFault[] = [
  { fault: { kind: "webhook-loss" } },
  { fault: { kind: "webhook-duplicate" } },
  { fault: { kind: "webhook-reorder" } },
];

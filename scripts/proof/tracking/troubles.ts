import { setTimeout as pause } from "node:timers/promises";

import { type PlannedFault } from "../../../sandbox/faults/fault";
import { type Random } from "../random";
import { type World } from "../world";
import { type Follower } from "./follower";

/** Everything that goes wrong at random while clients follow. */
export class Troubles {
  readonly counts = { kills: 0, cuts: 0, drops: 0, webHookFaults: 0 };
  private over = false;
  private all: readonly Promise<void>[] = [];

  constructor(
    private readonly world: World,
    private readonly random: Random,
    private readonly everySeconds: { readonly kill: number; readonly cut: number },
    private readonly followers: () => readonly Follower[],
  ) {}

  begin(): void {
    this.all = [this.drop(), this.kill(), this.cut(), this.garble()];
    // What goes wrong with going wrong is told by `end`.
    void Promise.allSettled(this.all);
  }

  /** Resolves when all have ended. @throws {unknown} what went wrong with one of them */
  async end(): Promise<void> {
    this.over = true;
    await Promise.allSettled(this.all);
    await Promise.all(this.all);
  }

  private async drop(): Promise<void> {
    while (!this.over) {
      await pause(200);
      for (const follower of this.followers()) {
        if (!this.random.chance(0.01)) continue;
        follower.drop();
        this.counts.drops += 1;
      }
    }
  }

  private async kill(): Promise<void> {
    while (!this.over) {
      await pause(this.random.between(0.5, 1.5) * this.everySeconds.kill * 1000);
      await this.world.kill(Math.floor(this.random.between(0, this.world.count)));
      this.counts.kills += 1;
      await pause(this.random.between(300, 1_500));
      // A gateway that loses the database while it starts ends; it is started again the next time, as by a supervisor.
      if (!this.over) await this.world.revive().catch(() => undefined);
    }
  }

  /** The database ends connections of the gateways: those that carry announcements, and any. */
  private async cut(): Promise<void> {
    while (!this.over) {
      await pause(this.random.between(0.5, 1.5) * this.everySeconds.cut * 1000);
      const whose = this.random.chance(0.5) ? "application_name = 'gateway-events'" : "random() < 0.3";
      const ended = await this.world.query<{ pid: number }>(
        `select pg_terminate_backend(pid), pid from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and ${whose}`,
      );
      this.counts.cuts += ended.length;
    }
  }

  private async garble(): Promise<void> {
    const { faults } = this.world.sandbox;
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

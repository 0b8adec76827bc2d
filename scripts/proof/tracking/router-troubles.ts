import { setTimeout as pause } from "node:timers/promises";

import { type Random, randomFrom } from "../random";
import { type World } from "../world";
import { type ThroughRouter } from "./through-router";
import { type Droppable, type Trouble } from "./trouble";

/** Fraction of the open connections. */
const PART_THAT_IS_CUT = 0.1;

/**
 * Kills the router and cuts its lines at random, in addition to everything else that goes wrong.
 */
export class RouterTroubles implements Trouble {
  readonly counts = { kills: 0, cuts: 0 };
  private over = false;
  private all: readonly Promise<void>[] = [];
  private readonly random: Random;

  /** @param everySeconds between two failures of the same kind */
  constructor(
    seed: number,
    private readonly way: ThroughRouter,
    private readonly others: Trouble,
    private readonly everySeconds: { readonly kill: number; readonly cut: number },
  ) {
    this.random = randomFrom(seed + 2);
  }

  get told(): string {
    const { kills, cuts } = this.counts;
    return `${this.others.told}; the router: ${kills} kills, ${cuts} cut lines`;
  }

  begin(world: World, followers: () => readonly Droppable[]): void {
    this.others.begin(world, followers);
    this.all = [this.kill(), this.cut()];
    // `end` reports errors of the failures themselves.
    void Promise.allSettled(this.all);
  }

  /**
   * Resolves when the router is running again. @throws {unknown} what went wrong with one of them
   */
  async end(): Promise<void> {
    this.over = true;
    await Promise.allSettled(this.all);
    await Promise.all([...this.all, this.others.end()]);
  }

  private async kill(): Promise<void> {
    while (!this.over) {
      await this.pause(this.everySeconds.kill);
      await this.way.kill();
      this.counts.kills += 1;
      await pause(this.random.between(100, 1_000));
      await this.way.revive();
    }
  }

  private async cut(): Promise<void> {
    while (!this.over) {
      await this.pause(this.everySeconds.cut);
      this.counts.cuts += this.way.cut(this.random, PART_THAT_IS_CUT);
    }
  }

  private pause(seconds: number): Promise<void> {
    return pause(this.random.between(0.5, 1.5) * seconds * 1000);
  }
}

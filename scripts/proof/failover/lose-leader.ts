import { setTimeout as pause } from "node:timers/promises";

import { type Random } from "../random";
import { type Trouble } from "../tracking/trouble";
import { type World } from "../world";
import { type Node } from "./node";
import { type Pair } from "./pair";

/** How a leader can be lost. */
export const LOSSES = ["switched over", "killed", "frozen", "cut off"] as const;
export type Loss = (typeof LOSSES)[number];

/** How long the old leader stays away after another one has taken over. */
const AWAY_MS = 10_000;

/** The leader is lost once, and returns as a standby when another one leads. */
export class LoseLeader implements Trouble {
  private losing: Promise<void> = Promise.resolve();
  private takenOverAfterMs = 0;

  constructor(
    private readonly pair: Pair,
    private readonly loss: Loss,
    private readonly random: Random,
  ) {}

  get told(): string {
    return `leader ${this.loss}: another one leads after ${(this.takenOverAfterMs / 1000).toFixed(1)} s`;
  }

  begin(world: World): void {
    this.losing = this.lose(world);
    // `end` reports what goes wrong.
    void Promise.allSettled([this.losing]);
  }

  end(): Promise<void> {
    return this.losing;
  }

  private async lose(world: World): Promise<void> {
    await pause(this.random.between(3_000, 6_000));
    const leader = await this.pair.leading();
    const lostAt = performance.now();
    await this.take(leader);
    try {
      await this.pair.handedOver(leader);
      this.takenOverAfterMs = performance.now() - lostAt;
      if (this.loss !== "switched over") await pause(AWAY_MS);
    } finally {
      await this.giveBack(leader);
    }
    await this.pair.whole();
    // A gateway that has ended is started again, as by a supervisor.
    await world.revive();
  }

  private async take(leader: Node): Promise<void> {
    if (this.loss === "switched over") await this.pair.switchOver(leader);
    else if (this.loss === "killed") await leader.kill();
    else if (this.loss === "frozen") leader.freeze();
    else leader.cutOff();
  }

  private async giveBack(leader: Node): Promise<void> {
    if (this.loss === "killed") await leader.launch();
    else if (this.loss === "frozen") leader.thaw();
    else if (this.loss === "cut off") leader.connect();
  }
}

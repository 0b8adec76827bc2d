import { type ClaimRound } from "../services/repair/claim-round";
import { type RepairWork } from "../services/repair/repair-work";

const EVERY_SECONDS = 60;
/**
 * How long after its turn a round is noticed to be missing because the process that did the last
 * one has died.
 */
const LOOK_MS = 5_000;

/**
 * Triggers the search for lost work: once when the process starts, then once a minute in one of all
 * processes. Uses timers and a row of its own, because it must outlive the queue that it repairs.
 */
export class RepairRounds {
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> | undefined;
  private stopped = false;

  /** @param onError called for a round that failed; the next one happens nevertheless */
  constructor(
    private readonly repairWork: RepairWork,
    private readonly claimRound: ClaimRound,
    private readonly onError: (error: unknown) => void,
    private readonly everySeconds = EVERY_SECONDS,
    private readonly lookMs = LOOK_MS,
  ) {}

  start(): void {
    this.do(async () => {
      await this.claimRound.execute("repair-work", 0);
      await this.repairWork.execute();
    });
  }

  /** Lets the current round finish. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.working;
  }

  private do(work: () => Promise<void>): void {
    this.working = work()
      .catch(this.onError)
      .finally(() => {
        if (!this.stopped) this.timer = setTimeout(() => this.do(() => this.inTurn()), this.lookMs);
      });
  }

  private async inTurn(): Promise<void> {
    if (await this.claimRound.execute("repair-work", this.everySeconds))
      await this.repairWork.execute();
  }
}

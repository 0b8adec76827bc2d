import { type ClaimRound } from "../services/repair/claim-round";
import { type RepairWork } from "../services/repair/repair-work";

const EVERY_SECONDS = 60;
/**
 * So long after its turn a round is noticed to be missing, because the process that did the last
 * one has died.
 */
const LOOK_MS = 5_000;

/**
 * Has lost work found: once when the process starts, then once a minute by one of all processes.
 * Goes by timers and by a row of its own, for it must outlive the queue it mends.
 */
export class RepairRounds {
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> | undefined;
  private stopped = false;

  /** @param onError is told of a round that failed; the next one comes all the same */
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

  /** Lets the round that is under way end. */
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

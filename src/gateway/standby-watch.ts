import { type Standbys } from "../adapters/postgres/standbys";

const EVERY_MS = 60_000;

/** What is wrong, in words for people. */
const NONE_IS_SYNCHRONOUS =
  "has a standby, and none is synchronous: if it takes over, the newest orders are lost";

/**
 * Checks every minute whether what guests are told would survive the loss of the database's
 * machine. Only a warning: such a standby is better than none.
 */
export class StandbyWatch {
  private timer: NodeJS.Timeout | undefined;
  private found: Standbys | undefined;

  /** @param changed called when the warning begins and when it ends */
  constructor(
    private readonly read: () => Promise<Standbys>,
    private readonly changed: (warning: string | null) => void,
  ) {}

  /** undefined: the database has not answered yet. */
  get standbys(): Standbys | undefined {
    return this.found;
  }

  get warning(): string | null {
    const { synchronous = 0, asynchronous = 0 } = this.found ?? {};
    return asynchronous > 0 && synchronous === 0 ? NONE_IS_SYNCHRONOUS : null;
  }

  start(): void {
    this.timer = setInterval(() => void this.look(), EVERY_MS).unref();
    void this.look();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Never rejects: /readyz reports a database that does not answer. */
  async look(): Promise<void> {
    const before = this.warning;
    this.found = await this.read().catch(() => this.found);
    if (this.warning !== before) this.changed(this.warning);
  }
}

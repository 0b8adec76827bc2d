import { eventually } from "../../tests/support/eventually";
import { SandboxControl } from "../../tests/support/sandbox-control";
import { terminalGroup } from "../../tests/support/sandbox-session";
import { type World } from "./world";

/**
 * A pause begins and ends within a minute, as measured by the tests of opening hours; it takes
 * longer when processes die all the time.
 */
const PATIENCE_MS = 300_000;
/** Checking this often detects a pause before a process that was told to continue has gone far. */
const LOOK_MS = 100;
/**
 * A process may freeze after it has checked an order, before it records when the order was placed.
 */
const JUDGED_BEFORE_MS = 30_000;
const SILENT_FOR_MS = 35_000;
/** Number of guests who order during the pause. */
const COMERS = 5;
const KEY = "while the till is silent";

const SILENT = `
  select till_silent_since is not null as silent from branches where id = $1`;
const KNOWN = "select known from till_watches where branch_id = $1";
/** Orders of guests who came during the pause, and of others who came a while after it began. */
const TAKEN = `
  select count(*)::int as orders from orders
  where wanted_at is null and created_at < $2
    and (created_at > $1 or idempotency_key like '${KEY} %')`;

/**
 * The till falls silent once, for longer than the branch then accepts orders for as soon as
 * possible.
 */
export class DeadTill {
  /**
   * Whether the branch paused automatically and opened again; undefined if the till was not silent.
   */
  noticed: boolean | undefined;
  /** The till is silent now, or the branch has not opened again yet. */
  isFelt = false;
  private readonly pause = { from: new Date(0), to: new Date(0) };

  constructor(private readonly world: World) {}

  async befall(): Promise<void> {
    this.noticed = false;
    // Nothing is reported about a till that never answered.
    if (!(await this.becomes(KNOWN, "known", true))) return;
    this.isFelt = true;
    await this.setAlive(false);
    const paused = await this.becomes(SILENT, "silent", true);
    const from = Date.now();
    const comers = paused ? this.comers() : [];
    if (paused) await new Promise((resolve) => setTimeout(resolve, SILENT_FOR_MS));
    Object.assign(this.pause, { from: new Date(from + JUDGED_BEFORE_MS), to: new Date() });
    await this.setAlive(true);
    this.noticed = (await this.becomes(SILENT, "silent", false)) && paused;
    this.isFelt = false;
    await Promise.all(comers);
  }

  /**
   * Number of orders that were accepted although the till was known to be silent, plus one if
   * nobody noticed.
   */
  async broken(): Promise<number> {
    const { from, to } = this.pause;
    const [taken] = await this.world.query<{ orders: number }>(TAKEN, [from, to]);
    return (taken?.orders ?? NaN) + (this.noticed === false ? 1 : 0);
  }

  private comers(): Promise<unknown>[] {
    return Array.from({ length: COMERS }, (_, count) => this.world.order(`${KEY} ${count}`));
  }

  private async becomes(sql: string, column: string, wanted: boolean): Promise<boolean> {
    const { branchId } = this.world;
    const look = async () => {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      const [row] = await this.world.query<Record<string, boolean>>(sql, [branchId]);
      return row?.[column] === wanted;
    };
    return eventually(look, PATIENCE_MS).then(
      () => true,
      () => false,
    );
  }

  private async setAlive(alive: boolean): Promise<void> {
    const sandbox = new SandboxControl(this.world.sandbox.url);
    await sandbox.send("PUT", `terminals/${terminalGroup.id}`, { alive });
  }
}

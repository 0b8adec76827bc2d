import { eventually } from "../../tests/support/eventually";
import { terminalGroup } from "../../tests/support/sandbox-session";
import { type World } from "./world";

/** A pause begins and ends within a minute; later where processes die on a busy machine. */
const PATIENCE_MS = 300_000;
/** Looked at as often, a pause is seen before whoever was told to go on has gone far. */
const LOOK_MS = 100;
/** A process may stand still after it has judged an order, before it notes when that was placed. */
const JUDGED_BEFORE_MS = 30_000;
const SILENT_FOR_MS = 35_000;
/** Guests who come while the pause stands. */
const COMERS = 5;
const KEY = "while the till is silent";

const SILENT = `
  select till_silent_since is not null as silent from branches where id = $1`;
const KNOWN = "select known from till_watches where branch_id = $1";
/** Of those who came in the pause, and of others a while after it began. */
const TAKEN = `
  select count(*)::int as orders from orders
  where wanted_at is null and created_at < $2
    and (created_at > $1 or idempotency_key like '${KEY} %')`;

/** The branch pauses, and opens again, so soon. */
const PROMISED_SECONDS = 60;
/** A process that dies or goes silent holds the looks at the till up for so long at most. */
const HELD_UP_SECONDS = 20;
/** What has befallen before is felt for so long at most. */
const FELT_MS = 30_000;

interface HeldUp {
  readonly at: number;
  readonly seconds: number;
}

/** How long the branch needed to notice, and how long it may: what nobody could look at is added. */
interface Noticed {
  readonly seconds: number;
  readonly allowed: number;
}

/** The till falls silent once, for longer than the branch takes orders as soon as possible then. */
export class DeadTill {
  /** Missing: the branch did not pause by itself, or did not open again. */
  noticed: readonly [paused: Noticed, opened: Noticed] | undefined;
  /** It is silent now, or the branch has not opened again. */
  isFelt = false;
  private readonly pause = { from: new Date(0), to: new Date(0) };
  private readonly heldUp: HeldUp[] = [];

  constructor(private readonly world: World) {}

  /** Something befalls the gateways, or iiko, that may keep them from looking at the till. */
  isHeldUp(seconds = HELD_UP_SECONDS): void {
    this.heldUp.push({ at: Date.now(), seconds });
  }

  async befall(): Promise<void> {
    // Of a till that never answered nothing is said.
    if (!(await this.becomes(KNOWN, "known", true))) return;
    this.isFelt = true;
    const died = Date.now();
    await this.setAlive(false);
    const paused = await this.becomes(SILENT, "silent", true);
    const from = Date.now();
    const comers = paused ? this.comers() : [];
    if (paused) await new Promise((resolve) => setTimeout(resolve, SILENT_FOR_MS));
    Object.assign(this.pause, { from: new Date(from + JUDGED_BEFORE_MS), to: new Date() });
    const revived = Date.now();
    await this.setAlive(true);
    const opened = await this.becomes(SILENT, "silent", false);
    const [toPause, toOpen] = [this.since(died, from), this.since(revived, Date.now())];
    if (paused && opened) this.noticed = [toPause, toOpen];
    this.isFelt = false;
    await Promise.all(comers);
  }

  /**
   * Orders that were taken although the till was known to be silent; one more: nobody noticed in
   * time.
   */
  async broken(): Promise<number> {
    const { from, to } = this.pause;
    const [taken] = await this.world.query<{ orders: number }>(TAKEN, [from, to]);
    const inTime = this.noticed?.every(({ seconds, allowed }) => seconds <= allowed) ?? false;
    return (taken?.orders ?? NaN) + (inTime ? 0 : 1);
  }

  private since(from: number, to: number): Noticed {
    const heldUp = this.heldUp.filter(({ at }) => at > from - FELT_MS && at < to);
    const allowed = heldUp.reduce((sum, { seconds }) => sum + seconds, PROMISED_SECONDS);
    return { seconds: (to - from) / 1_000, allowed };
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
    await fetch(`${this.world.sandbox.url}/_sandbox/terminals/${terminalGroup.id}`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ alive }),
    });
  }
}

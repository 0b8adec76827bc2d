import { type IikoOrderBody } from "./order-schemas";

const HALF_HOUR_MS = 30 * 60_000;

/**
 * Reads the times of one order. iiko writes most of them in the till's local time without a zone,
 * so the offset is derived from the order's creation, which is given in both clocks. When the two
 * cannot be the same moment, no time is better than a wrong one (docs/iiko.md#clocks).
 */
export class TillClock {
  private constructor(private readonly offsetMs: number | null) {}

  static of(order: Pick<IikoOrderBody, "whenCreated" | "whenReceivedByApi"> | null): TillClock {
    const [local, utc] = [readAsUtc(order?.whenCreated), readAsUtc(order?.whenReceivedByApi)];
    if (local === null || utc === null) return new TillClock(null);
    const offsetMs = Math.round((local - utc) / HALF_HOUR_MS) * HALF_HOUR_MS;
    return new TillClock(Math.abs(local - utc - offsetMs) > HALF_HOUR_MS / 3 ? null : offsetMs);
  }

  /** Returns null when there is no time, or no way to know what it means. */
  read(text: string | null | undefined): Date | null {
    const local = readAsUtc(text);
    return local === null || this.offsetMs === null ? null : new Date(local - this.offsetMs);
  }
}

const EARLIEST_MS = Date.UTC(2000, 0);
const LATEST_MS = Date.UTC(2100, 0);

/**
 * Reads `2026-10-12 18:30:05.100` as if it were UTC. Also returns null for .NET's `0001-01-01`,
 * which means that there is no time.
 */
function readAsUtc(text: string | null | undefined): number | null {
  const moment = text ? Date.parse(`${text.trim().replace(" ", "T")}Z`) : Number.NaN;
  return moment >= EARLIEST_MS && moment < LATEST_MS ? moment : null;
}

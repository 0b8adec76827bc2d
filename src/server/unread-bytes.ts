import { addressGroups } from "../limits/address-groups";
import { type HttpLimits } from "./http-limits";

const LOOK_EVERY_MS = 1_000;
/** When this share of one address's limit has been added, an extra check takes place. */
const LOOK_AFTER = 0.25;

/** A recipient of bytes. */
export interface Reader {
  readonly address: string;
  /** Bytes waiting in our memory to be read. */
  readonly pending: () => number;
  /** How many bytes have been read so far. It may shrink slightly because of framing overhead. */
  readonly taken: () => number;
  readonly cutOff: () => void;
}

interface Progress {
  taken: number;
  /** When it last read something or had nothing to read. */
  movedAt: number;
  /** Since when bytes have been waiting for it, and how many it had read by then. */
  since: number;
  takenThen: number;
}

export type UnreadLimits = Pick<
  HttpLimits,
  "readTimeoutMs" | "readBytesPerSecond" | "unreadBytes" | "unreadBytesPerAddress"
>;

/**
 * Watches the bytes waiting to be read across all kinds of connections, and cuts off clients that
 * do not read or read too slowly. Where too much waits for one address or in total, it cuts off
 * those that have read nothing for the longest time.
 */
export class UnreadBytes {
  private readonly readers = new Map<Reader, Progress>();
  private readonly looks: NodeJS.Timeout;
  private cutOffs = 0;
  private added = 0;

  /** @param nowMs from a monotonic clock */
  constructor(
    private readonly limits: UnreadLimits,
    private readonly nowMs: () => number = () => performance.now(),
  ) {
    this.looks = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
  }

  /** How many clients have been cut off so far. */
  get cutOffTotal(): number {
    return this.cutOffs;
  }

  /** Watches until the returned function is called. */
  watch(reader: Reader): () => void {
    const [now, taken] = [this.nowMs(), reader.taken()];
    this.readers.set(reader, { taken, movedAt: now, since: now, takenThen: taken });
    this.added += reader.pending();
    // Many answers may be sent between two checks.
    if (this.added > this.limits.unreadBytesPerAddress * LOOK_AFTER) this.look();
    return () => void this.readers.delete(reader);
  }

  close(): void {
    clearInterval(this.looks);
  }

  look(): void {
    this.added = 0;
    const waiting: (readonly [reader: Reader, bytes: number, movedAt: number])[] = [];
    for (const [reader, progress] of this.readers) {
      const bytes = reader.pending();
      this.notice(reader, progress, bytes);
      if (bytes === 0) continue;
      if (this.isTooSlow(progress)) this.cutOff(reader);
      else waiting.push([reader, bytes, progress.movedAt]);
    }
    this.relieve(waiting);
  }

  private notice(reader: Reader, progress: Progress, bytes: number): void {
    const [now, taken] = [this.nowMs(), reader.taken()];
    if (bytes === 0) Object.assign(progress, { since: now, takenThen: taken });
    if (bytes === 0 || taken > progress.taken) progress.movedAt = now;
    progress.taken = taken;
  }

  private isTooSlow({ movedAt, since, taken, takenThen }: Progress): boolean {
    const { readTimeoutMs, readBytesPerSecond } = this.limits;
    const now = this.nowMs();
    const dueBytes = ((now - since - readTimeoutMs) / 1_000) * readBytesPerSecond;
    return now - movedAt >= readTimeoutMs || taken - takenThen < dueBytes;
  }

  /**
   * Readers that have read nothing for the longest time go first; among equals, the one with the
   * most waiting bytes.
   */
  private relieve(waiting: (readonly [reader: Reader, bytes: number, movedAt: number])[]): void {
    const { unreadBytes, unreadBytesPerAddress } = this.limits;
    const held = new Map<string, number>();
    let all = 0;
    for (const [{ address }, bytes] of waiting) {
      all += bytes;
      for (const { key } of addressGroups(address)) held.set(key, (held.get(key) ?? 0) + bytes);
    }
    const isOver = (address: string) =>
      all > unreadBytes ||
      addressGroups(address).some(
        ({ key, times }) => (held.get(key) ?? 0) > unreadBytesPerAddress * times,
      );
    if (all <= unreadBytesPerAddress) return;
    waiting.sort(
      ([, bytes, movedAt], [, otherBytes, other]) => movedAt - other || otherBytes - bytes,
    );
    for (const [reader, bytes] of waiting) {
      if (!isOver(reader.address)) continue;
      all -= bytes;
      for (const { key } of addressGroups(reader.address))
        held.set(key, (held.get(key) ?? 0) - bytes);
      this.cutOff(reader);
    }
  }

  private cutOff(reader: Reader): void {
    this.readers.delete(reader);
    this.cutOffs += 1;
    reader.cutOff();
  }
}

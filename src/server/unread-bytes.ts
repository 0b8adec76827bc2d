import { addressGroups } from "../limits/address-groups";
import { type HttpLimits } from "./http-limits";

const LOOK_EVERY_MS = 1_000;
/** After this part of what one address may have, it is looked at in between. */
const LOOK_AFTER = 0.25;

/** Somebody to whom bytes are sent. */
export interface Reader {
  readonly address: string;
  /** Bytes that wait in our memory to be taken. */
  readonly pending: () => number;
  /** How many were taken so far. It may shrink by a little, for what is wrapped around them. */
  readonly taken: () => number;
  readonly cutOff: () => void;
}

interface Progress {
  taken: number;
  /** When it took something, or had nothing to take, for the last time. */
  movedAt: number;
  /** Since when something waits for it, and what it had taken then. */
  since: number;
  takenThen: number;
}

export type UnreadLimits = Pick<
  HttpLimits,
  "readTimeoutMs" | "readBytesPerSecond" | "unreadBytes" | "unreadBytesPerAddress"
>;

/**
 * Watches what waits to be read, over all kinds of connections, and cuts off who does not read, who
 * reads too slowly, and, where too much waits for an address or in all, whoever has taken nothing
 * for longest.
 */
export class UnreadBytes {
  private readonly readers = new Map<Reader, Progress>();
  private readonly looks: NodeJS.Timeout;
  private cutOffs = 0;
  private added = 0;

  /** @param nowMs of a clock that never jumps */
  constructor(
    private readonly limits: UnreadLimits,
    private readonly nowMs: () => number = () => performance.now(),
  ) {
    this.looks = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
  }

  /** How many were cut off so far. */
  get cutOffTotal(): number {
    return this.cutOffs;
  }

  /** Until the function that it gives is called. */
  watch(reader: Reader): () => void {
    const [now, taken] = [this.nowMs(), reader.taken()];
    this.readers.set(reader, { taken, movedAt: now, since: now, takenThen: taken });
    this.added += reader.pending();
    // Many answers may be given between two looks.
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
   * Who has taken nothing for longest goes first; of those who began together, the one with most.
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

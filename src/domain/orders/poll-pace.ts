/** A key without an order under way is polled less often by this factor. */
export const IDLE_FACTOR = 15;
/** So is one whose web hooks arrive continuously. */
const HEARD_FACTOR = 3;
/** Checks between two polls, one of which notices when web hooks stop. */
const TICKS = 4;
const LEAST_TICK_MS = 1_000;
/** As long as polls find what no web hook has reported, web hooks are not relied on. */
const PROBATION_MS = 10 * 60_000;
/** For keys without an order under way, this many simultaneous polls do not count as a stampede. */
const IDLE_AT_ONCE = 20;

/** What is known about a POS key whose orders are polled. */
export interface PolledKey {
  readonly id: string;
  /** Whether a till is currently working on an order that was sent with it. */
  readonly isBusy: boolean;
  /**
   * When all organizations with such orders had sent a web hook, in Unix milliseconds; null: one of
   * them never did.
   */
  readonly heardAt: number | null;
  /** null: never. */
  readonly polledAt: number | null;
  /**
   * A poll is under way, or has failed: no other one begins before this time. null: at any time.
   */
  readonly notBefore: number | null;
  /** When a poll last found something that a web hook should have reported. null: never. */
  readonly untoldAt: number | null;
}

/** Interval between two checks for due polls. */
export function pollTickMs(everySeconds: number): number {
  return Math.max(LEAST_TICK_MS, (everySeconds * 1_000) / TICKS);
}

/**
 * Returns the keys to poll now. Whatever a POS does to an order under way is known within
 * `everySeconds`: from a poll, or because web hooks of all organizations concerned arrived within
 * that time; silence is a reason to poll. When web hooks arrive, a single lost one is noticed by
 * the next of the less frequent polls, and from then on web hooks are not relied on for a while.
 * Keys without orders under way are polled a few at a time, those that have waited longest first.
 */
export function duePolls<Key extends PolledKey>(
  keys: readonly Key[],
  now: number,
  everySeconds: number,
): Key[] {
  const free = keys.filter(({ notBefore }) => notBefore === null || notBefore <= now);
  const isDue = (key: Key) => isPollDue(key, now, everySeconds);
  const idle = free.filter((key) => !key.isBusy && isDue(key)).sort(longestAgo);
  const most = idleAtOnce(keys.length, everySeconds);
  return [...free.filter((key) => key.isBusy && isDue(key)), ...idle.slice(0, most)];
}

function isPollDue(key: PolledKey, now: number, everySeconds: number): boolean {
  const pauseMs = everySeconds * 1_000 * factorOf(key, now, everySeconds);
  // The nearest check counts, because timers are never exact.
  return (key.polledAt ?? 0) + pauseMs - pollTickMs(everySeconds) / 2 <= now;
}

function factorOf(key: PolledKey, now: number, everySeconds: number): number {
  if (!key.isBusy) return IDLE_FACTOR;
  const silentMs = now - (key.heardAt ?? -Infinity);
  const isHeard = silentMs < everySeconds * 1_000 - pollTickMs(everySeconds);
  const isReliable = now - (key.untoldAt ?? -Infinity) > PROBATION_MS;
  return isHeard && isReliable ? HEARD_FACTOR : 1;
}

/** Twice as many as are due in each turn. */
function idleAtOnce(count: number, everySeconds: number): number {
  const looks = (IDLE_FACTOR * everySeconds * 1_000) / pollTickMs(everySeconds);
  return Math.max(IDLE_AT_ONCE, Math.ceil((2 * count) / looks));
}

/** Ids are hashes: keys that were never polled come in an arbitrary but stable order. */
function longestAgo(one: PolledKey, other: PolledKey): number {
  return (one.polledAt ?? 0) - (other.polledAt ?? 0) || (one.id < other.id ? -1 : 1);
}

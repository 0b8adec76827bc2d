import { type CacheKey, cacheKey } from "./cache-key";
import { LeastRecentlyUsed } from "./least-recently-used";

export interface ShownPicture {
  readonly type: string;
  readonly bytes: Buffer;
}

interface Kept {
  /** null: there was none to be had. */
  readonly picture: ShownPicture | null;
  readonly readAt: number;
}

const MAX_BYTES = 32 * 1024 * 1024;
const FRESH_MS = 60 * 60_000;
/** Whoever does not answer is not asked again for every row of a list. */
const FAILED_MS = 60_000;
/** At once, from whomever; the others wait for their turn. */
const MOST_READ = 8;
/** As many pictures as four pages of a list have. */
const MOST_WAITING = 200;

/** Pictures that were read lately, so that a list that is opened again asks nobody. */
export class KeptPictures {
  private readonly kept = new LeastRecentlyUsed<Kept>(
    MAX_BYTES,
    ({ picture }) => picture?.bytes.length ?? 0,
  );
  private readonly underWay = new Map<CacheKey, Promise<ShownPicture | null>>();
  private readonly waiting: (() => void)[] = [];
  private reading = 0;

  /** @param read never throws; null: there is no picture */
  constructor(
    private readonly read: (url: string) => Promise<ShownPicture | null>,
    private readonly now: () => number,
  ) {}

  /** null: there is none, or too many wait for theirs. */
  async get(url: string): Promise<ShownPicture | null> {
    const key = cacheKey(url);
    const kept = this.kept.get(key);
    const freshMs = kept?.picture ? FRESH_MS : FAILED_MS;
    if (kept && this.now() - kept.readAt < freshMs) return kept.picture;
    if (!this.underWay.has(key) && this.waiting.length >= MOST_WAITING) return null;
    const read = this.underWay.get(key) ?? this.readInTurn(key, url);
    this.underWay.set(key, read);
    return read;
  }

  private async readInTurn(key: CacheKey, url: string): Promise<ShownPicture | null> {
    if (this.reading >= MOST_READ) await new Promise<void>((go) => this.waiting.push(go));
    this.reading++;
    try {
      const picture = await this.read(url);
      this.kept.set(key, { picture, readAt: this.now() });
      return picture;
    } finally {
      this.reading--;
      this.underWay.delete(key);
      this.waiting.shift()?.();
    }
  }
}

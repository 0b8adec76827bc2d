import { isGuest, type Viewer } from "../../../domain/access/viewer";
import { type MenuSnapshot } from "../../../domain/catalogue/menu-snapshot";
import { NOTHING_STOPPED, type StopList } from "../../../domain/catalogue/stop-list";
import { type Clock } from "../../../ports/clock";
import { type StopListReading } from "../stop-lists/stop-lists";

/** Three refreshes of the stop list missed, as many of a menu that fails. */
const STALE_AFTER_MS = 180_000;

/** All that a menu's age needs of its catalogue. */
type CatalogueHead = Pick<MenuSnapshot, "revision" | "asOf">;

/**
 * What a branch shows: its catalogue and what limits it now. One object until one of the two
 * changes; only its age moves.
 */
export class ShownMenu {
  readonly stopList: StopList;
  /** Another one after every change of the catalogue, of the stop list or of what is sold now. */
  readonly revision: string;

  constructor(
    readonly catalogue: MenuSnapshot,
    private reading: StopListReading,
    private readonly clock: Clock,
  ) {
    const now = clock.now();
    this.stopList = reading.stopList.during(reading.saleTimes.at(now));
    this.revision = revisionOf(catalogue, reading, now);
  }

  /** Does the branch exist for whoever asks, as far as that is the branch's own matter? */
  isShownTo(viewer: Viewer): boolean {
    return this.reading.isPublished || !isGuest(viewer);
  }

  /** What limits an order for a moment. What may be too old does not: the till decides. */
  limitsAt(moment: Date): StopList {
    const known = this.stockStale ? NOTHING_STOPPED : this.reading.stopList;
    return known.during(this.reading.saleTimes.at(moment));
  }

  /** May any amount of a product be ordered? null: its POS's menu was not read yet. */
  isWeighed(posProductId: string): boolean | null {
    return this.reading.weighed?.has(posProductId.toLowerCase()) ?? null;
  }

  /**
   * When the POS last told what it lacks; of a branch without a POS, when the catalogue was read.
   */
  get stockAsOf(): Date {
    return this.age.stockAsOf;
  }

  /**
   * The POS has not told for three minutes what it lacks: what it can make may have changed since.
   */
  get stockStale(): boolean {
    return this.age.stockStale;
  }

  /** When the POS last confirmed all that is known. */
  get asOf(): Date {
    return this.age.asOf;
  }

  /**
   * The POS has not told for three minutes what it lacks, or its menu could not be read for as
   * long.
   */
  get stale(): boolean {
    return this.age.stale;
  }

  /**
   * Takes over the age of a later reading of the same stop list; false when its list is another, or
   * the menu sells something else by now.
   */
  confirmBy(reading: StopListReading): boolean {
    if (reading.stopList !== this.reading.stopList) return false;
    if (revisionOf(this.catalogue, reading, this.clock.now()) !== this.revision) return false;
    this.reading = reading;
    return true;
  }

  private get age() {
    return ageOf(this.catalogue, this.reading, this.clock.now());
  }
}

/**
 * Another one whenever anything about the menu is another, its ages included: a key for caches of
 * whole answers.
 */
export function tagOf(catalogue: CatalogueHead, reading: StopListReading, now: Date): string {
  const { asOf, stockAsOf, stale, stockStale } = ageOf(catalogue, reading, now);
  const ages = [asOf, stockAsOf].map((moment) => moment.getTime());
  return [revisionOf(catalogue, reading, now), ...ages, stale, stockStale].join("-");
}

function revisionOf(
  catalogue: CatalogueHead,
  { revision, saleTimes }: StopListReading,
  now: Date,
): string {
  const { key } = saleTimes.at(now);
  return [catalogue.revision, revision, ...(key === "" ? [] : [key])].join(".");
}

function ageOf(catalogue: CatalogueHead, reading: StopListReading, now: Date) {
  const isOld = (moment: Date) => now.getTime() - moment.getTime() > STALE_AFTER_MS;
  const { confirmedAt, failingMenu } = reading;
  const stockAsOf = confirmedAt ?? catalogue.asOf;
  const stockStale = confirmedAt !== null && isOld(confirmedAt);
  // A menu that fails once or twice is a matter of seconds.
  const failing = failingMenu && isOld(failingMenu.failingSince) ? failingMenu : null;
  const asOf = failing && failing.confirmedAt < stockAsOf ? failing.confirmedAt : stockAsOf;
  return { asOf, stockAsOf, stockStale, stale: stockStale || failing !== null };
}

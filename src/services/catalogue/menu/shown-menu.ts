import { isGuest, type Viewer } from "../../../domain/access/viewer";
import { type MenuSnapshot } from "../../../domain/catalogue/menu-snapshot";
import { NOTHING_STOPPED, type StopList } from "../../../domain/catalogue/stop-list";
import { type Clock } from "../../../ports/clock";
import { type StopListReading } from "../stop-lists/stop-lists";

/** Three missed refreshes of the stop list, or as many of a failing menu. */
const STALE_AFTER_MS = 180_000;

/** Everything about the catalogue that is needed for the menu's age. */
type CatalogueHead = Pick<MenuSnapshot, "revision" | "asOf">;

/**
 * What a branch shows: its catalogue and its current limits. The same object until one of the two
 * changes; only its age advances.
 */
export class ShownMenu {
  readonly stopList: StopList;
  /** Changes with every change of the catalogue, of the stop list or of what is sold now. */
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

  /** Whether the branch exists for the caller, as far as that depends on the branch itself. */
  isShownTo(viewer: Viewer): boolean {
    return this.reading.isPublished || !isGuest(viewer);
  }

  /**
   * The limits on an order at a given moment. Data that may be too old sets no limits: the till
   * decides.
   */
  limitsAt(moment: Date): StopList {
    const known = this.stockStale ? NOTHING_STOPPED : this.reading.stopList;
    return known.during(this.reading.saleTimes.at(moment));
  }

  /** Whether any amount of a product may be ordered. null: the POS's menu has not been read yet. */
  isWeighed(posProductId: string): boolean | null {
    return this.reading.weighed?.has(posProductId.toLowerCase()) ?? null;
  }

  /**
   * When the POS last reported what it lacks; for a branch without a POS, when the catalogue was
   * read.
   */
  get stockAsOf(): Date {
    return this.age.stockAsOf;
  }

  /**
   * The POS has not reported for three minutes what it lacks, so availability may have changed
   * since.
   */
  get stockStale(): boolean {
    return this.age.stockStale;
  }

  /** When the POS last confirmed everything that is known. */
  get asOf(): Date {
    return this.age.asOf;
  }

  /**
   * The POS has not reported for three minutes what it lacks, or its menu could not be read for
   * that long.
   */
  get stale(): boolean {
    return this.age.stale;
  }

  /**
   * Adopts the age of a later reading of the same stop list; returns false if the list is a
   * different one, or the menu now sells something else.
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
 * Changes whenever anything about the menu changes, including its ages: a key for caches of whole
 * answers.
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
  // A menu that fails once or twice recovers within seconds.
  const failing = failingMenu && isOld(failingMenu.failingSince) ? failingMenu : null;
  const asOf = failing && failing.confirmedAt < stockAsOf ? failing.confirmedAt : stockAsOf;
  return { asOf, stockAsOf, stockStale, stale: stockStale || failing !== null };
}

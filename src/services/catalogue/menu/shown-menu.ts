import { type MenuSnapshot } from "../../../domain/catalogue/menu-snapshot";
import { type StopList } from "../../../domain/catalogue/stop-list";
import { type Clock } from "../../../ports/clock";
import { type FailingMenu, type StopListReading } from "../stop-lists/stop-lists";

/** Three refreshes of the stop list missed, as many of a menu that fails. */
const STALE_AFTER_MS = 180_000;

/**
 * What a branch shows: its catalogue and what limits it. One object until one of the two changes;
 * only its age moves.
 */
export class ShownMenu {
  readonly stopList: StopList;
  /** Another one after every change of the catalogue or of the stop list. */
  readonly revision: string;

  constructor(
    readonly catalogue: MenuSnapshot,
    private reading: StopListReading,
    private readonly clock: Clock,
  ) {
    this.stopList = reading.stopList;
    this.revision = `${catalogue.revision}.${reading.revision}`;
  }

  /**
   * When the POS last told what it lacks; of a branch without a POS, when the catalogue was read.
   */
  get stockAsOf(): Date {
    return this.reading.confirmedAt ?? this.catalogue.asOf;
  }

  /**
   * The POS has not told for three minutes what it lacks: what it can make may have changed since.
   */
  get stockStale(): boolean {
    const { confirmedAt } = this.reading;
    return confirmedAt !== null && this.isOld(confirmedAt);
  }

  /** When the POS last confirmed all that is known. */
  get asOf(): Date {
    const menu = this.failingMenu;
    return menu && menu.confirmedAt < this.stockAsOf ? menu.confirmedAt : this.stockAsOf;
  }

  /**
   * The POS has not told for three minutes what it lacks, or its menu could not be read for as
   * long.
   */
  get stale(): boolean {
    return this.stockStale || this.failingMenu !== null;
  }

  /**
   * Another one whenever anything about the menu is another, its ages included: a key for caches of
   * whole answers.
   */
  get tag(): string {
    const ages = [this.asOf, this.stockAsOf].map((age) => age.getTime());
    return [this.revision, ...ages, this.stale, this.stockStale].join("-");
  }

  /**
   * Takes over the age of a later reading of the same stop list; false when its list is another.
   */
  confirmBy(reading: StopListReading): boolean {
    if (reading.stopList !== this.stopList) return false;
    this.reading = reading;
    return true;
  }

  /** A menu that fails once or twice is a matter of seconds. */
  private get failingMenu(): FailingMenu | null {
    const { failingMenu } = this.reading;
    return failingMenu && this.isOld(failingMenu.failingSince) ? failingMenu : null;
  }

  private isOld(moment: Date): boolean {
    return this.clock.now().getTime() - moment.getTime() > STALE_AFTER_MS;
  }
}

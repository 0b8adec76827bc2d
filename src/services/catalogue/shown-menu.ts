import { type MenuSnapshot } from "../../domain/menu-snapshot";
import { type StopList } from "../../domain/stop-list";
import { type Clock } from "../../ports/clock";
import { type StopListReading } from "./stop-lists";

/** Three refreshes missed. */
const STALE_AFTER_MS = 180_000;

/** What a branch shows: its catalogue and what limits it. One object until one of the two changes; only its age moves. */
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

  /** When the POS last confirmed what is known; of a branch without a POS, when the catalogue was read. */
  get asOf(): Date {
    return this.reading.confirmedAt ?? this.catalogue.asOf;
  }

  /** The POS was silent for three minutes: what it can make may have changed since. */
  get stale(): boolean {
    const { confirmedAt } = this.reading;
    return confirmedAt !== null && this.clock.now().getTime() - confirmedAt.getTime() > STALE_AFTER_MS;
  }

  /** Another one whenever anything about the menu is another, its age included: a key for caches of whole answers. */
  get tag(): string {
    return `${this.revision}-${this.asOf.getTime()}${this.stale ? "-stale" : ""}`;
  }

  /** Takes over the age of a later reading of the same stop list; false when its list is another. */
  confirmBy(reading: StopListReading): boolean {
    if (reading.stopList !== this.stopList) return false;
    this.reading = reading;
    return true;
  }
}

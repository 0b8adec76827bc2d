import { type Received } from "../../domain/hours/branch-hours";
import { usualMinutesOf } from "../../domain/hours/busy-kitchen";
import { intervalOf } from "../../domain/hours/promised-interval";
import { type Branch } from "../../entities/branches/branch";
import { type BranchSettings } from "../../entities/branches/branch-settings";
import { type BusyKitchens } from "./busy-kitchens";
import { type MeasuredPromises } from "./measured-promises";

/** How long an order takes if it is placed now. */
export interface Estimate {
  /** null: unknown; in that case the other two are null as well. */
  readonly minutes: number | null;
  readonly minutesFrom: number | null;
  readonly minutesTo: number | null;
  /** How many of those minutes are additional to the usual ones. */
  readonly extraMinutes: number;
}

type Place = Pick<Branch, "id" | "busyMinutesAt">;

/**
 * Tells how long orders currently take: as a single value, and as the interval that guests are
 * told.
 */
export class Estimates {
  constructor(
    private readonly parts: {
      readonly busyKitchens: BusyKitchens;
      readonly promises: MeasuredPromises;
    },
  ) {}

  /** @param zone where it is delivered; null: it is picked up, or the zone is not known */
  async of(
    branch: Place,
    settings: BranchSettings,
    received: Received,
    zone: { readonly minutes: number | null } | null = null,
  ): Promise<Estimate> {
    const { busyKitchens, promises } = this.parts;
    const extraMinutes = await busyKitchens.extraMinutes(branch, settings);
    const usual = usualMinutesOf(zone, settings);
    if (usual === null) return { minutes: null, minutesFrom: null, minutesTo: null, extraMinutes };
    const minutes = usual + extraMinutes;
    const { from, to } = intervalOf(minutes, await promises.of(branch.id, received));
    return { minutes, minutesFrom: from, minutesTo: to, extraMinutes };
  }
}

import { type DataSource, type EntityManager } from "typeorm";

import { type Viewer } from "../../domain/access/viewer";
import { type DeliveryZone } from "../../domain/delivery/delivery-zone";
import { ZoneSource } from "../../domain/delivery/zone-source";
import { tooLong } from "../../domain/errors/input-errors";
import { type UserError } from "../../domain/errors/user-error";
import { isLonger } from "../../domain/texts/text-length";
import { Branch } from "../../entities/branches/branch";
import { ZoneSet } from "../../entities/delivery/zone-set";
import { Refused } from "../../errors";
import { noSuchBranch } from "../branches/changes/branch-error";
import { lockBranch } from "../branches/changes/lock-branch";
import { recordChanges } from "../branches/changes/record-changes";
import { readGeoJson } from "./read-geo-json";
import { tooMany } from "./zone-errors";
import { LONGEST_IMPORT, tooManyOf } from "./zone-limits";

export interface ZoneImport {
  readonly branchId: string;
  /** A FeatureCollection in the form that `readGeoJson` reads. */
  readonly geoJson: string;
  /** Keeps zones with other names, so that large sets can be split over several imports. */
  readonly keepOthers: boolean;
}

/** Replaces a branch's zones with those of a map. Orders already taken are not affected. */
export class ImportDeliveryZones {
  constructor(private readonly db: DataSource) {}

  /**
   * Safe to repeat: the same map gives the same zones.
   *
   * @throws {Refused} NOT_FOUND; INVALID with the place in the map, in which case nothing has
   *   changed
   */
  async execute(viewer: Viewer, { branchId, geoJson, keepOthers }: ZoneImport): Promise<Branch> {
    if (isLonger(geoJson, LONGEST_IMPORT)) refuse([tooLong("geoJson", LONGEST_IMPORT)]);
    return this.db.transaction(async (tx) => {
      const branch = await lockedBranch(tx, viewer, branchId);
      const { zones: read, userErrors } = readGeoJson(geoJson, branch.currencyCode);
      if (userErrors.length > 0) refuse(userErrors);
      const of = { branchId: branch.id, source: ZoneSource.OWN };
      const before = (await tx.findOneBy(ZoneSet, of))?.zones ?? [];
      const zones = keepOthers ? [...without(before, read), ...read] : [...read];
      refuse(sizeErrors(zones));
      await tx.upsert(ZoneSet, Object.assign({ zones, readAt: new Date() }, of), [
        "branchId",
        "source",
      ]);
      branch.deliveryZonesRevision += 1;
      const { deliveryZonesRevision } = branch;
      await tx.update(Branch, { id: branch.id }, { deliveryZonesRevision });
      const change = { field: "deliveryZones", before: inHistory(before), after: inHistory(zones) };
      await recordChanges(tx, viewer, [Object.assign({ branchId: branch.id }, change)]);
      return branch;
    });
  }
}

function refuse(userErrors: readonly UserError[]): void {
  if (userErrors.length > 0) throw new Refused<UserError>([...userErrors]);
}

/** Like `lockBranch`, except that the branch is named inside the input here. */
async function lockedBranch(tx: EntityManager, viewer: Viewer, branchId: string): Promise<Branch> {
  try {
    return await lockBranch(tx, viewer, branchId);
  } catch (error) {
    if (error instanceof Refused) throw new Refused([noSuchBranch(["input", "branchId"])]);
    throw error;
  }
}

function without(zones: readonly DeliveryZone[], others: readonly DeliveryZone[]) {
  const names = new Set(others.map(({ name }) => name));
  return zones.filter(({ name }) => !names.has(name));
}

function sizeErrors(zones: readonly DeliveryZone[]): UserError[] {
  return tooManyOf(zones).map((what) => tooMany("", what));
}

/** Returns as many names as a reader can take in. */
function inHistory(zones: readonly DeliveryZone[]): string | null {
  if (zones.length === 0) return null;
  const named = zones.slice(0, 10).map(({ name }) => name);
  return `${zones.length}: ${named.join(", ")}${zones.length > 10 ? " …" : ""}`;
}

import { PostgresPermitStore } from "../adapters/postgres/postgres-permit-store";
import { PostgresPosKeyStore } from "../adapters/postgres/postgres-pos-key-store";
import { type OpenPos } from "../ports/pos/pos-vendor";
import { BranchPosKeys } from "../services/pos/branch-pos-keys";
import { POS } from "../vendors";
import { type Dependencies } from "./dependencies";

/** What the adapters are built on; a part of the gateway's dependencies. */
type PosDependencies = Pick<
  Dependencies,
  "db" | "feed" | "secrets" | "clock" | "machineClock" | "poses" | "posMeter" | "spans" | "lookup"
>;

/** Creates the adapters to the POSes, and what all processes share about their keys. */
export function createPosAdapters(dependencies: PosDependencies) {
  const { db, secrets, feed, lookup, posMeter: meter, spans } = dependencies;
  const { clock, machineClock = clock } = dependencies;
  const keys = new PostgresPosKeyStore(db, secrets, feed);
  const permits = new PostgresPermitStore(db, feed);
  const parts = { clock: machineClock, keys, permits, secrets, meter, spans, lookup };
  const setUp = POS.flatMap((vendor) => {
    const settings = dependencies.poses[vendor.kind];
    return settings ? [{ vendor, settings }] : [];
  });
  const poses: Readonly<Record<string, OpenPos>> = Object.fromEntries(
    setUp.map(({ vendor, settings }) => [vendor.kind, vendor.open(settings, parts)]),
  );
  const addresses = setUp.map(({ vendor, settings }) => {
    return [vendor.kind, vendor.addressOf(settings)] as const;
  });
  const branchKeys = new BranchPosKeys(secrets, keys, new Map(addresses));
  return { poses, vendors: setUp.map(({ vendor }) => vendor), keys, permits, branchKeys };
}

import { type LookupFunction } from "node:net";

import { type DataSource } from "typeorm";

import { IikoPos } from "./adapters/iiko/iiko-pos";
import { PostgresPermitStore } from "./adapters/postgres/postgres-permit-store";
import { PostgresPosKeyStore } from "./adapters/postgres/postgres-pos-key-store";
import { type Clock } from "./ports/clock";
import { type EventFeed } from "./ports/event-feed";
import { type PosMeter } from "./ports/pos-meter";
import { type Secrets } from "./ports/secrets";
import { type Spans } from "./ports/spans";
import { BranchPosKeys } from "./services/pos/branch-pos-keys";

/** What the adapters stand on; part of the gateway's foundation. */
interface PosFoundation {
  readonly db: DataSource;
  readonly feed: EventFeed;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly machineClock?: Clock;
  readonly iikoApiUrl: string | null;
  readonly sandboxUrl: string | null;
  readonly iikoRatePerSecond?: number | undefined;
  readonly posMeter?: PosMeter | undefined;
  readonly spans?: Spans | undefined;
  readonly lookup?: LookupFunction | undefined;
}

/** The ways to the tills, and what all processes share about the keys that open them. */
export function createPosAdapters(foundation: PosFoundation) {
  const { db, secrets, feed, iikoApiUrl, sandboxUrl, lookup, iikoRatePerSecond, posMeter, spans } =
    foundation;
  const { clock, machineClock = clock } = foundation;
  const keys = new PostgresPosKeyStore(db, secrets, feed);
  const permits = new PostgresPermitStore(db, feed);
  const sharing = { keys, permits, secrets, perSecond: iikoRatePerSecond, meter: posMeter, spans };
  const common = { clock: () => machineClock.now(), sharing };
  const poses: { IIKO?: IikoPos; SANDBOX?: IikoPos } = {
    ...(iikoApiUrl !== null && {
      IIKO: new IikoPos({ ...common, baseUrl: iikoApiUrl, lookup }),
    }),
    // A demo branch stays with the sandbox: its orders must never reach a real till.
    ...(sandboxUrl !== null && {
      SANDBOX: new IikoPos({ ...common, baseUrl: sandboxUrl }),
    }),
  };
  const branchKeys = new BranchPosKeys(secrets, keys, {
    ...(iikoApiUrl !== null && { IIKO: iikoApiUrl }),
    ...(sandboxUrl !== null && { SANDBOX: sandboxUrl }),
  });
  return { poses, keys, permits, branchKeys };
}

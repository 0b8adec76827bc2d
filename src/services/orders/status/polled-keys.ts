import { type DataSource } from "typeorm";

import { dueIn } from "../../../domain/orders/open-orders";
import { type PolledKey } from "../../../domain/orders/poll-pace";
import { STATES_NOT_OURS_IN_TILL } from "../../../domain/orders/settled-states";
import { type BranchSettings } from "../../../entities/branches/branch-settings";
import { type FormerConnection } from "../../../entities/branches/former-connection";
import { keyOf } from "../../pos/connected-branches";
import { formerConnectionsInUse } from "../../pos/former-connections";
import { type PosConnections } from "../../pos/pos-connections";

/** A key, and the branches that are or were connected with it and have pending orders there. */
export interface KeyOfBranches extends PolledKey {
  readonly branchIds: readonly string[];
}

type Sealed = Pick<BranchSettings, "branchId" | "pos" | "credentialSealed">;

interface Place extends Sealed {
  readonly heardAt: Date | null;
  readonly isBusy: boolean;
}

interface Poll {
  readonly id: string;
  readonly polledAt: Date;
  readonly notBefore: Date | null;
  readonly untoldAt: Date | null;
}

/**
 * Busy: a POS is working on an order around now. One lookup per branch in an index of open orders.
 */
const PLACES = `
select its.branch_id as "branchId", its.pos, its.credential_sealed as "credentialSealed",
  contact.webhook_at as "heardAt", exists (
    select from orders o where o.branch_id = its.branch_id and o.status not in ('CLOSED', 'CANCELLED')
      and o.injection_state not in ${STATES_NOT_OURS_IN_TILL}
      and ${dueIn("o")} between $1::timestamptz - interval '12 hours' and $1::timestamptz + interval '12 hours'
  ) as "isBusy"
from branch_settings its
left join organization_contacts contact on contact.organization_id_in_pos = its.organization_id_in_pos
where its.pos <> 'NONE' and its.organization_id_in_pos is not null and its.credential_sealed is not null`;

const POLLS = `
select key_id as id, polled_at as "polledAt", not_before as "notBefore", untold_at as "untoldAt" from order_polls`;

/** Reads which keys have to be polled, with three statements, however many keys there are. */
export class PolledKeys {
  /** A credential is opened once, not in every round. */
  private keyIds: ReadonlyMap<string, string | null> = new Map();

  constructor(
    private readonly parts: { readonly db: DataSource; readonly connections: PosConnections },
  ) {}

  async find(now: Date): Promise<KeyOfBranches[]> {
    const { db } = this.parts;
    const places = await db.query<Place[]>(PLACES, [now]);
    const former = await formerConnectionsInUse(db, now);
    const polls = new Map((await db.query<Poll[]>(POLLS)).map((poll) => [poll.id, poll]));
    const busy = new Set(places.filter(({ isBusy }) => isBusy).map(({ branchId }) => branchId));
    const byKey = this.byKey([...places, ...former.map((each) => placeOf(each, busy))]);
    return [...byKey].map(([id, its]) => keyOfBranches(id, its, polls.get(id)));
  }

  private byKey(places: readonly Place[]): Map<string, Place[]> {
    const byKey = new Map<string, Place[]>();
    const keyIds = new Map<string, string | null>();
    for (const place of places) {
      const sealed = `${place.branchId} ${place.pos} ${place.credentialSealed}`;
      const known = this.keyIds.get(sealed);
      const keyId = known === undefined ? keyOf(this.parts.connections, place) : known;
      keyIds.set(sealed, keyId);
      if (keyId === null) continue;
      const its = byKey.get(keyId);
      if (its) its.push(place);
      else byKey.set(keyId, [place]);
    }
    this.keyIds = keyIds;
    return byKey;
  }
}

/** At a former connection web hooks are not relied on: they may have been removed. */
function placeOf(former: FormerConnection, busy: ReadonlySet<string>): Place {
  const { branchId, pos, credentialSealed } = former;
  return { branchId, pos, credentialSealed, heardAt: null, isBusy: busy.has(branchId) };
}

function keyOfBranches(
  id: string,
  places: readonly Place[],
  poll: Poll | undefined,
): KeyOfBranches {
  const busy = places.filter(({ isBusy }) => isBusy);
  const heard = busy.map(({ heardAt }) => heardAt?.getTime() ?? null);
  return {
    id,
    branchIds: [...new Set(places.map(({ branchId }) => branchId))],
    isBusy: busy.length > 0,
    heardAt: heard.reduce(
      (least, at) => (least === null || at === null ? null : Math.min(least, at)),
      Infinity,
    ),
    polledAt: poll?.polledAt.getTime() ?? null,
    notBefore: poll?.notBefore?.getTime() ?? null,
    untoldAt: poll?.untoldAt?.getTime() ?? null,
  };
}

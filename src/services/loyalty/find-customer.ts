import { type DataSource } from "typeorm";

import { guestIdOf } from "../../domain/access/guest-id";
import { reachOf, type Viewer } from "../../domain/access/viewer";
import { storedPhonesOf } from "../../domain/guests/former-phone";

/** A guest, as far as known from orders. */
export interface KnownCustomer {
  /** Permanently the same for one phone in one company. */
  readonly id: string;
  /** As given in the latest order. */
  readonly name: string | null;
  /** E.164. */
  readonly phone: string;
}

/**
 * Finds a guest by phone. Guests always find themselves; operators find guests who ordered from
 * their branches.
 */
export class FindCustomer {
  constructor(private readonly db: DataSource) {}

  /** @param phone E.164 */
  async execute(viewer: Viewer, phone: string): Promise<KnownCustomer | null> {
    return (await this.byPhones(viewer, [phone])).get(phone) ?? null;
  }

  /**
   * Looks up any number of phones in one statement. A phone that is missing belongs to no guest as
   * far as the viewer may see.
   *
   * @param phones E.164
   */
  async byPhones(
    viewer: Viewer,
    phones: readonly string[],
  ): Promise<ReadonlyMap<string, KnownCustomer>> {
    if (phones.length === 0) return new Map();
    const branchIds = reachOf(viewer);
    const spellings = [...new Set(phones)].flatMap((phone) =>
      storedPhonesOf(phone).map((stored) => ({ phone, stored })),
    );
    const named = await this.db.query<{ phone: string; name: string | null }[]>(LAST_NAMES, [
      spellings.map(({ phone }) => phone),
      spellings.map(({ stored }) => stored),
      branchIds,
    ]);
    const known = new Map(named.map(({ phone, name }) => [phone, name]));
    const isKnown = (phone: string) => known.has(phone) || viewer.kind !== "key";
    return new Map(
      [...new Set(phones)].filter(isKnown).map((phone) => {
        return [phone, { id: guestIdOf(viewer, phone), name: known.get(phone) ?? null, phone }];
      }),
    );
  }
}

/** The name given in the latest order of each phone, however the phone was spelt. */
const LAST_NAMES = `
  select distinct on (a.phone) a.phone, o.customer_name as name
    from unnest($1::text[], $2::text[]) as a (phone, stored)
    cross join lateral (
      select customer_name, created_at from orders
       where customer_phone = a.stored and ($3::uuid[] is null or branch_id = any ($3))
       order by created_at desc limit 1
    ) as o
   order by a.phone, o.created_at desc`;

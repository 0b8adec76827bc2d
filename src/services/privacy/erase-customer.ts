import { type DataSource, type EntityManager } from "typeorm";

import { type Viewer } from "../../domain/access/viewer";
import { type UserError } from "../../domain/errors/user-error";
import { storedPhonesOf } from "../../domain/guests/former-phone";
import { PERSONAL_DATA } from "../../entities/personal-data";
import { Refused } from "../../errors";
import { type Clock } from "../../ports/clock";
import { type EventFeed } from "../../ports/event-feed";
import { longTransaction } from "../../postgres/long-transaction";
import { recordChanges } from "../branches/changes/record-changes";
import { namedCompany } from "../companies/named-company";
import { eraseOrders } from "./erase-orders";
import { knownPhone } from "./known-phone";
import { OF_COMPANY } from "./of-company";
import { notAPhone, ordersUnderWay } from "./privacy-errors";
import { IS_UNDER_WAY } from "./under-way";

export interface ErasedCustomer {
  /** 0: nothing was known of the guest, or it has been erased before. */
  readonly erasedOrders: number;
}

/** A phone in two companies is two guests. */
interface Guest {
  readonly phone: string;
  readonly companyId: string;
}

interface OrderOfGuest {
  readonly id: string;
  readonly number: string;
  readonly branchId: string;
  readonly isUnderWay: boolean;
}

/**
 * Forgets a guest of a company for good, all its branches together: what was sold stays, whose it
 * was goes.
 */
export class EraseCustomer {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly feed: EventFeed;
      readonly clock: Clock;
    },
  ) {}

  /**
   * Safe to repeat: what is erased already stays so. One transaction, noted with each branch it was
   * done for, without the phone. What the POS holds of the guest is its own.
   *
   * @param phone in any usual spelling
   * @param company whose guest; left out: of the viewer's company
   * @throws {Refused} NOT_FOUND: no such company; PHONE_INVALID; ORDERS_UNDER_WAY, naming the
   * orders: somebody still waits for them. Nothing was erased
   */
  async execute(viewer: Viewer, phone: string, company?: string | null): Promise<ErasedCustomer> {
    const { manager } = this.parts.db;
    const companyId = await namedCompany(manager, viewer, company, ["companyId"]);
    const known = await knownPhone(manager, phone, companyId);
    if (known === undefined) throw new Refused<UserError>([notAPhone(phone)]);
    const guest = { phone: known, companyId };
    return longTransaction(this.parts.db, (tx) => this.erase(tx, viewer, guest));
  }

  private async erase(tx: EntityManager, viewer: Viewer, guest: Guest): Promise<ErasedCustomer> {
    const now = this.parts.clock.now();
    const orders = await lockOrdersOf(tx, guest, now);
    const underWay = orders.filter(({ isUnderWay }) => isUnderWay);
    if (underWay.length > 0)
      throw new Refused<UserError>([ordersUnderWay(underWay.map(({ number }) => number))]);
    const ids = orders.map(({ id }) => id);
    await eraseOrders(tx, this.parts.feed, ids, now);
    await eraseRowsOf(tx, guest);
    const branchIds = [...new Set(orders.map(({ branchId }) => branchId))];
    const of = (branchId: string) => orders.filter((order) => order.branchId === branchId).length;
    await recordChanges(
      tx,
      viewer,
      branchIds.map((branchId) => ({
        branchId,
        field: "customer",
        before: `${of(branchId)}`,
        after: null,
      })),
    );
    return { erasedOrders: orders.length };
  }
}

/** Always in the order of their ids: so those who lock some of the same never wait in a circle. */
function lockOrdersOf(
  tx: EntityManager,
  { phone, companyId }: Guest,
  now: Date,
): Promise<OrderOfGuest[]> {
  return tx.query(
    `select o.id, o.number, o.branch_id as "branchId", ${IS_UNDER_WAY} as "isUnderWay"
     from orders o where o.customer_phone = any ($2) and ${OF_COMPANY("$3")}
     order by o.id for no key update`,
    [now, storedPhonesOf(phone), companyId],
  );
}

/** Rows that belong to no order, but to a phone. */
async function eraseRowsOf(tx: EntityManager, { phone, companyId }: Guest): Promise<void> {
  for (const [table, { phone: column }] of Object.entries(PERSONAL_DATA)) {
    if (column !== undefined)
      await tx.query(`delete from ${table} where ${column} = any ($1) and ${OF_COMPANY("$2")}`, [
        storedPhonesOf(phone),
        companyId,
      ]);
  }
}

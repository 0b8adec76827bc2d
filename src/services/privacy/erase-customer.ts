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
  /** 0 if nothing was known of the guest, or it had already been erased. */
  readonly erasedOrders: number;
}

/** One phone in two companies means two guests. */
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
 * Erases a guest of a company permanently, across all its branches: what was sold is kept, who
 * bought it is deleted.
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
   * Safe to repeat: what has been erased stays erased. One transaction, recorded in the history of
   * each branch involved, without the phone. Data that the POS holds about the guest is the POS's
   * own matter.
   *
   * @param phone in any usual spelling
   * @param company whose guest it is; if omitted, the viewer's company
   * @throws {Refused} NOT_FOUND: no such company; PHONE_INVALID; ORDERS_UNDER_WAY, naming the
   *   orders: somebody is still waiting for them. Nothing was erased
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

/**
 * Always locks in the order of their ids, so that transactions that lock some of the same orders
 * never deadlock.
 */
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

/** Erases rows that belong to a phone rather than to an order. */
async function eraseRowsOf(tx: EntityManager, { phone, companyId }: Guest): Promise<void> {
  for (const [table, { phone: column }] of Object.entries(PERSONAL_DATA)) {
    if (column !== undefined)
      await tx.query(`delete from ${table} where ${column} = any ($1) and ${OF_COMPANY("$2")}`, [
        storedPhonesOf(phone),
        companyId,
      ]);
  }
}

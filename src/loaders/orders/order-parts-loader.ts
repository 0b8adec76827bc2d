import DataLoader from "dataloader";
import { type DataSource, type EntityTarget, In } from "typeorm";

import { NO_SUCH_BRANCH } from "../../domain/errors/thrown-texts";
import { Branch } from "../../entities/branches/branch";
import { InjectionAttempt } from "../../entities/orders/injection-attempt";
import { OrderCommand } from "../../entities/orders/order-command";
import { OrderLine } from "../../entities/orders/order-line";
import { StaffMessage } from "../../entities/orders/staff-message";
import { NotFound } from "../../errors";
import { perRequest } from "../per-request";

/**
 * For what people and the gateway may do to an order repeatedly, only the latest entries are
 * returned.
 */
const MOST_OF_AN_ORDER = 100;

/** Loads the parts of orders, for any number of orders in one query per kind and request. */
export class OrderPartsLoader {
  readonly lines: (context: object) => DataLoader<string, OrderLine[]>;
  readonly attempts: (context: object) => DataLoader<string, InjectionAttempt[]>;
  readonly staffMessages: (context: object) => DataLoader<string, StaffMessage[]>;
  readonly commands: (context: object) => DataLoader<string, OrderCommand[]>;
  readonly branches: (context: object) => DataLoader<string, Branch>;

  constructor(db: DataSource) {
    this.lines = byOrder(db, OrderLine, "position");
    this.attempts = byOrder(db, InjectionAttempt, "number", MOST_OF_AN_ORDER);
    this.staffMessages = byOrder(db, StaffMessage, "round", MOST_OF_AN_ORDER);
    this.commands = byOrder(db, OrderCommand, "requestedAt");
    this.branches = perRequest(
      () => new DataLoader((ids: readonly string[]) => loadBranches(db, ids)),
    );
  }
}

function byOrder<T extends { orderId: string }>(
  db: DataSource,
  entity: EntityTarget<T>,
  sortBy: string,
  most?: number,
) {
  return perRequest(
    () =>
      new DataLoader<string, T[]>(async (orderIds) => {
        const query = db
          .createQueryBuilder(entity, "part")
          .where("part.orderId in (:...orderIds)", { orderIds })
          .orderBy(`part.${sortBy}`);
        if (most !== undefined) query.andWhere(isAmongLast(db, entity, sortBy), { most });
        const rows = await query.getMany();
        const byId = new Map<string, T[]>(orderIds.map((id) => [id, []]));
        for (const row of rows) byId.get(row.orderId)?.push(row);
        return orderIds.map((id) => (byId.get(id) ?? []).slice(-(most ?? Infinity)));
      }),
  );
}

/** Returns a condition: fewer than `most` entries of the same order come after it. */
function isAmongLast(db: DataSource, entity: EntityTarget<object>, sortBy: string): string {
  const { tableName } = db.getMetadata(entity);
  return `(select count(*) from (
    select from ${tableName} later where later.order_id = part.order_id and later.${sortBy} > part.${sortBy} limit :most
  ) as some_later) < :most`;
}

async function loadBranches(db: DataSource, ids: readonly string[]): Promise<(Branch | Error)[]> {
  const found = await db.manager.findBy(Branch, { id: In([...ids]) });
  const byId = new Map(found.map((branch) => [branch.id, branch]));
  return ids.map((id) => byId.get(id) ?? new NotFound(NO_SUCH_BRANCH));
}

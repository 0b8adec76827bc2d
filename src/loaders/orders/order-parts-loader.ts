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

/** What belongs to orders, for any number of orders in one query per kind and request. */
export class OrderPartsLoader {
  readonly lines: (context: object) => DataLoader<string, OrderLine[]>;
  readonly attempts: (context: object) => DataLoader<string, InjectionAttempt[]>;
  readonly staffMessages: (context: object) => DataLoader<string, StaffMessage[]>;
  readonly commands: (context: object) => DataLoader<string, OrderCommand[]>;
  readonly branches: (context: object) => DataLoader<string, Branch>;

  constructor(db: DataSource) {
    this.lines = byOrder(db, OrderLine, "position");
    this.attempts = byOrder(db, InjectionAttempt, "number");
    this.staffMessages = byOrder(db, StaffMessage, "round");
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
) {
  return perRequest(
    () =>
      new DataLoader<string, T[]>(async (orderIds) => {
        const rows = await db
          .createQueryBuilder(entity, "part")
          .where("part.orderId in (:...orderIds)", { orderIds })
          .orderBy(`part.${sortBy}`)
          .getMany();
        const byId = new Map<string, T[]>(orderIds.map((id) => [id, []]));
        for (const row of rows) byId.get(row.orderId)?.push(row);
        return orderIds.map((id) => byId.get(id) ?? []);
      }),
  );
}

async function loadBranches(db: DataSource, ids: readonly string[]): Promise<(Branch | Error)[]> {
  const found = await db.manager.findBy(Branch, { id: In([...ids]) });
  const byId = new Map(found.map((branch) => [branch.id, branch]));
  return ids.map((id) => byId.get(id) ?? new NotFound(NO_SUCH_BRANCH));
}

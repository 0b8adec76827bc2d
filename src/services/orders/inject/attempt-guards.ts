import { type DataSource } from "typeorm";

import { Batcher } from "../../../domain/concurrency/batcher";
import { type CallGuard, callGuard } from "../../../ports/call-guard";
import { prepared } from "../../../ports/prepared";
import { type StartedAttempt } from "./start-attempts";

type Asked = Pick<StartedAttempt, "number"> & { readonly orderId: string };

/** Attempts that are still the newest of their order and whose outcome has not been reported. */
const UNDER_WAY = prepared(`
  select attempt.order_id as "orderId"
  from jsonb_to_recordset($1) as asked ("orderId" uuid, number integer)
  join injection_attempts attempt on attempt.order_id = asked."orderId" and attempt.number = asked.number
  join orders on orders.id = attempt.order_id
  where attempt.finished_at is null and orders.injection_state = 'SENDING' and orders.handed_over_at is null`);

/**
 * Guards the calls of attempts: while one was waiting or stalled, its order may have taken another
 * path.
 */
export class AttemptGuards {
  private readonly together = new Batcher((attempts: readonly Asked[]) =>
    this.areUnderWay(attempts),
  );

  constructor(private readonly db: DataSource) {}

  /**
   * The start of an attempt proves as much as a query does, so a call made soon after it needs
   * none.
   */
  of({ order: { id: orderId }, number, begun }: StartedAttempt): CallGuard {
    return callGuard(() => this.together.ask({ orderId, number }), "The attempt is over", begun);
  }

  private async areUnderWay(attempts: readonly Asked[]): Promise<boolean[]> {
    const rows = await this.db.query<Asked[]>(UNDER_WAY, [JSON.stringify(attempts)]);
    const underWay = new Set(rows.map(({ orderId }) => orderId));
    return attempts.map(({ orderId }) => underWay.has(orderId));
  }
}

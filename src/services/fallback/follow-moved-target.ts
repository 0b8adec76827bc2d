import { type DataSource } from "typeorm";

import { Scope, type Viewer } from "../../domain/access/viewer";
import { decideNote } from "../../domain/orders/decide-notes";
import { type Text } from "../../domain/texts/locale";
import { type Branch } from "../../entities/branches/branch";
import { BranchSettings, type FallbackTarget } from "../../entities/branches/branch-settings";
import { type StaffMessage } from "../../entities/orders/staff-message";
import { Refused } from "../../errors";
import { type ChannelVendor } from "../../ports/channel-vendor";
import { type Clock } from "../../ports/clock";
import { type SaveBranchSettings } from "../branches/settings/save-branch-settings";
import { type OrderSessions } from "../orders/session/order-session";
import { movedNote } from "./delivery-note";
import { type ToTell } from "./judge-delivery";

/** The author named in the history of a branch's settings. */
const GATEWAY: Viewer = {
  kind: "key",
  keyId: "gateway",
  label: "gateway",
  scope: Scope.ADMIN,
  branchIds: null,
};
/** How often to retry a branch that somebody else is saving simultaneously. */
const TRIES = 3;

/**
 * Somebody has to be notified: `settled` is false when the branch's settings have to be fixed by
 * hand.
 */
export interface MovedTarget {
  readonly branchId: string;
  readonly kind: StaffMessage["kind"];
  readonly settled: boolean;
}

/**
 * Follows a target that has moved, such as a group that became a supergroup, so that the staff are
 * reached there from now on.
 */
export class FollowMovedTarget {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly saveBranchSettings: Pick<SaveBranchSettings, "execute">;
      readonly sessions: OrderSessions;
      readonly vendors: readonly ChannelVendor[];
      readonly clock: Clock;
      readonly report: (moved: MovedTarget) => void;
    },
  ) {}

  /**
   * Changes the settings of every branch that names the old target, and everything that was or will
   * be sent there. Safe to repeat.
   */
  async execute({ delivery, order }: ToTell, movedTo: string): Promise<void> {
    const { kind, target } = delivery;
    for (const branchId of await this.branchesWith(delivery)) {
      this.parts.report({
        branchId,
        kind,
        settled: await this.change(branchId, delivery, movedTo),
      });
    }
    // A correction goes to where the message that it corrects was sent.
    await this.parts.db.query(
      `update fallback_deliveries d set target = $3 where kind = $1 and target = $2 and not exists (
         select from fallback_deliveries other where other.order_id = d.order_id and other.purpose = d.purpose
           and other.round = d.round and other.kind = d.kind and other.target = $3)`,
      [kind, target, movedTo],
    );
    await this.tell(order.id, movedNote(this.parts.vendors, kind));
  }

  private async branchesWith({ kind, target }: StaffMessage): Promise<string[]> {
    const rows = await this.parts.db.query<{ id: string }[]>(
      `select branch_id as id from branch_settings where fallback @> $1::jsonb order by branch_id`,
      [JSON.stringify([{ kind, target }])],
    );
    return rows.map(({ id }) => id);
  }

  private async change(
    branchId: string,
    { kind, target }: StaffMessage,
    movedTo: string,
  ): Promise<boolean> {
    const { db, saveBranchSettings } = this.parts;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const [branch] = await db.query<Pick<Branch, "version">[]>(
        "select version from branches where id = $1",
        [branchId],
      );
      const settings = await db.manager.findOneBy(BranchSettings, { branchId });
      if (!branch || !settings) return true;
      const fallback = moved(settings.fallback, { kind, target }, movedTo);
      try {
        await saveBranchSettings.execute(GATEWAY, branchId, branch.version, { fallback });
        return true;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
      }
    }
    return false;
  }

  private async tell(orderId: string, note: Text): Promise<void> {
    const { sessions, clock } = this.parts;
    await sessions.change([orderId], "wait", (session) => {
      for (const order of session.orders)
        session.apply(order, decideNote(order, note, clock.now()));
      return Promise.resolve();
    });
  }
}

/** Lists no target twice: somebody may have added the new one already. */
function moved(
  fallback: readonly FallbackTarget[],
  { kind, target }: Pick<FallbackTarget, "kind" | "target">,
  movedTo: string,
): FallbackTarget[] {
  const isKnown = fallback.some((each) => each.kind === kind && each.target === movedTo);
  return fallback.flatMap((each) => {
    if (each.kind !== kind || each.target !== target) return [each];
    return isKnown ? [] : [{ ...each, target: movedTo }];
  });
}

import { type EntityManager } from "typeorm";

import { operatesBranch, type Viewer } from "../../domain/access/viewer";
import { type UserError } from "../../domain/errors/user-error";
import { isUuid } from "../../domain/ids";
import { Promotion } from "../../entities/promotions/promotion";
import { Refused } from "../../errors";
import { noSuchPromotion, notYours } from "./promotion-input-errors";

/**
 * Locks a promotion for a change: other changes of it, and orders that count its uses, wait until
 * `tx` ends.
 *
 * @throws {Refused} NOT_FOUND; FORBIDDEN: the viewer works on only some of its branches
 */
export async function lockPromotion(
  tx: EntityManager,
  viewer: Viewer,
  id: string,
  field: readonly string[],
): Promise<Promotion> {
  const lock = { mode: "for_no_key_update" } as const;
  const promotion = isUuid(id) ? await tx.findOne(Promotion, { where: { id }, lock }) : null;
  const operated =
    promotion?.branchIds.filter((branchId) => operatesBranch(viewer, branchId)) ?? [];
  if (!promotion || operated.length === 0) throw new Refused<UserError>([noSuchPromotion(field)]);
  if (operated.length < promotion.branchIds.length) throw new Refused<UserError>([notYours(field)]);
  return promotion;
}

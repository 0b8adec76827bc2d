import { inputError } from "../../domain/errors/input-errors";
import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";

/** Points to spend, under the current name and under the one that it replaces. */
interface PointsGiven {
  readonly pointsToSpend?: string | null;
  readonly bonusToSpend?: string | null;
}

const OLDER = "bonusToSpend";
const FIELD = "pointsToSpend";

/** Returns the amount and its path in the input. */
export function pointsGiven({ pointsToSpend, bonusToSpend }: PointsGiven) {
  return isGiven(pointsToSpend)
    ? { text: pointsToSpend, path: [FIELD] }
    : { text: bonusToSpend, path: [OLDER] };
}

export function pointsErrors({ pointsToSpend, bonusToSpend }: PointsGiven): UserError[] {
  if (!isGiven(pointsToSpend) || !isGiven(bonusToSpend)) return [];
  const ru = `Укажите или ${FIELD}, или ${OLDER}, но не оба`;
  const en = `Give either ${FIELD} or ${OLDER}, not both`;
  return [inputError(UserErrorCode.INVALID, FIELD, ru, en)];
}

/**
 * Errors about points carry the older name; callers who used the current name get that one instead.
 */
export function namePointsAsGiven(
  { pointsToSpend }: PointsGiven,
  told: readonly { field: string[] | null }[],
): void {
  if (!isGiven(pointsToSpend)) return;
  for (const error of told)
    error.field = error.field?.map((name) => (name === OLDER ? FIELD : name)) ?? null;
}

function isGiven(amount: string | null | undefined): boolean {
  return amount !== null && amount !== undefined;
}

import { inputError } from "../../domain/errors/input-errors";
import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";

/** Points to spend, under today's name and under the one that it replaces. */
interface PointsGiven {
  readonly pointsToSpend?: string | null;
  readonly bonusToSpend?: string | null;
}

const OLDER = "bonusToSpend";
const FIELD = "pointsToSpend";

/** The amount, and where in the input it stands. */
export function pointsGiven({ pointsToSpend, bonusToSpend }: PointsGiven) {
  return pointsToSpend == null
    ? { text: bonusToSpend, path: [OLDER] }
    : { text: pointsToSpend, path: [FIELD] };
}

export function pointsErrors({ pointsToSpend, bonusToSpend }: PointsGiven): UserError[] {
  if (pointsToSpend == null || bonusToSpend == null) return [];
  const ru = `Укажите или ${FIELD}, или ${OLDER}, но не оба`;
  const en = `Give either ${FIELD} or ${OLDER}, not both`;
  return [inputError(UserErrorCode.INVALID, FIELD, ru, en)];
}

/** Errors about points are found at the older name; whoever gave them by today's is told of that. */
export function namePointsAsGiven(
  { pointsToSpend }: PointsGiven,
  told: readonly { field: string[] | null }[],
): void {
  if (pointsToSpend == null) return;
  for (const error of told)
    error.field = error.field?.map((name) => (name === OLDER ? FIELD : name)) ?? null;
}

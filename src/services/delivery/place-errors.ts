import { type PlaceVerdict } from "../../domain/delivery/judge-place";
import { inputError } from "../../domain/errors/input-errors";
import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { sumInTill } from "../../domain/money/currency";

interface Asked {
  /** Paths below `input` of the field that determines the sum, and of the time. */
  readonly fields: { readonly sum: string; readonly time: string };
  readonly currencyCode: string;
}

/** @returns null if the order can be delivered there, or nothing decides about that */
export function placeError(verdict: PlaceVerdict, asked: Asked): UserError | null {
  switch (verdict.kind) {
    case "NOT_JUDGED":
    case "SERVED":
      return null;
    case "NOT_LOCATED":
      return notLocated();
    case "NOT_SERVED":
      return notServed();
    case "NOT_THEN":
      return notThen(asked.fields.time);
    case "BELOW_MINIMUM":
      return belowMinimum(verdict.zone.minimumSum ?? 0, verdict.missing, asked);
  }
}

function notServed(): UserError {
  const ru = "По этому адресу филиал не доставляет";
  const en = "The branch does not deliver to this address";
  return inputError(UserErrorCode.ADDRESS_NOT_SERVED, "address", ru, en);
}

function notLocated(): UserError {
  const ru = "Не удалось понять, доставляет ли филиал по этому адресу: укажите дом на карте";
  const en =
    "It is not known whether the branch delivers to this address: point at the house on a map";
  return inputError(UserErrorCode.ADDRESS_NOT_LOCATED, "address", ru, en);
}

function notThen(field: string): UserError {
  const ru = "В это время филиал по этому адресу не доставляет";
  const en = "The branch does not deliver to this address at that time";
  return inputError(UserErrorCode.TIME_SLOT_UNAVAILABLE, field, ru, en);
}

function belowMinimum(
  minimumSum: number,
  missing: number,
  { fields, currencyCode }: Asked,
): UserError {
  const [least, lack] = [minimumSum, missing].map((sum) => sumInTill(sum, currencyCode));
  const ru = `По этому адресу доставляют заказы от ${least}: не хватает ${lack}`;
  const en = `Orders for this address start at ${least}: ${lack} is missing`;
  return {
    ...inputError(UserErrorCode.BELOW_MINIMUM, fields.sum, ru, en),
    minimum: { minimumSum, missing, currency: currencyCode },
  };
}

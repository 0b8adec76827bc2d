import { type RefusalKind } from "../../../domain/errors/refusal-kind";
import { type PosReason } from "../../../domain/pos/pos-failure";
import { type Text } from "../../../domain/texts/locale";

/** What one of iiko's codes or texts means, and what follows from it. */
export interface IikoReason extends PosReason {
  readonly kind: RefusalKind;
}

/** By iiko's code, in iiko's spelling. */
export type IikoReasons = Readonly<Record<string, IikoReason>>;

export function reason(kind: RefusalKind, ru: string, en: string, fix: Text): IikoReason {
  return { kind, message: { ru, en }, fix };
}

import { type PosReason } from "../../domain/pos-fault";
import { RefusalKind } from "../../errors";
import { type PosFailure } from "../../ports/pos";
import { maskText } from "./mask";
import { AFTERWARDS_REASONS } from "./reasons/afterwards-reasons";
import { GUEST_REASONS } from "./reasons/guest-reasons";
import { MENU_REASONS } from "./reasons/menu-reasons";
import { PAYMENT_REASONS } from "./reasons/payment-reasons";
import { type IikoReason } from "./reasons/reason";
import { reasonOfText, unprovenReason } from "./reasons/text-reasons";
import { TILL_REASONS } from "./reasons/till-reasons";

const REASONS = {
  ...MENU_REASONS,
  ...PAYMENT_REASONS,
  ...GUEST_REASONS,
  ...TILL_REASONS,
  ...AFTERWARDS_REASONS,
};

/** Servers differ in capital letters. */
const REASON_BY_CODE = new Map(Object.entries(REASONS).map(([code, reason]) => [code.toLowerCase(), reason]));

/** What iiko's code says by itself; undefined for `Common`, which says nothing, and for codes this version does not know. */
export function reasonOfCode(code: string): IikoReason | undefined {
  return REASON_BY_CODE.get(code.toLowerCase());
}

/** Does iiko say that it has an order of this id already? Some servers give a number, some only the text. */
export function isDuplicateOrder(code: string, text: string): boolean {
  return code.toLowerCase() === "duplicatedorderid" || code === "192" || /order already exists/i.test(text);
}

const UUIDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** The organizations that iiko says a key may not name; undefined when it says something else. */
export function deniedOrganizations(code: string, text: string): string[] | undefined {
  const isDenied = code.toUpperCase() === "ORGANIZATION_DENIED" || /belong to your api login/i.test(text);
  return isDenied ? [...new Set(text.toLowerCase().match(UUIDS))] : undefined;
}

/** What a refusal means for people and for the next step. */
export interface Explained {
  readonly kind: RefusalKind;
  /** undefined: neither code nor text is known. */
  readonly reason: PosReason | undefined;
}

/** @param unknown the kind of a refusal that neither its code nor its text explains */
export function explain(code: string, text: string, unknown: RefusalKind): Explained {
  const found = isDuplicateOrder(code, text)
    ? reasonOfCode("DuplicatedOrderId")
    : (unprovenReason(text) ?? reasonOfCode(code) ?? reasonOfText(text));
  if (!found) return { kind: unknown, reason: undefined };
  const { kind, message, fix } = found;
  return { kind, reason: { message, fix } };
}

/** iiko's errorInfo as far as it is read; every field may be missing. */
export interface IikoErrorInfo {
  readonly code: string | null;
  readonly message: string | null;
  readonly description: string | null;
}

/**
 * Why an order is in creation status Error. A refusal without any words is ambiguous: it may be a timeout untold. One
 * with unknown words is a verdict of the till and may heal.
 */
export function toPosFailure(error: IikoErrorInfo | null): PosFailure {
  const code = error?.code ?? "UNKNOWN";
  const text = [error?.message, error?.description].filter(Boolean).join(" ");
  const silent = text === "" && (code === "UNKNOWN" || code === "Common");
  return {
    code,
    message: maskText(error?.message ?? error?.description ?? `iiko gave no reason but ${code}`),
    ...explain(code, text, silent ? RefusalKind.AMBIGUOUS : RefusalKind.RETRY),
  };
}

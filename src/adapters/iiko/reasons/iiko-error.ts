import { type PosReason } from "../../../domain/pos/pos-failure";
import { RefusalKind } from "../../../errors";
import { type ReportedFailure } from "../../../ports/pos/pos-orders";
import { maskText } from "../values/mask";
import { wholeText } from "../values/whole-text";
import { AFTERWARDS_REASONS } from "./afterwards-reasons";
import { leavesDoubt, unprovenReason } from "./doubt";
import { GUEST_REASONS } from "./guest-reasons";
import { MENU_REASONS } from "./menu-reasons";
import { PAYMENT_REASONS } from "./payment-reasons";
import { type IikoReason } from "./reason";
import { reasonOfText } from "./text-reasons";
import { TILL_REASONS } from "./till-reasons";

const REASONS = {
  ...MENU_REASONS,
  ...PAYMENT_REASONS,
  ...GUEST_REASONS,
  ...TILL_REASONS,
  ...AFTERWARDS_REASONS,
};

/** Servers differ in capitalisation. */
const REASON_BY_CODE = new Map(
  Object.entries(REASONS).map(([code, reason]) => [code.toLowerCase(), reason]),
);

/**
 * Returns what iiko's code alone means; undefined for `Common`, which says nothing, and for codes
 * that this version does not know.
 */
export function reasonOfCode(code: string): IikoReason | undefined {
  return REASON_BY_CODE.get(code.toLowerCase());
}

const DUPLICATE = [
  "Order already exists",
  "Order already exists: ~",
  "Order ~ already exists",
  "Order with id ~ already exists",
].map(wholeText);
const DENIED = wholeText(
  "Passed organization(s) … doesn't belong to your api login included organization list",
);

/**
 * Returns whether iiko says that it already has an order with this id. Some servers send a number,
 * some only the text.
 */
export function isDuplicateOrder(code: string, text: string): boolean {
  return (
    code.toLowerCase() === "duplicatedorderid" ||
    code === "192" ||
    DUPLICATE.some((says) => says(text))
  );
}

const UUIDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * Returns the organizations that the key may not name, according to iiko; undefined when it says
 * something else.
 */
export function deniedOrganizations(code: string, text: string): string[] | undefined {
  const isDenied = code.toUpperCase() === "ORGANIZATION_DENIED" || DENIED(text) !== undefined;
  return isDenied ? [...new Set(text.toLowerCase().match(UUIDS))] : undefined;
}

/** What a refusal means for the staff and for the next step. */
export interface Explained {
  readonly kind: RefusalKind;
  /** undefined when neither the code nor the text is known. */
  readonly reason: PosReason | undefined;
}

/**
 * Explains a code, or a text as a whole; a single word in it decides nothing. Words about a lost
 * answer only make the next step cautious where neither is known or the order would be repeated,
 * because a repeat must not duplicate it.
 *
 * @param unknown the kind of a refusal that neither its code nor its text explains
 */
export function explain(
  code: string,
  text: string | readonly string[],
  unknown: RefusalKind,
): Explained {
  const texts = typeof text === "string" ? [text] : text;
  const found =
    firstOf(texts, (said) => knownReason(code, said)) ??
    reasonOfCode(code) ??
    firstOf(texts, reasonOfText);
  const kind = found?.kind ?? unknown;
  const isOpen = kind === RefusalKind.RETRY || (!found && kind === RefusalKind.FINAL);
  return {
    kind: isOpen && texts.some(leavesDoubt) ? RefusalKind.AMBIGUOUS : kind,
    reason: found && { message: found.message, fix: found.fix },
  };
}

/** Checked before iiko's code. */
function knownReason(code: string, text: string): IikoReason | undefined {
  return isDuplicateOrder(code, text) ? reasonOfCode("DuplicatedOrderId") : unprovenReason(text);
}

function firstOf<T>(
  texts: readonly string[],
  find: (text: string) => T | undefined,
): T | undefined {
  for (const text of texts) {
    const found = find(text);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The part of iiko's errorInfo that we read; every field may be missing. */
export interface IikoErrorInfo {
  readonly code: string | null;
  readonly message: string | null;
  readonly description: string | null;
}

/**
 * Returns why an order is in creation status Error. A refusal without any words is ambiguous: it
 * may be an unreported timeout. One with unknown words is a verdict of the POS and may resolve
 * itself.
 */
export function toPosFailure(error: IikoErrorInfo | null): ReportedFailure {
  const code = error?.code ?? "UNKNOWN";
  const texts = [error?.message, error?.description].filter(
    (text) => text !== null && text !== undefined,
  );
  const silent = texts.every((text) => text === "") && (code === "UNKNOWN" || code === "Common");
  return {
    code,
    message: maskText(error?.message ?? error?.description ?? `iiko gave no reason but ${code}`),
    ...explain(code, texts, silent ? RefusalKind.AMBIGUOUS : RefusalKind.RETRY),
  };
}

import { RefusalKind } from "../../../domain/errors/refusal-kind";
import { wholeText } from "../values/whole-text";
import { LOOK_INTO_TILL } from "./fixes";
import { type IikoReason, reason } from "./reason";

/**
 * Texts of a timeout, also in Russian because iiko localises its texts. Checked before the code:
 * they prove nothing.
 */
const TIMEOUTS = [
  "Creation timeout expired",
  "Creation timeout expired, order automatically transited to error creation status",
  "command automatically transited to error status",
  "Command timeout expired, command automatically transited to error status",
  "Истекло время ожидания",
  "Истекло время ожидания создания заказа",
  "Превышено время ожидания",
  "Превышено время ожидания создания заказа",
].map(wholeText);

/** Words that leave the outcome of the order open; they explain nothing. */
const DOUBT =
  /timeout|timed out|time.?out|automatically transited|connection|истекло|тайм-?аут|время ожидания|соединени/i;
/** Names of dishes, streets and anything else that iiko quotes. */
const QUOTED = /"[^"]*"|«[^«»]*»|“[^“”]*”|(?<![\p{L}\p{N}])'[^']*'(?![\p{L}\p{N}])/gu;

const TIMEOUT = reason(
  RefusalKind.AMBIGUOUS,
  "Касса не подтвердила заказ вовремя",
  "The till did not confirm the order in time",
  LOOK_INTO_TILL,
);

/** Returns the reason when the text is about a lost answer, whatever code it comes with. */
export function unprovenReason(text: string): IikoReason | undefined {
  return TIMEOUTS.some((says) => says(text)) ? TIMEOUT : undefined;
}

/**
 * Returns whether the text, apart from what it quotes, leaves the outcome of the order open. That
 * is not a reason and is not reported to anyone: it only makes the next step cautious.
 */
export function leavesDoubt(text: string): boolean {
  return DOUBT.test(text.replace(QUOTED, " "));
}

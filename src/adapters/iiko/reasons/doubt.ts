import { RefusalKind } from "../../../domain/errors/refusal-kind";
import { wholeText } from "../values/whole-text";
import { LOOK_INTO_TILL } from "./fixes";
import { type IikoReason, reason } from "./reason";

/**
 * Texts of a timeout, Russian too because iiko localises its texts. Read before the code: they
 * prove nothing.
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

/** Words that leave open what became of the order; they explain nothing. */
const DOUBT =
  /timeout|timed out|time.?out|automatically transited|connection|истекло|тайм-?аут|время ожидания|соединени/i;
/** Names of dishes, streets and whatever else iiko quotes. */
const QUOTED = /"[^"]*"|«[^«»]*»|“[^“”]*”|(?<![\p{L}\p{N}])'[^']*'(?![\p{L}\p{N}])/gu;

const TIMEOUT = reason(
  RefusalKind.AMBIGUOUS,
  "Касса не подтвердила заказ вовремя",
  "The till did not confirm the order in time",
  LOOK_INTO_TILL,
);

/** The reason when the text is one of a lost answer, whatever code it comes under. */
export function unprovenReason(text: string): IikoReason | undefined {
  return TIMEOUTS.some((says) => says(text)) ? TIMEOUT : undefined;
}

/**
 * Do its words, but for what it quotes, leave open what became of the order? That is no reason and
 * is told to nobody: it makes the next step a careful one.
 */
export function leavesDoubt(text: string): boolean {
  return DOUBT.test(text.replace(QUOTED, " "));
}

import { RefusalKind } from "../../../domain/errors/refusal-kind";
import { PosRejected } from "../../../errors";
import { type CallGuard } from "../../../ports/call-guard";
import { type PosCredential } from "../../../ports/pos/pos-branch";
import { type ReportedFailure } from "../../../ports/pos/pos-orders";
import { leavesDoubt, unprovenReason } from "../reasons/doubt";
import { toPosFailure } from "../reasons/iiko-error";
import { guestText } from "../values/guest-text";
import { wholeText } from "../values/whole-text";
import { type IikoDeliveries } from "./iiko-deliveries";

/**
 * Cancels a delivery, giving the first cause that the restaurant has; the text from the guest or
 * operator becomes the comment. No removal type is sent: the restaurant decides whether food that
 * is already being cooked is written off, and at whose expense
 * (docs/iiko.md#cancelling-a-delivery).
 */
export async function cancelDelivery(
  client: IikoDeliveries,
  credential: PosCredential,
  organizationId: string,
  orderId: string,
  cancelComment: string,
  guard?: CallGuard,
): Promise<string | null> {
  const { cancelCauses } = await client.cancelCauses(credential, organizationId);
  const cause = cancelCauses.find(({ isDeleted }) => !isDeleted);
  const body = {
    organizationId,
    orderId,
    cancelComment: guestText(cancelComment),
    ...(cause && { cancelCauseId: cause.id }),
  };
  const { correlationId } = await client.cancelDelivery(credential, body, guard);
  return correlationId;
}

const WRITE_OFF: Omit<ReportedFailure, "message"> = {
  code: "CANCEL_NEEDS_WRITE_OFF",
  kind: RefusalKind.OPERATOR,
  reason: {
    message: {
      ru: "Заказ уже готовят: касса спрашивает, как списать блюда",
      en: "The order is being cooked: the till asks how to write the dishes off",
    },
    fix: {
      ru: "Отмените заказ на кассе и выберите там тип удаления",
      en: "Cancel the order in the till and choose the removal type there",
    },
  },
};

/** For an unexplained refusal, the staff see iiko's own wording and what to do. */
const REFUSED = {
  message: { ru: "Касса отказалась отменить заказ", en: "The till refused to cancel the order" },
  fix: { ru: "Отмените заказ на кассе", en: "Cancel the order in the till" },
};

/**
 * iiko only remembers commands for a while and refuses unknown ones, which says nothing about the
 * delivery.
 */
export async function cancellationRefusal(
  client: IikoDeliveries,
  credential: PosCredential,
  organizationId: string,
  correlationId: string,
): Promise<ReportedFailure | "UNDECIDED" | null> {
  try {
    const { state, errorReason, exception } = await client.commandStatus(
      credential,
      organizationId,
      correlationId,
    );
    if (state?.toLowerCase() === "inprogress") return "UNDECIDED";
    return state?.toLowerCase() === "error"
      ? toRefusal(errorReason ?? exception?.message ?? null)
      : null;
  } catch (error) {
    if (error instanceof PosRejected) return null;
    throw error;
  }
}

/**
 * The exact wording is undocumented (docs/iiko.md#cancelling-a-delivery); for any other text, the
 * staff see the till's own wording.
 */
const ASKS_FOR_WRITE_OFF = [
  "Removal type must be specified",
  "Removal type must be specified for printed items",
  "Removal type id must be specified",
  "RemovalTypeId must be specified",
  "RemovalTypeId must be specified for printed items",
  "Order has printed items. Removal type must be specified",
  "Printed items can not be removed without removal type",
  "Printed items cannot be removed without removal type",
].map(wholeText);

/**
 * A command that ended in Error is final: the POS would refuse it again. Only a text about a
 * command that was lost in transit leaves the outcome open. iiko puts the code before its text, if
 * it gives a code at all. The advice of known reasons is meant for submitted orders: here nobody
 * enters anything, and nothing continues automatically.
 */
function toRefusal(message: string | null): ReportedFailure {
  const code = /^(\w{1,100}):/.exec(message ?? "")?.[1] ?? null;
  const failure = toPosFailure({ code, message, description: null });
  const text = code === null ? (message ?? "") : (message ?? "").slice(code.length + 1);
  if (ASKS_FOR_WRITE_OFF.some((asks) => asks(text)))
    return { ...WRITE_OFF, message: failure.message };
  const reason = { ...(failure.reason ?? REFUSED), fix: REFUSED.fix };
  const isLost = leavesDoubt(message ?? "") || leavesDoubt(text) || unprovenReason(text);
  if (isLost) return { ...failure, kind: RefusalKind.AMBIGUOUS };
  const repeats = failure.kind === RefusalKind.RETRY || failure.kind === RefusalKind.AMBIGUOUS;
  return { ...failure, kind: repeats ? RefusalKind.FINAL : failure.kind, reason };
}

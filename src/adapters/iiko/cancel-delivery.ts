import { RefusalKind } from "../../domain/refusal-kind";
import { PosRejected } from "../../errors";
import { type CallGuard } from "../../ports/call-guard";
import { type PosCredential, type PosFailure } from "../../ports/pos";
import { type IikoClient } from "./iiko-client";
import { guestText } from "./guest-text";
import { toPosFailure } from "./iiko-error";
import { wholeText } from "./whole-text";

/**
 * Cancels a delivery, for the first cause that the restaurant has; what the guest or operator wrote is the comment. No
 * removal type is sent: whether food that is being cooked is written off, and on whom, is the restaurant's to say
 * (docs/iiko.md#cancelling-a-delivery).
 */
export async function cancelDelivery(
  client: IikoClient,
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

const WRITE_OFF: Omit<PosFailure, "message"> = {
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

/** Commands are remembered for a while only, and an unknown one is refused: that says nothing of the delivery. */
export async function cancellationRefusal(
  client: IikoClient,
  credential: PosCredential,
  organizationId: string,
  correlationId: string,
): Promise<PosFailure | null> {
  try {
    const { state, errorReason, exception } = await client.commandStatus(credential, organizationId, correlationId);
    return state === "Error" ? toRefusal(errorReason ?? exception?.message ?? null) : null;
  } catch (error) {
    if (error instanceof PosRejected) return null;
    throw error;
  }
}

/** How it asks is written down nowhere (docs/iiko.md#cancelling-a-delivery): of any other text people read the till's own words. */
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

/** iiko puts the code before its text, if it gives one at all. */
function toRefusal(message: string | null): PosFailure {
  const code = /^(\w{1,100}):/.exec(message ?? "")?.[1] ?? null;
  const failure = toPosFailure({ code, message, description: null });
  const text = code === null ? (message ?? "") : (message ?? "").slice(code.length + 1);
  return ASKS_FOR_WRITE_OFF.some((asks) => asks(text)) ? { ...WRITE_OFF, message: failure.message } : failure;
}

import { type PosCredential } from "../../ports/pos";
import { type IikoClient } from "./iiko-client";

/** Cancels a delivery, for the first cause that the restaurant has; what the guest or operator wrote is the comment. */
export async function cancelDelivery(
  client: IikoClient,
  credential: PosCredential,
  organizationId: string,
  orderId: string,
  cancelComment: string,
): Promise<void> {
  const { cancelCauses } = await client.cancelCauses(credential, organizationId);
  const cause = cancelCauses.find(({ isDeleted }) => !isDeleted);
  await client.cancelDelivery(credential, {
    ...{ organizationId, orderId, cancelComment },
    ...(cause && { cancelCauseId: cause.id }),
  });
}

import { type OrderTicket } from "../../../domain/ticket/order-ticket";
import { AppError, PosRejected } from "../../../errors";
import { type CallGuard } from "../../../ports/call-guard";
import { type PosBranch } from "../../../ports/pos/pos-branch";
import { type Submission } from "../../../ports/pos/pos-orders";
import { isDuplicateOrder } from "../reasons/iiko-error";
import { type IikoDeliveries } from "./iiko-deliveries";
import { toIikoOrder } from "./map-order";
import { adopted, toSubmission } from "./map-submission";
import { type OrderLookUps } from "./order-look-ups";
import { type OrderSettings } from "./order-settings";
import { withoutWordsOf } from "./without-words";

interface Parts {
  readonly client: IikoDeliveries;
  readonly settings: OrderSettings;
  readonly lookUps: OrderLookUps;
  readonly clock: () => Date;
}

/** Submits orders to iiko; one that iiko already has is adopted. */
export class OrderSubmission {
  constructor(private readonly parts: Parts) {}

  execute(branch: PosBranch, ticket: OrderTicket, guard?: CallGuard): Promise<Submission> {
    return withoutWordsOf(ticket, () => this.submit(branch, ticket, guard));
  }

  private async submit(
    branch: PosBranch,
    ticket: OrderTicket,
    guard: CallGuard | undefined,
  ): Promise<Submission> {
    const { client, clock } = this.parts;
    const { credential, organizationId } = branch;
    const paid = ticket.payments.length > 0;
    const settings = await this.parts.settings.of(credential, organizationId, paid);
    try {
      const body = toIikoOrder(ticket, branch, settings, clock());
      const turn = { guard, placeAt: ticket.placeAt };
      return await client.createDelivery(credential, body, turn, ({ reply, exchange }) =>
        toSubmission(reply.orderInfo, organizationId, exchange),
      );
    } catch (error) {
      if (!(error instanceof PosRejected) || !isDuplicateOrder(error.posCode, error.message))
        throw error;
      return this.adopt(branch, ticket.posOrderId, error);
    }
  }

  /** iiko already has an order with this id: the state of that order is the answer. */
  private async adopt(
    { credential, organizationId }: PosBranch,
    posOrderId: string,
    duplicate: PosRejected,
  ): Promise<Submission> {
    const found = await this.parts.lookUps
      .find(credential, organizationId, [posOrderId])
      .catch((error: unknown) => {
        if (error instanceof AppError) return [];
        throw error;
      });
    return adopted(found, posOrderId, duplicate);
  }
}

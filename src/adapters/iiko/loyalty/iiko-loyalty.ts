import { type CallGuard } from "../../../ports/call-guard";
import { type PosCredential } from "../../../ports/pos/pos-branch";
import { acknowledgedSchema } from "../connection/answer-schemas";
import { IikoEndpoints } from "../connection/iiko-endpoints";
import { type IikoCreateDelivery } from "../orders/iiko-order";
import {
  calculationSchema,
  couponsSchema,
  customerSchema,
  programmesSchema,
  transactionsSchema,
} from "./loyalty-schemas";

/** The endpoints of iiko's loyalty programme, one method each, in iiko's terms. */
export class IikoLoyalty extends IikoEndpoints {
  /**
   * iiko answers HTTP 400 for a phone the programme does not know. @param urgent an order waits for
   * it
   */
  async customerByPhone(
    credential: PosCredential,
    organizationId: string,
    phone: string,
    urgent: boolean,
  ) {
    const body = { type: "phone", phone, organizationId };
    const request = { path: "/api/1/loyalty/iiko/customer/info", body, urgent };
    return (await this.transport.post(credential, request, customerSchema)).reply;
  }

  async programmes(credential: PosCredential, organizationId: string) {
    const body = { organizationId, withoutMarketingCampaigns: true };
    return this.read(credential, "/api/1/loyalty/iiko/program", body, programmesSchema);
  }

  /** @param period in UTC; pages are counted from 0 */
  async customerTransactions(
    credential: PosCredential,
    organizationId: string,
    period: {
      readonly customerId: string;
      readonly dateFrom: string;
      readonly dateTo: string;
      readonly pageNumber: number;
      readonly pageSize: number;
    },
  ) {
    const path = "/api/1/loyalty/iiko/customer/transactions/by_date";
    return this.read(credential, path, { organizationId, ...period }, transactionsSchema);
  }

  /**
   * Searches all series; unknown codes yield an empty list. @param last it goes after all others of
   * its group
   */
  async couponInfo(
    credential: PosCredential,
    organizationId: string,
    number: string,
    last: boolean,
  ) {
    const request = {
      path: "/api/1/loyalty/iiko/coupons/info",
      body: { number, organizationId },
      last,
    };
    return (await this.transport.post(credential, request, couponsSchema)).reply;
  }

  /** Only reads: it does not create an order. */
  async calculateLoyalty(
    credential: PosCredential,
    asked: Pick<IikoCreateDelivery, "organizationId" | "terminalGroupId" | "order">,
  ) {
    const body = {
      ...asked,
      availablePaymentMarketingCampaignIds: [],
      isLoyaltyTraceEnabled: false,
    };
    return this.read(credential, "/api/1/loyalty/iiko/calculate", body, calculationSchema);
  }

  /** A transaction id that was used before holds nothing more. */
  async holdMoney(
    credential: PosCredential,
    body: {
      organizationId: string;
      transactionId: string;
      customerId: string;
      walletId: string;
      sum: number;
    },
    guard?: CallGuard,
  ): Promise<void> {
    const path = "/api/1/loyalty/iiko/customer/wallet/hold";
    await this.transport.post(credential, { path, body, mutates: true, guard }, acknowledgedSchema);
  }

  async cancelHold(
    credential: PosCredential,
    organizationId: string,
    transactionId: string,
  ): Promise<void> {
    const request = {
      path: "/api/1/loyalty/iiko/customer/wallet/cancel_hold",
      body: { transactionId, organizationId },
      mutates: true,
    };
    await this.transport.post(credential, request, acknowledgedSchema);
  }
}

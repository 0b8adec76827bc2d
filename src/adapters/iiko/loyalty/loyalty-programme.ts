import { type LoyaltyWallet, WalletKind } from "../../../domain/loyalty/loyalty-wallet";
import { HalfPrices } from "../../../domain/ticket/half-prices";
import { LoyaltyDisabled, PosRejected, RefusalKind } from "../../../errors";
import { type WholePos } from "../../../ports/pos/pos";
import { type PosCoupon } from "../../../ports/pos/pos-coupons";
import { type PosDictionaryEntry } from "../../../ports/pos/pos-directory";
import { type PosLoyaltyAccount, type PosLoyaltyTransaction } from "../../../ports/pos/pos-loyalty";
import { withPositions } from "../orders/item-positions";
import { toIikoOrder } from "../orders/map-order";
import { USUAL_ORDER_SETTINGS } from "../orders/order-settings";
import { toKopecks, toRoubles, toSpendableKopecks } from "../values/iiko-money";
import { toTerminalTime } from "../values/terminal-time";
import { type IikoLoyalty } from "./iiko-loyalty";
import { type IikoCoupon, type IikoTransaction } from "./loyalty-schemas";
import { toLoyaltyQuote } from "./map-loyalty-quote";

/** Wallet kinds by iiko's number (docs/iiko.md#loyalty). */
const WALLET_KINDS: Readonly<Record<number, WalletKind>> = {
  0: WalletKind.DEPOSIT,
  1: WalletKind.BONUS,
  2: WalletKind.PRODUCTS,
  3: WalletKind.DISCOUNT,
  4: WalletKind.CERTIFICATE,
};

const NO_SUCH_GUEST = ["Validation_IncorrectPhone", "Transport_WrongCustomerNumber"];
const NO_PROGRAMME = "Common_OrganizationNotFound";

/** iiko's loyalty programme, as far as guests see it. */
export class LoyaltyProgramme {
  constructor(private readonly client: IikoLoyalty) {}

  /** Several programmes may fill one wallet: the first one names it. */
  wallets: WholePos["loyaltyWallets"] = async (credential, organizationId) => {
    try {
      const { Programs: found } = await this.client.programmes(credential, organizationId);
      const wallets = new Map<string, PosDictionaryEntry>();
      for (const { name, programType, isActive, walletId } of found) {
        if (!isActive || walletId === null || wallets.has(walletId)) continue;
        const kind = WALLET_KINDS[programType] ?? WalletKind.OTHER;
        wallets.set(walletId, { posId: walletId, name, kind });
      }
      return [...wallets.values()];
    } catch (error) {
      throw disabledOr(error);
    }
  };

  account: WholePos["loyaltyAccount"] = async (
    credential,
    organizationId,
    phone,
    { urgent = false } = {},
  ): Promise<PosLoyaltyAccount> => {
    try {
      const { id, walletBalances } = await this.client.customerByPhone(
        credential,
        organizationId,
        phone,
        urgent,
      );
      return { customerId: id, wallets: walletBalances.map(toWallet) };
    } catch (error) {
      // The same code also means a malformed phone, which ours never are.
      if (isRefusal(error, ...NO_SUCH_GUEST)) return { customerId: null, wallets: [] };
      throw disabledOr(error);
    }
  };

  /** When several series have the same code, returns one that can still be used. */
  coupon: WholePos["coupon"] = async (credential, organizationId, code, { last = false } = {}) => {
    try {
      const { couponInfo } = await this.client.couponInfo(credential, organizationId, code, last);
      const coupons = couponInfo.map((each) => toCoupon(each, code));
      return coupons.find(({ used, deleted }) => !used && !deleted) ?? coupons[0] ?? null;
    } catch (error) {
      throw disabledOr(error);
    }
  };

  quote: WholePos["loyaltyQuote"] = async (branch, ticket) => {
    // How halves are added up is up to the POS: the programme is asked about what the guest pays.
    const { orderTerms, ...rest } = branch;
    const plain = orderTerms
      ? { ...rest, orderTerms: { ...orderTerms, halfPrices: HalfPrices.HALVED } }
      : rest;
    const { organizationId, terminalGroupId, order } = toIikoOrder(
      ticket,
      plain,
      USUAL_ORDER_SETTINGS,
    );
    const positioned = { ...order, items: withPositions(order.items, ticket.posOrderId) };
    try {
      const asked = { organizationId, terminalGroupId, order: positioned };
      return toLoyaltyQuote(await this.client.calculateLoyalty(branch.credential, asked), ticket);
    } catch (error) {
      throw disabledOr(error);
    }
  };

  hold: WholePos["holdPoints"] = async (
    credential,
    organizationId,
    { holdId, customerId, walletId, sum },
    guard,
  ) => {
    try {
      const asked = {
        organizationId,
        transactionId: holdId,
        customerId,
        walletId,
        sum: toRoubles(sum),
      };
      await this.client.holdMoney(credential, asked, guard);
    } catch (error) {
      throw disabledOr(error);
    }
  };

  /**
   * It is not known which codes mean that nothing is held: every refusal that neither a retry nor a
   * person can fix counts as such.
   */
  cancelHold: WholePos["cancelHold"] = async (credential, organizationId, holdId) => {
    try {
      await this.client.cancelHold(credential, organizationId, holdId);
      return true;
    } catch (cause) {
      const error = disabledOr(cause);
      if (error instanceof PosRejected && error.kind === RefusalKind.FINAL) return false;
      throw error;
    }
  };

  transactions: WholePos["loyaltyTransactions"] = async (credential, organizationId, asked) => {
    const period = {
      customerId: asked.customerId,
      dateFrom: toTerminalTime(asked.from, "UTC"),
      dateTo: toTerminalTime(asked.to, "UTC"),
      pageNumber: asked.page,
      pageSize: asked.size,
    };
    try {
      const { transactions } = await this.client.customerTransactions(
        credential,
        organizationId,
        period,
      );
      return transactions.map(toTransaction);
    } catch (error) {
      throw disabledOr(error);
    }
  };
}

function toWallet({
  id,
  name,
  type,
  balance,
}: {
  id: string;
  name: string;
  type: number;
  balance: number;
}) {
  const kind = WALLET_KINDS[type] ?? WalletKind.OTHER;
  return { posId: id, name, kind, balance: toSpendableKopecks(balance) } satisfies LoyaltyWallet;
}

function toCoupon(
  { number, seriesName, whenActivated, isDeleted }: IikoCoupon,
  asked: string,
): PosCoupon {
  const code = number ?? asked;
  return { code, name: seriesName ?? code, used: whenActivated !== null, deleted: isDeleted };
}

function toTransaction(transaction: IikoTransaction): PosLoyaltyTransaction {
  const { id, walletId, whenCreated, sum, balanceAfter, typeName, orderNumber } = transaction;
  return {
    posId: id,
    walletId,
    at: new Date(`${whenCreated.replace(" ", "T")}Z`),
    sum: toKopecks(sum),
    balanceAfter: balanceAfter === null ? null : toKopecks(balanceAfter),
    kind: typeName ?? "",
    posOrderNumber: orderNumber,
  };
}

function isRefusal(error: unknown, ...codes: string[]): error is PosRejected {
  return error instanceof PosRejected && codes.includes(error.posCode);
}

const NO_PROGRAMME_TEXT = {
  en: "The organization has no loyalty programme in iiko",
  ru: "У организации нет программы лояльности в iiko",
};

function disabledOr(error: unknown): unknown {
  if (!isRefusal(error, NO_PROGRAMME)) return error;
  return new LoyaltyDisabled(NO_PROGRAMME_TEXT, { cause: error });
}

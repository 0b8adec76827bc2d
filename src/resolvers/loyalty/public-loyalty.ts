import { type PointsPage } from "../../services/loyalty/list-points";
import { type LoyaltyStatement } from "../../services/loyalty/read-loyalty";
import { type Connection } from "../schema/connection";
import { toMoney } from "../schema/money";
import { asUuid } from "../schema/older-id";
import { toSource } from "../schema/source";
import { type LoyaltyAccount, type LoyaltyTransaction } from "./loyalty";

export function toLoyaltyAccount(
  statement: LoyaltyStatement,
  currencyCode: string,
): LoyaltyAccount {
  const { balance, held, wallets, walletId, writeOffLimitPercent, asOf } = statement;
  return {
    statement,
    currencyCode,
    writeOffLimitPercent,
    asOf,
    balance: toMoney(balance, currencyCode),
    held: toMoney(held, currencyCode),
    available: toMoney(Math.max(0, balance - held), currencyCode),
    tier: null,
    wallets: wallets.map((wallet) => ({
      ...wallet,
      balance: toMoney(wallet.balance, currencyCode),
      isPointsWallet: wallet.posId === walletId,
      isBonusWallet: wallet.posId === walletId,
    })),
    expiring: [],
    source: toSource("POS"),
  };
}

export function toTransactionPage(
  page: PointsPage,
  currencyCode: string,
): Connection<LoyaltyTransaction> {
  const nodes = page.transactions.map(
    ({ posId, sum, balanceAfter, walletId, at, kind, posOrderNumber }) => ({
      id: posId,
      walletId: asUuid(walletId),
      walletIdInPos: walletId,
      at,
      kind,
      posOrderNumber,
      amount: toMoney(sum, currencyCode),
      balanceAfter: balanceAfter === null ? null : toMoney(balanceAfter, currencyCode),
    }),
  );
  const { cursors } = page;
  const edges = nodes.map((node, index) => ({ cursor: cursors[index] ?? "", node }));
  const ends = { startCursor: cursors[0] ?? null, endCursor: cursors.at(-1) ?? null };
  return {
    nodes,
    edges,
    pageInfo: { hasNextPage: page.hasNext, hasPreviousPage: !page.isFirst, ...ends },
  };
}

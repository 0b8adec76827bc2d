import { z } from "zod";

import {
  allRows,
  id,
  name,
  optional,
  optionalId,
  optionalName,
  orNone,
  rowsOrNone,
  told,
  word,
} from "../values/iiko-fields";

/** Strict about its rows: a wallet that cannot be read must not look like an empty one. */
export const customerSchema = z.object({
  id,
  walletBalances: orNone(
    allRows(z.object({ id, name, type: z.number().catch(-1), balance: z.number() })),
  ),
});

const transaction = z.object({
  id,
  walletId: optionalId,
  whenCreated: told,
  sum: z.number(),
  balanceAfter: optional(z.number()),
  typeName: word,
  orderNumber: word,
});

export type IikoTransaction = z.infer<typeof transaction>;

export const transactionsSchema = z.object({ transactions: rowsOrNone(transaction) });

/** iiko writes only this list with a capital letter. */
export const programmesSchema = z.object({
  Programs: rowsOrNone(
    z.object({
      name,
      programType: z.number().catch(-1),
      isActive: z.boolean().catch(true),
      walletId: optionalId,
    }),
  ),
});

const coupon = z.object({
  number: word,
  seriesName: optionalName,
  whenActivated: word,
  isDeleted: z.boolean().catch(false),
});

export type IikoCoupon = z.infer<typeof coupon>;

export const couponsSchema = z.object({ couponInfo: rowsOrNone(coupon) });

export const calculationSchema = z.object({
  loyaltyProgramResults: rowsOrNone(
    z.object({
      marketingCampaignId: id,
      name,
      discounts: rowsOrNone(z.object({ positionId: optionalId, discountSum: z.number() })),
    }),
  ),
  availablePayments: rowsOrNone(
    z.object({ maxSum: z.number(), walletInfos: rowsOrNone(z.object({ id, maxSum: z.number() })) }),
  ),
});

export type IikoCalculation = z.infer<typeof calculationSchema>;

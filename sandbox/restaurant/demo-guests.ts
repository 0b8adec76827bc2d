import { type Coupon, type LoyaltyGuest } from "./model";
import { stableId } from "./stable-id";

const bonuses = { id: stableId("wallet", "Бонусы"), name: "Бонусы", type: 1 } as const;
const birthday = {
  id: stableId("wallet", "Подарок ко дню рождения"),
  name: "Подарок ко дню рождения",
  type: 1,
} as const;
const deposit = { id: stableId("wallet", "Депозит"), name: "Депозит", type: 0 } as const;

/** Invented guests. The bonus wallet is not always the first. */
export const demoGuests: LoyaltyGuest[] = [
  guest("Анна", "+79990000001", [
    { ...bonuses, balance: 350.5 },
    { ...deposit, balance: 0 },
  ]),
  guest(
    "Борис",
    "+79990000002",
    [
      { ...deposit, balance: 1200 },
      { ...birthday, balance: 500 },
      { ...bonuses, balance: 80 },
    ],
    5,
  ),
  guest("Вера", "+79990000003", [{ ...bonuses, balance: 0 }]),
];

/** Invented coupons of a single series. */
export const demoCoupons: Coupon[] = [
  coupon("KEBAB-2026", 10),
  coupon("OSEN-15", 15),
  coupon("LETO-2025", 20, true),
];

function coupon(number: string, percent: number, isDeleted = false): Coupon {
  const seriesName = "Купоны ресторана";
  return {
    id: stableId("coupon", number),
    number,
    seriesId: stableId("series", seriesName),
    seriesName,
    isDeleted,
    percent,
  };
}

function guest(
  name: string,
  phone: string,
  wallets: LoyaltyGuest["wallets"],
  discountPercent = 0,
): LoyaltyGuest {
  return { id: stableId("guest", phone), name, phone, wallets, discountPercent };
}

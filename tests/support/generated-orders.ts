import { randomUUID } from "node:crypto";

import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { stableId } from "../../sandbox/restaurant/stable-id";
import { type SnapshotProduct } from "../../src/domain/catalogue/menu-snapshot";
import { type WantedHalf } from "../../src/domain/checkout/half-selection";
import { type WantedOption } from "../../src/domain/checkout/option-places";
import { priceBasket, type WantedLine } from "../../src/domain/checkout/pricing";
import {
  type Address,
  Fulfilment,
  type OrderTicket,
  type TicketLine,
} from "../../src/domain/ticket/order-ticket";
import { PaymentMethod } from "../../src/domain/ticket/payment-method";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { aNewOrder, aWantedLine } from "./a-new-order";
import { anAddress, anOrderTicket } from "./an-order-ticket";
import { dishes, FEE, GENERATED_MENU, lunch, stopped } from "./generated-menu";
import { paymentType } from "./sandbox-session";
import { SeededChoices } from "./seeded-choices";

/**
 * A guest of the sandbox's loyalty programme with enough points for a few hundred orders of at most
 * one rouble each.
 */
const RICH_PHONE = demoRestaurant.guests[0]!.phone;

/** A guest to whom the programme gives a discount. */
const REGULAR_PHONE = demoRestaurant.guests.find(
  ({ discountPercent }) => discountPercent > 0,
)!.phone;

const TEXTS = [
  "",
  "Без лука",
  "<b>Острее</b>&nbsp;🌶️",
  "щ".repeat(255),
  "🍕".repeat(255),
  "«Код»\t12\r\n\r\nдвор",
];

/**
 * Orders of the sandbox's menu, as varied as guests are; the same `seed` gives the same orders
 * except for their ids.
 */
export class GeneratedOrders extends SeededChoices {
  ticket(): OrderTicket {
    const lines = this.lines();
    const deliveryFee = this.chance(0.2) ? { posProductId: FEE.id, price: 15_000 } : null;
    const before = lines.reduce((sum, line) => sum + line.total, 0) + (deliveryFee?.price ?? 0);
    const sum = this.chance(0.3) ? this.between(0, Math.min(before, 20_000)) : 0;
    const posDiscountId = stableId("discount", "Универсальная скидка для Result.Rest");
    const delivery = this.chance(0.7);
    const total = before - sum;
    const phone = this.pick(["+79990000009", "+4915112345678", RICH_PHONE]);
    const points = phone === RICH_PHONE && total > 0 ? this.between(1, Math.min(total, 100)) : 0;
    return anOrderTicket({
      posOrderId: randomUUID(),
      number: this.pick(["7", "RR-100500", "№".repeat(80)]),
      fulfilment: delivery ? Fulfilment.DELIVERY : Fulfilment.PICKUP,
      address: delivery ? this.address() : null,
      customer: {
        name: this.pick(["Иван", "Ж".repeat(60), "🙂".repeat(60)]),
        phone,
        joinsLoyalty: this.chance(0.5),
      },
      wantedAt: this.chance(0.3)
        ? new Date(Date.now() + this.between(3_600_000, 50 * 86_400_000))
        : null,
      comment: this.pick([...TEXTS, "я".repeat(500)]),
      lines,
      deliveryFee,
      discount: sum > 0 ? { posDiscountId, sum } : null,
      promoCode: this.chance(0.1) ? "ЛЕТО-2026" : null,
      total,
      ...this.payment(total - points, points),
      acceptTimeoutSeconds: this.pick([10, 60, 900]),
    });
  }

  /**
   * An order as a site requests it: more often than not for a guest of the programme, who may want
   * to pay a little with points.
   */
  newOrder(branchId: string): NewOrder {
    const delivery = this.chance(0.7);
    const phone = this.pick(["+79990000009", RICH_PHONE, REGULAR_PHONE]);
    const discounts = [
      { name: "День рождения", amount: this.between(1, 20_000) },
      { name: "Самовывоз", amount: this.between(1, 200_000) },
    ];
    const method = this.pick([
      PaymentMethod.CASH,
      PaymentMethod.CARD_ON_DELIVERY,
      PaymentMethod.ONLINE,
    ]);
    const paidOnline = method === PaymentMethod.ONLINE && this.chance(0.7);
    return aNewOrder(branchId, {
      fulfilment: delivery ? Fulfilment.DELIVERY : Fulfilment.PICKUP,
      // Longer buildings are refused.
      address: delivery ? { ...this.address(), building: null } : null,
      customer: { name: "Иван", phone, joinsLoyalty: this.chance(0.5) },
      lines: this.wantedLines(),
      discounts: this.pick([[], [], discounts.slice(0, 1), discounts]),
      bonusToSpend: this.chance(0.6) ? this.between(1, 100) : null,
      payment: { method, paidOnline, externalPaymentId: null, changeFrom: null },
    });
  }

  private payment(
    sum: number,
    points: number,
  ): Pick<OrderTicket, "payments" | "paidOnline" | "changeFrom"> {
    const choices = [
      { method: PaymentMethod.CASH, code: "CASH", online: false },
      { method: PaymentMethod.CARD_ON_DELIVERY, code: "CARD", online: false },
      { method: PaymentMethod.ONLINE, code: "SITE", online: true },
      { method: PaymentMethod.ONLINE, code: "INNER", online: true },
      { method: PaymentMethod.ONLINE, code: "CASH", online: true },
      null,
    ];
    const choice = this.pick(choices);
    const changeFrom = choice?.method === PaymentMethod.CASH ? 500_000 : null;
    const bonus = {
      method: PaymentMethod.BONUS,
      posPaymentTypeId: paymentType("BONUS"),
      processedExternally: false,
    };
    const byPoints = points > 0 ? [{ ...bonus, sum: points }] : [];
    if (!choice || sum === 0)
      return { payments: byPoints, paidOnline: this.chance(0.5), changeFrom };
    const { method, code, online } = choice;
    const payment = {
      method,
      posPaymentTypeId: paymentType(code),
      sum,
      processedExternally: online,
    };
    return { payments: [...byPoints, payment], paidOnline: online, changeFrom };
  }

  private lines(): readonly TicketLine[] {
    const { lines, userErrors } = priceBasket(GENERATED_MENU, this.wantedLines());
    if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
    return lines;
  }

  private wantedLines(): readonly WantedLine[] {
    const single = Array.from({ length: this.between(1, 6) }, () => this.line());
    return this.chance(0.2) ? [...single, this.combo()] : single;
  }

  private line(product = this.pick(dishes)): WantedLine {
    const size = this.pick(product.sizes.filter(({ price }) => price !== null));
    const secondHalf = product.compound && this.chance(0.7) ? this.half(product) : null;
    return aWantedLine({
      article: product.article,
      sizeId: size.id,
      quantity: secondHalf ? 1000 * this.between(1, 3) : 500 * this.between(1, 6),
      options: this.options(product),
      secondHalf,
      comment: this.pick(TEXTS) || null,
    });
  }

  private half(first: SnapshotProduct): WantedHalf {
    const sizes = new Set(first.sizes.map(({ posSizeId }) => posSizeId));
    const others = dishes.filter(
      (dish) => dish.compound && dish.sizes.every(({ posSizeId }) => sizes.has(posSizeId)),
    );
    const product = this.pick(others);
    return { article: product.article, options: this.options(product) };
  }

  private options({ optionGroups }: SnapshotProduct): WantedOption[] {
    return optionGroups.flatMap((group) => {
      const most = group.max === 0 ? group.min + 2 : group.max;
      const count = this.between(group.min, most);
      return this.shuffled(group.options)
        .slice(0, count)
        .map(({ id }, index, chosen) => ({
          article: id,
          // Whatever is missing up to the minimum is added to the first option.
          quantity:
            1000 *
            (index === 0 && group.options.every(({ max }) => max === 0)
              ? 1 + count - chosen.length
              : 1),
        }));
    });
  }

  private combo(): WantedLine {
    const parts = lunch.groups.map((group) => {
      const { productId, sizeId } = this.pick(
        group.choices.filter((choice) => !stopped.has(choice.productId)),
      );
      const product = dishes.find(({ posProductId }) => posProductId === productId)!;
      const size = product.sizes.find(({ posSizeId }) => posSizeId === sizeId)!;
      return {
        groupId: group.id,
        article: product.article,
        sizeId: size.id,
        options: this.options(product),
      };
    });
    const { article } = lunch;
    return aWantedLine({
      article,
      quantity: 1000 * this.between(1, 3),
      parts,
      comment: this.pick(TEXTS) || null,
    });
  }

  private address(): Address {
    return {
      ...anAddress,
      city: this.pick(["Примерск", null]),
      house: this.pick(["5", "12/3 стр. 4"]),
      building: this.pick([null, "корпус первый"]),
      comment: this.pick(TEXTS),
      ...this.pick([{}, { latitude: null, longitude: null }]),
      posStreetId: this.pick([null, randomUUID()]),
    };
  }
}

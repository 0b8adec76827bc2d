import { type Text } from "../../../domain/texts/locale";
import { PaymentMethod } from "../../../domain/ticket/payment-method";
import { type PaymentTypeMapping } from "../../../entities/branches/branch-settings";
import { type PosDictionaryEntry, type PosPaymentType } from "../../../ports/pos/pos-directory";
import { type ConnectedFindings } from "./branch-findings";
import { failed, fine, type Verdict } from "./health-check";
import { unread } from "./judge-key";

const CHOOSE_PAYMENT: Text = {
  ru: "Настройки филиала → «Типы оплаты»: выберите другой тип или «Не выбрано»",
  en: "The branch's settings → «Типы оплаты»: choose another type or «Не выбрано»",
};

/** PAYMENT_TYPES_FIT */
export function judgePaymentTypes({ pos: { paymentTypes }, settings }: ConnectedFindings): Verdict {
  if ("error" in paymentTypes) return unread(paymentTypes.error);
  const troubles = settings.paymentTypes.flatMap(
    (mapping) => troubleOf(mapping, paymentTypes.value) ?? [],
  );
  if (troubles.length === 0) return fine("Типы оплаты подходят", "The payment types fit");
  const message = {
    ru: troubles.map(({ ru }) => ru).join("; "),
    en: troubles.map(({ en }) => en).join("; "),
  };
  return failed(message, CHOOSE_PAYMENT);
}

function troubleOf(
  mapping: PaymentTypeMapping,
  types: readonly PosPaymentType[],
): Text | undefined {
  const { method, posPaymentTypeId, processedExternally } = mapping;
  if (posPaymentTypeId === null) return undefined;
  const type = types.find(({ posId }) => posId === posPaymentTypeId);
  if (!type) {
    return {
      ru: `${method}: такого типа оплаты в iiko нет, или он удалён`,
      en: `${method}: iiko has no such payment type, or it was deleted`,
    };
  }
  const isCash = type.kind === "Cash" || method === PaymentMethod.CASH;
  if (processedExternally && isCash) {
    return {
      ru: `${method}: «${type.name}» — наличные, их всегда принимает касса (снимите «оплачено вне кассы»)`,
      en: `${method}: «${type.name}» is cash, which the till always takes itself (processedExternally must be false)`,
    };
  }
  if (processedExternally && type.mayBeExternal === false) {
    return {
      ru: `${method}: «${type.name}» нельзя проводить как оплаченное вне кассы, iiko откажет`,
      en: `${method}: «${type.name}» cannot be paid outside the till, iiko would refuse`,
    };
  }
  return undefined;
}

/** DISCOUNT_TAKES_SUM: the universal discount takes the sum that is sent with it. */
export function judgeDiscount({ pos: { discounts }, settings }: ConnectedFindings): Verdict {
  const { universalDiscountId } = settings;
  if (universalDiscountId === null) {
    return fine("Универсальная скидка не выбрана", "No universal discount is chosen");
  }
  if ("error" in discounts) return unread(discounts.error);
  const discount = discounts.value.find(({ posId }) => posId === universalDiscountId);
  if (discount?.kind === "FlexibleSum") {
    return fine(
      `Скидка «${discount.name}» принимает сумму`,
      `The discount «${discount.name}» takes a sum`,
    );
  }
  const message = discount
    ? {
        ru: `Скидка «${discount.name}» не принимает сумму`,
        en: `The discount «${discount.name}» takes no sum`,
      }
    : {
        ru: "Универсальной скидки филиала в iiko нет, или она удалена",
        en: "iiko does not have the branch's universal discount, or it was deleted",
      };
  return failed(message, {
    ru:
      "В iiko: «Дисконтная система → Скидки и надбавки → Добавить»: «Универсальная скидка для Result.Rest», все места " +
      "продаж, метод «К полной сумме заказа», тип «Скидка», вид «Фиксированная сумма», ☑ «Назначить сумму»; " +
      "через полчаса выберите её в настройках филиала",
    en:
      "In iiko: «Дисконтная система → Скидки и надбавки → Добавить»: «Универсальная скидка для Result.Rest», all places " +
      "of sale, метод «К полной сумме заказа», тип «Скидка», вид «Фиксированная сумма», ☑ «Назначить сумму»; " +
      "half an hour later choose it in the branch's settings",
  });
}

const SERVICES: Readonly<Record<string, Text>> = {
  DeliveryByCourier: { ru: "доставка курьером", en: "delivery by courier" },
  DeliveryPickUp: { ru: "самовывоз", en: "pick-up" },
};

/** ORDER_TYPES: orders of both ways of receipt find a type in iiko. */
export function judgeOrderTypes({ pos: { orderTypes }, settings }: ConnectedFindings): Verdict {
  if ("error" in orderTypes) return unread(orderTypes.error);
  const unfit = unfitOrderType(orderTypes.value, settings);
  if (unfit) return unfit;
  const missing = Object.entries(SERVICES).filter(
    ([kind]) => !orderTypes.value.some((type) => type.kind === kind),
  );
  if (missing.length === 0) {
    return fine(
      "Есть типы заказов для доставки и самовывоза",
      "There are order types for delivery and pick-up",
    );
  }
  return failed(
    {
      ru: `В iiko нет типа заказа: ${missing.map(([, { ru }]) => ru).join(", ")}`,
      en: `iiko has no order type for ${missing.map(([, { en }]) => en).join(", ")}`,
    },
    {
      ru: "В iikoOffice: «Розничные продажи → Типы заказов»: добавьте по типу для «Доставка курьером» и «Доставка самовывоз»; iiko Cloud узнает о них через полчаса",
      en: "In iikoOffice: «Розничные продажи → Типы заказов»: add a type for «Доставка курьером» and one for «Доставка самовывоз»; iiko Cloud knows them half an hour later",
    },
  );
}

/** What the branch has chosen is in iiko, and is of its way of receipt. */
function unfitOrderType(
  known: readonly PosDictionaryEntry[],
  { deliveryOrderTypeId, pickupOrderTypeId }: ConnectedFindings["settings"],
): Verdict | undefined {
  const chosen = [
    ["DeliveryByCourier", "deliveryOrderTypeId", deliveryOrderTypeId],
    ["DeliveryPickUp", "pickupOrderTypeId", pickupOrderTypeId],
  ] as const;
  for (const [kind, field, posId] of chosen) {
    const type = known.find((each) => each.posId === posId);
    const way = SERVICES[kind];
    if (!posId || !way || type?.kind === kind) continue;
    const message = type
      ? {
          ru: `Тип заказа «${type.name}» — не ${way.ru}`,
          en: `The order type «${type.name}» is not for ${way.en}`,
        }
      : {
          ru: `Типа заказа филиала (${way.ru}) в iiko нет, или он удалён`,
          en: `iiko does not have the branch's order type for ${way.en}, or it was deleted`,
        };
    return failed(message, {
      ru: `Выберите в настройках филиала (posOrders: { ${field} }) другой из organizations { orderTypes }, или уберите его`,
      en: `Choose another of organizations { orderTypes } in the branch's settings (posOrders: { ${field} }), or take it out`,
    });
  }
  return undefined;
}

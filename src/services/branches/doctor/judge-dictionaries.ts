import { type Text } from "../../../domain/texts/locale";
import { PaymentMethod } from "../../../domain/ticket/payment-method";
import { type PaymentTypeMapping } from "../../../entities/branches/branch-settings";
import { type PosOrderType, type PosPaymentType } from "../../../ports/pos/pos-directory";
import { type ConnectedFindings } from "./branch-findings";
import { failed, fine, type Verdict } from "./health-check";
import { unread } from "./judge-key";

const CHOOSE_PAYMENT: Text = {
  ru: "Настройки филиала → «Типы оплаты»: выберите другой тип или «Не выбрано»",
  en: "The branch's settings → «Типы оплаты»: choose another type or «Не выбрано»",
};

/** PAYMENT_TYPES_FIT */
export function judgePaymentTypes({
  pos: { paymentTypes },
  settings,
  vendor: { name },
}: ConnectedFindings): Verdict {
  if ("error" in paymentTypes) return unread(paymentTypes.error);
  const failures = settings.paymentTypes.flatMap(
    (mapping) => failureOf(mapping, paymentTypes.value, name) ?? [],
  );
  if (failures.length === 0) return fine("Типы оплаты подходят", "The payment types fit");
  const message = {
    ru: failures.map(({ ru }) => ru).join("; "),
    en: failures.map(({ en }) => en).join("; "),
  };
  return failed(message, CHOOSE_PAYMENT);
}

function failureOf(
  mapping: PaymentTypeMapping,
  types: readonly PosPaymentType[],
  posName: string,
): Text | undefined {
  const { method, posPaymentTypeId, processedExternally } = mapping;
  if (posPaymentTypeId === null) return undefined;
  const type = types.find(({ posId }) => posId === posPaymentTypeId);
  if (!type) {
    return {
      ru: `${method}: такого типа оплаты в ${posName} нет, или он удалён`,
      en: `${method}: ${posName} has no such payment type, or it was deleted`,
    };
  }
  const isCash = type.means === "CASH" || method === PaymentMethod.CASH;
  if (processedExternally && isCash) {
    return {
      ru: `${method}: «${type.name}» — наличные, их всегда принимает касса (снимите «оплачено вне кассы»)`,
      en: `${method}: «${type.name}» is cash, which the till always takes itself (processedExternally must be false)`,
    };
  }
  if (processedExternally && type.mayBeExternal === false) {
    return {
      ru: `${method}: «${type.name}» нельзя проводить как оплаченное вне кассы, ${posName} откажет`,
      en: `${method}: «${type.name}» cannot be paid outside the till, ${posName} would refuse`,
    };
  }
  return undefined;
}

/** DISCOUNT_TAKES_SUM: the universal discount accepts the sum that is sent with it. */
export function judgeDiscount({
  pos: { discounts },
  settings,
  vendor: { name, guidance },
}: ConnectedFindings): Verdict {
  const { universalDiscountId } = settings;
  if (universalDiscountId === null) {
    return fine("Универсальная скидка не выбрана", "No universal discount is chosen");
  }
  if ("error" in discounts) return unread(discounts.error);
  const discount = discounts.value.find(({ posId }) => posId === universalDiscountId);
  if (discount?.takesSum) {
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
        ru: `Универсальной скидки филиала в ${name} нет, или она удалена`,
        en: `${name} does not have the branch's universal discount, or it was deleted`,
      };
  return failed(message, guidance.makeDiscount);
}

const WAYS: Readonly<Record<NonNullable<PosOrderType["way"]>, Text>> = {
  COURIER: { ru: "доставка курьером", en: "delivery by courier" },
  PICKUP: { ru: "самовывоз", en: "pick-up" },
};

/** ORDER_TYPES: the POS has an order type for both delivery and pick-up. */
export function judgeOrderTypes(findings: ConnectedFindings): Verdict {
  const { orderTypes } = findings.pos;
  const { name, guidance } = findings.vendor;
  if ("error" in orderTypes) return unread(orderTypes.error);
  const unfit = unfitOrderType(orderTypes.value, findings);
  if (unfit) return unfit;
  const missing = Object.entries(WAYS).filter(
    ([way]) => !orderTypes.value.some((type) => type.way === way),
  );
  if (missing.length === 0) {
    return fine(
      "Есть типы заказов для доставки и самовывоза",
      "There are order types for delivery and pick-up",
    );
  }
  return failed(
    {
      ru: `В ${name} нет типа заказа: ${missing.map(([, { ru }]) => ru).join(", ")}`,
      en: `${name} has no order type for ${missing.map(([, { en }]) => en).join(", ")}`,
    },
    guidance.makeOrderTypes,
  );
}

/** The branch's chosen type exists in the POS and is meant for that kind of fulfilment. */
function unfitOrderType(
  known: readonly PosOrderType[],
  { settings, vendor: { name } }: ConnectedFindings,
): Verdict | undefined {
  const { deliveryOrderTypeId, pickupOrderTypeId } = settings;
  const chosen = [
    ["COURIER", "deliveryOrderTypeId", deliveryOrderTypeId],
    ["PICKUP", "pickupOrderTypeId", pickupOrderTypeId],
  ] as const;
  for (const [way, field, posId] of chosen) {
    const type = known.find((each) => each.posId === posId);
    if (!posId || type?.way === way) continue;
    const words = WAYS[way];
    const message = type
      ? {
          ru: `Тип заказа «${type.name}» — не ${words.ru}`,
          en: `The order type «${type.name}» is not for ${words.en}`,
        }
      : {
          ru: `Типа заказа филиала (${words.ru}) в ${name} нет, или он удалён`,
          en: `${name} does not have the branch's order type for ${words.en}, or it was deleted`,
        };
    return failed(message, {
      ru: `Выберите в настройках филиала (posOrders: { ${field} }) другой из organizations { orderTypes }, или уберите его`,
      en: `Choose another of organizations { orderTypes } in the branch's settings (posOrders: { ${field} }), or take it out`,
    });
  }
  return undefined;
}

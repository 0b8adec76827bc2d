import { type Text } from "../../../domain/texts/locale";
import { type PosOrderRules } from "../../../ports/pos/pos-order-terms";
import { type ConnectedFindings } from "./branch-findings";
import { failed, fine, type Verdict, warning } from "./health-check";
import { unread } from "./judge-key";

/**
 * What the organization demands of orders; a POS that has no such rules, or does not tell one,
 * demands nothing.
 */
type Judge = (rules: PosOrderRules, findings: ConnectedFindings) => Verdict;

function byRules(judge: Judge): (findings: ConnectedFindings) => Verdict {
  return (findings) => {
    const { orderRules } = findings.pos;
    if (orderRules && "error" in orderRules) return unread(orderRules.error);
    const rules = orderRules?.value ?? null;
    return rules
      ? judge(rules, findings)
      : fine("Касса об этом ничего не требует", "The POS demands nothing of it");
  };
}

/** GUESTS_TAKEN: guests who did not agree to be kept in the restaurant's base are taken. */
export const judgeGuests = byRules(({ takesAnonymousGuests }) => {
  if (takesAnonymousGuests !== false)
    return fine("Разовые гости разрешены", "Guests need not be in the base");
  return failed(
    {
      ru: "iiko не принимает заказы гостей, которых нет в базе: почти все заказы будут отклонены",
      en: "iiko takes no orders of guests who are not in its base: nearly all orders would be refused",
    },
    {
      ru: "Попросите дилера iiko разрешить разовых гостей для организации (настройка isAnonymousGuestsAllowed), или передавайте joinsLoyalty: true с согласия гостя",
      en: "Have the iiko dealer allow one-time guests for the organization (isAnonymousGuestsAllowed), or send joinsLoyalty: true where the guest agrees",
    },
  );
});

/** LINE_COMMENTS: what guests write to a dish stands at the dish. */
export const judgeLineComments = byRules(({ takesLineComments }) => {
  if (takesLineComments !== false)
    return fine("Комментарии к блюдам разрешены", "Dishes may have comments");
  return warning(
    {
      ru: "Комментарии к блюдам в iiko выключены: они уходят в комментарий к заказу",
      en: "Comments on dishes are switched off in iiko: they go into the order's comment",
    },
    {
      ru: "Включите комментарии к позициям в настройках доставки iiko (orderItemCommentEnabled), если кухня ждёт их у блюда",
      en: "Switch comments on items on in iiko's delivery settings (orderItemCommentEnabled) if the kitchen wants them at the dish",
    },
  );
});

/** ADDRESS_FORMAT: addresses have a shape that the gateway sends. */
export const judgeAddressFormat = byRules(({ addressFormat }) => {
  if (addressFormat === "City")
    return fine("Адреса уходят одной строкой", "Addresses go out as one line");
  if (addressFormat === null || addressFormat === "Legacy") {
    return fine(
      "Адреса уходят улицей и домом; улица и город должны быть в справочнике iiko",
      "Addresses go out by street and house; iiko's lists must have street and city",
    );
  }
  return failed(
    {
      ru: `Формат адресов организации, ${addressFormat}, шлюз не передаёт: доставки будут отклонены`,
      en: `The gateway does not send the organization's address format, ${addressFormat}: deliveries would be refused`,
    },
    {
      ru: "Выберите в настройках доставки iiko формат адресов «Город» или «Устаревший» (addressFormatType: City, Legacy)",
      en: "Choose the address format City or Legacy in iiko's delivery settings (addressFormatType)",
    },
  );
});

const WAYS: Readonly<Record<"COURIER" | "PICKUP", Text>> = {
  COURIER: { ru: "доставку курьером", en: "deliveries by courier" },
  PICKUP: { ru: "самовывоз", en: "pick-ups" },
};

/** WAYS_OFFERED: what the branch takes orders for, the organization does. */
export const judgeWays = byRules(({ ways }, { branch }) => {
  const { acceptingDelivery = true, acceptingPickup = true } = branch;
  const missing =
    ways === "COURIER" && acceptingPickup
      ? "PICKUP"
      : ways === "PICKUP" && acceptingDelivery
        ? "COURIER"
        : null;
  if (missing === null) return fine("Способы получения совпадают", "The ways of receipt agree");
  return failed(
    {
      ru: `Филиал принимает ${WAYS[missing].ru}, а организация в iiko — нет`,
      en: `The branch takes ${WAYS[missing].en}, its organization in iiko does not`,
    },
    {
      ru: `Закройте ${WAYS[missing].ru} мутацией setOrderAcceptance или разрешите в настройках доставки iiko (deliveryServiceType)`,
      en: `Stop ${WAYS[missing].en} by setOrderAcceptance, or allow them in iiko's delivery settings (deliveryServiceType)`,
    },
  );
});

/** ORDER_CONFIRMATION: nobody has to confirm orders in iiko before the kitchen sees them. */
export const judgeConfirmation = byRules(({ waitsForConfirmation }) => {
  if (waitsForConfirmation !== true)
    return fine("Заказы не ждут подтверждения", "Orders need no confirmation");
  return warning(
    {
      ru: "Заказы ждут в iiko подтверждения оператора: кухня не видит их сразу",
      en: "Orders wait in iiko until somebody confirms them: the kitchen does not see them at first",
    },
    {
      ru: "Выключите подтверждение доставок в iiko (isConfirmationEnabled), если заказы с сайта подтверждать некому",
      en: "Switch the confirmation of deliveries off in iiko (isConfirmationEnabled) unless somebody confirms the site's orders",
    },
  );
});

/** PAID_BEFORE_SENDING: couriers may take money at the door. */
export const judgePaidBefore = byRules(({ paidBeforeSending }) => {
  if (paidBeforeSending !== true)
    return fine("Заказ можно оплатить курьеру", "Orders may be paid at the door");
  return warning(
    {
      ru: "iiko отпускает курьера только с оплаченным заказом: неоплаченные остаются на кассе",
      en: "iiko lets couriers go with paid orders only: the others stay at the till",
    },
    {
      ru: "Смените в настройках доставки iiko момент оплаты (deliveryOrderPaymentSettings: WhenOrderClosed) или принимайте оплату онлайн",
      en: "Change the time of payment in iiko's delivery settings (deliveryOrderPaymentSettings: WhenOrderClosed), or take payments online",
    },
  );
});

/** CURRENCY_FITS: sums mean the same here and in the till. */
export const judgeCurrency = byRules(({ currencyCode }, { branch }) => {
  if (
    currencyCode === null ||
    branch.currencyCode === undefined ||
    currencyCode === branch.currencyCode
  ) {
    return fine("Валюта совпадает", "The currency is the same");
  }
  return failed(
    {
      ru: `Касса считает в ${currencyCode}, а филиал — в ${branch.currencyCode}`,
      en: `The till reckons in ${currencyCode}, the branch in ${branch.currencyCode}`,
    },
    {
      ru: "Проверьте, та ли организация выбрана; валюту филиала задают при его создании (createBranch)",
      en: "Check that this is the right organization; a branch's currency is set when it is created (createBranch)",
    },
  );
});

/** MARKETING_SOURCE: deliveries have the source that the organization demands. */
export function judgeMarketingSource(findings: ConnectedFindings): Verdict {
  const { orderRules, marketingSources } = findings.pos;
  const chosen = findings.settings.marketingSourceId ?? null;
  if (chosen === null) {
    if (orderRules && "error" in orderRules) return unread(orderRules.error);
    return orderRules?.value?.demandsMarketingSource === true
      ? failed(
          {
            ru: "iiko требует рекламный источник, а он не выбран",
            en: "iiko demands a marketing source, and none is chosen",
          },
          CHOOSE_SOURCE,
        )
      : fine("Рекламный источник не нужен", "No marketing source is needed");
  }
  if (marketingSources && "error" in marketingSources) return unread(marketingSources.error);
  const source = marketingSources?.value?.find(({ posId }) => posId === chosen);
  if (source)
    return fine(`Рекламный источник: ${source.name}`, `The marketing source is ${source.name}`);
  return failed(
    {
      ru: "Рекламного источника филиала в iiko нет, или он удалён",
      en: "iiko does not have the branch's marketing source, or it was deleted",
    },
    CHOOSE_SOURCE,
  );
}

const CHOOSE_SOURCE: Text = {
  ru: "Выберите источник из organizations { marketingSources } в настройках филиала (posOrders: { marketingSourceId }); заводят их в iikoOffice: «Доставка → Рекламные источники»",
  en: "Choose one of organizations { marketingSources } in the branch's settings (posOrders: { marketingSourceId }); they are made in iikoOffice: «Доставка → Рекламные источники»",
};

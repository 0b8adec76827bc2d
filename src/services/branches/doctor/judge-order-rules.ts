import { type Text } from "../../../domain/texts/locale";
import { orElse, type PosWords } from "../../../ports/pos/pos-guidance";
import { type PosOrderRules } from "../../../ports/pos/pos-order-terms";
import { type ConnectedFindings } from "./branch-findings";
import { failed, fine, type Verdict, warning } from "./health-check";
import { unread } from "./judge-key";

/**
 * Judges what the organization requires of orders; a POS that has no such rules, or does not report
 * one, requires nothing.
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

/**
 * GUESTS_TAKEN: the POS accepts guests who did not agree to be stored in the restaurant's database.
 */
export const judgeGuests = byRules(({ takesAnonymousGuests }, { vendor }) => {
  if (takesAnonymousGuests !== false)
    return fine("Разовые гости разрешены", "Guests need not be in the base");
  const { ru, en } = vendor.guidance.allowUnknownGuests;
  return failed(
    {
      ru: `${vendor.name} не принимает заказы гостей, которых нет в базе: почти все заказы будут отклонены`,
      en: `${vendor.name} takes no orders of guests who are not in its base: nearly all orders would be refused`,
    },
    {
      ru: `${ru}, или передавайте joinsLoyalty: true с согласия гостя`,
      en: `${en}, or send joinsLoyalty: true where the guest agrees`,
    },
  );
});

/** LINE_COMMENTS: guests' comments on a dish are shown with that dish. */
export const judgeLineComments = byRules(({ takesLineComments }, { vendor }) => {
  if (takesLineComments !== false)
    return fine("Комментарии к блюдам разрешены", "Dishes may have comments");
  const { ru, en } = vendor.guidance.allowLineComments;
  return warning(
    {
      ru: `Комментарии к блюдам в ${vendor.name} выключены: они уходят в комментарий к заказу`,
      en: `Comments on dishes are switched off in ${vendor.name}: they go into the order's comment`,
    },
    {
      ru: `${ru}, если кухня ждёт их у блюда`,
      en: `${en} if the kitchen wants them at the dish`,
    },
  );
});

/** ADDRESS_FORMAT: addresses have a format that the gateway can send. */
export const judgeAddressFormat = byRules(({ addressFormat }, { vendor }) => {
  if (addressFormat?.sentAs === "ONE_LINE")
    return fine("Адреса уходят одной строкой", "Addresses go out as one line");
  if (addressFormat === null || addressFormat.sentAs === "STREET_AND_HOUSE") {
    return fine(
      `Адреса уходят улицей и домом; улица и город должны быть в справочнике ${vendor.name}`,
      `Addresses go out by street and house; the lists of ${vendor.name} must have street and city`,
    );
  }
  return failed(
    {
      ru: `Формат адресов организации, ${addressFormat.name}, шлюз не передаёт: доставки будут отклонены`,
      en: `The gateway does not send the organization's address format, ${addressFormat.name}: deliveries would be refused`,
    },
    vendor.guidance.chooseAddressFormat,
  );
});

const WAYS: Readonly<Record<"COURIER" | "PICKUP", Text>> = {
  COURIER: { ru: "доставку курьером", en: "deliveries by courier" },
  PICKUP: { ru: "самовывоз", en: "pick-ups" },
};

/**
 * WAYS_OFFERED: the organization offers every kind of fulfilment for which the branch accepts
 * orders.
 */
export const judgeWays = byRules(({ ways }, { branch, vendor }) => {
  const { acceptingDelivery = true, acceptingPickup = true } = branch;
  const missing =
    ways === "COURIER" && acceptingPickup
      ? "PICKUP"
      : ways === "PICKUP" && acceptingDelivery
        ? "COURIER"
        : null;
  if (missing === null) return fine("Способы получения совпадают", "The ways of receipt agree");
  const other = orElse(vendor.guidance.changeWays);
  return failed(
    {
      ru: `Филиал принимает ${WAYS[missing].ru}, а организация в ${vendor.name} — нет`,
      en: `The branch takes ${WAYS[missing].en}, its organization in ${vendor.name} does not`,
    },
    {
      ru: `Закройте ${WAYS[missing].ru} мутацией setOrderAcceptance. ${other.ru}`,
      en: `Stop ${WAYS[missing].en} by setOrderAcceptance. ${other.en}`,
    },
  );
});

/** ORDER_CONFIRMATION: orders need not be confirmed in the POS before the kitchen sees them. */
export const judgeConfirmation = byRules(({ waitsForConfirmation }, { vendor }) => {
  if (waitsForConfirmation !== true)
    return fine("Заказы не ждут подтверждения", "Orders need no confirmation");
  const { ru, en } = vendor.guidance.dropConfirmation;
  return warning(
    {
      ru: `Заказы ждут в ${vendor.name} подтверждения оператора: кухня не видит их сразу`,
      en: `Orders wait in ${vendor.name} until somebody confirms them: the kitchen does not see them at first`,
    },
    {
      ru: `${ru}, если заказы с сайта подтверждать некому`,
      en: `${en} unless somebody confirms the site's orders`,
    },
  );
});

/** PAID_BEFORE_SENDING: couriers may accept payment at the door. */
export const judgePaidBefore = byRules(({ paidBeforeSending }, { vendor }) => {
  if (paidBeforeSending !== true)
    return fine("Заказ можно оплатить курьеру", "Orders may be paid at the door");
  const { ru, en } = vendor.guidance.payAtDoor;
  return warning(
    {
      ru: `${vendor.name} отпускает курьера только с оплаченным заказом: неоплаченные остаются на кассе`,
      en: `${vendor.name} lets couriers go with paid orders only: the others stay at the till`,
    },
    { ru: `${ru} или принимайте оплату онлайн`, en: `${en}, or take payments online` },
  );
});

/** CURRENCY_FITS: sums are in the same currency here and in the till. */
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

/** MARKETING_SOURCE: deliveries carry the source that the organization requires. */
export function judgeMarketingSource(findings: ConnectedFindings): Verdict {
  const { orderRules, marketingSources } = findings.pos;
  const { name } = findings.vendor;
  const chosen = findings.settings.marketingSourceId ?? null;
  if (chosen === null) {
    if (orderRules && "error" in orderRules) return unread(orderRules.error);
    return orderRules?.value?.demandsMarketingSource === true
      ? failed(
          {
            ru: `${name} требует рекламный источник, а он не выбран`,
            en: `${name} demands a marketing source, and none is chosen`,
          },
          chooseSource(findings.vendor),
        )
      : fine("Рекламный источник не нужен", "No marketing source is needed");
  }
  if (marketingSources && "error" in marketingSources) return unread(marketingSources.error);
  const source = marketingSources?.value?.find(({ posId }) => posId === chosen);
  if (source)
    return fine(`Рекламный источник: ${source.name}`, `The marketing source is ${source.name}`);
  return failed(
    {
      ru: `Рекламного источника филиала в ${name} нет, или он удалён`,
      en: `${name} does not have the branch's marketing source, or it was deleted`,
    },
    chooseSource(findings.vendor),
  );
}

function chooseSource({ guidance: { makeMarketingSource } }: PosWords): Text {
  return {
    ru: `Выберите источник из organizations { marketingSources } в настройках филиала (posOrders: { marketingSourceId }). ${makeMarketingSource.ru}`,
    en: `Choose one of organizations { marketingSources } in the branch's settings (posOrders: { marketingSourceId }). ${makeMarketingSource.en}`,
  };
}

import { type PosArea, type PosRestriction } from "../../../domain/delivery/pos-delivery-terms";
import { StreetUse } from "../../../domain/delivery/street-use";
import { ZoneSource } from "../../../domain/delivery/zone-source";
import { dependsOnWeekStart, restrictionsOf } from "../../../domain/delivery/zones-of-pos";
import { type Kopecks } from "../../../domain/money/money";
import { type Text } from "../../../domain/texts/locale";
import { type ConnectedFindings } from "./branch-findings";
import { failed, fine, notChecked, type Verdict, warning } from "./health-check";
import { unread } from "./judge-key";

/** What is unclear about the zones, and what to do about it. */
interface Doubt {
  readonly what: Text;
  readonly fix: Text;
}

/**
 * DELIVERY_ZONES: the POS's information on where the branch delivers can be read, applies to its
 * till, and means what it appears to mean.
 */
export function judgeZones({
  pos: { deliveryTerms },
  settings,
  feePrices = new Map<string, Kopecks>(),
  knowsZones = true,
  vendor: { name },
}: ConnectedFindings): Verdict {
  if (settings.deliveryZonesFrom !== ZoneSource.POS)
    return fine("Зоны кассы не используются", "The POS's zones are not used");
  if (!deliveryTerms) return notChecked(`${name} не сообщает зон`, `${name} tells no zones`, LEAVE);
  if ("error" in deliveryTerms) return knowsZones ? unread(deliveryTerms.error) : NEVER_READ;
  const terms = deliveryTerms.value;
  if (!terms || terms.restrictions.length === 0) return warning(ANYWHERE, LEAVE);
  const restrictions = restrictionsOf(terms, settings);
  if (restrictions.length === 0) return failed(NOWHERE, LEAVE);
  const doubts = [
    ...(terms.decidedElsewhere ? [{ what: ELSEWHERE, fix: LEAVE }] : []),
    ...shapeless(restrictions, terms.areas),
    ...daysInDoubt(restrictions),
    ...pricelessFees(restrictions, feePrices),
  ];
  const summary = summaryOf(restrictions, terms.areas);
  if (doubts.length === 0) return fine(summary.ru, summary.en);
  const told = joined([summary, ...doubts.map(({ what }) => what)]);
  return warning(told, joined(doubts.map(({ fix }) => fix)));
}

const LEAVE: Text = {
  ru: "Проверьте зоны доставки в кассе, или выберите свои: настройки филиала → «Зоны доставки» (delivery: { zonesFrom })",
  en: "Look at the delivery zones in the POS, or choose the branch's own: delivery: { zonesFrom }",
};
const ANYWHERE: Text = {
  ru: "Касса не ограничивает доставку: заказы принимаются на любой адрес",
  en: "The POS does not restrict deliveries: orders are taken for any address",
};
const NEVER_READ = warning(
  {
    ru: "Зоны кассы ещё ни разу не прочитаны: пока это так, заказы принимаются на любой адрес",
    en: "The POS's zones were never read: until they are, orders are taken for any address",
  },
  {
    ru: "Подождите минуту; если не помогло, проверьте ключ, или выберите свои зоны: настройки филиала → «Зоны доставки» (delivery: { zonesFrom })",
    en: "Wait a minute; if that does not help, check the key, or choose the branch's own zones: delivery: { zonesFrom }",
  },
);
const NOWHERE: Text = {
  ru: "Ни одно ограничение доставки не относится к терминальной группе филиала: доставки не принимаются",
  en: "No restriction concerns the branch's terminal group: no deliveries are taken",
};
const ELSEWHERE: Text = {
  ru: "Адреса распределяет внешняя служба: зоны кассы только догадка, и перед заказом спрашивают её",
  en: "Another service assigns the addresses: the POS's zones are no more than a guess, and quotes ask it",
};

function summaryOf(restrictions: readonly PosRestriction[], areas: readonly PosArea[]): Text {
  const [zones, rules] = [areas.length, restrictions.length];
  const closed = areas.filter(isOpen).length;
  return {
    ru: `Зон: ${zones}, условий для филиала: ${rules}, замкнуто открытых контуров: ${closed}`,
    en: `Zones: ${zones}, terms for the branch: ${rules}, open outlines that were closed: ${closed}`,
  };
}

function isOpen({ ring }: PosArea): boolean {
  return ring.length > 0 && String(ring[0]) !== String(ring.at(-1));
}

function shapeless(restrictions: readonly PosRestriction[], areas: readonly PosArea[]): Doubt[] {
  const shaped = new Set(
    areas.flatMap(({ name, ring, streets }) => (ring.length > 2 || streets.length > 0 ? name : [])),
  );
  const lost = named(restrictions.filter(({ area }) => area !== null && !shaped.has(area)));
  if (lost === "") return [];
  const what = {
    ru: `Без контура и адресов: ${lost}`,
    en: `Without an outline and addresses: ${lost}`,
  };
  return [{ what, fix: { ru: "Нарисуйте эти зоны в кассе", en: "Draw these zones in the POS" } }];
}

function daysInDoubt(restrictions: readonly PosRestriction[]): Doubt[] {
  const doubtful = named(restrictions.filter(dependsOnWeekStart));
  if (doubtful === "") return [];
  const what = {
    ru: `Не по всем дням: ${doubtful}. С какого дня касса считает неделю, она не сообщает`,
    en: `Not on all days: ${doubtful}. From which day the POS counts a week it does not tell`,
  };
  const fix = {
    ru: "Сверьте дни с кассой; если они сдвинуты, выберите другой первый день (delivery: { posWeekStartsAt })",
    en: "Compare the days with the POS; if they are shifted, choose the other first day (delivery: { posWeekStartsAt })",
  };
  return [{ what, fix }];
}

function pricelessFees(
  restrictions: readonly PosRestriction[],
  prices: ReadonlyMap<string, Kopecks>,
): Doubt[] {
  const priceless = named(
    restrictions.filter(({ feeProductId }) => feeProductId !== null && !prices.has(feeProductId)),
  );
  if (priceless === "") return [];
  const what = {
    ru: `Цены товара доставки нет в меню кассы: ${priceless}. Берётся стоимость доставки филиала`,
    en: `The POS's menu has no price of the fee's product: ${priceless}. The branch's own fee is taken`,
  };
  const fix = {
    ru: "Добавьте товар доставки в меню, которое читает шлюз",
    en: "Add the product to the menu that the gateway reads",
  };
  return [{ what, fix }];
}

/** Lists as many names as a reader can take in. */
function named(restrictions: readonly PosRestriction[]): string {
  const names = [...new Set(restrictions.map(({ area }) => area ?? "—"))].sort();
  return names.length > 5 ? `${names.slice(0, 5).join(", ")} …` : names.join(", ");
}

function joined(texts: readonly Text[]): Text {
  const of = (locale: "en" | "ru") => [...new Set(texts.map((text) => text[locale]))].join(". ");
  return { ru: of("ru"), en: of("en") };
}

const NO_STREETS: Text = {
  ru: "Заполните справочник улиц в кассе, или выключите его: настройки филиала → «Улицы из кассы» (delivery: { streets })",
  en: "Fill in the streets in the POS, or switch them off: delivery: { streets }",
};
const NOT_READ: Text = {
  ru: "Подождите несколько минут; если не помогло, проверьте, что ключ видит организацию",
  en: "Wait some minutes; if that does not help, check that the key sees the organization",
};

/** STREETS_KNOWN: the streets from which guests choose are available. */
export function judgeStreets({ settings, streets = null }: ConnectedFindings): Verdict {
  const { deliveryStreets } = settings;
  if (deliveryStreets === StreetUse.NONE)
    return fine("Улицы кассы не используются", "The POS's streets are not used");
  if (!streets?.readAt)
    return warning({ ru: "Улицы ещё не прочитаны", en: "The streets were not read yet" }, NOT_READ);
  const day = streets.readAt.toISOString().slice(0, 10);
  const { count } = streets;
  const found = { ru: `Улиц: ${count}, прочитано ${day}`, en: `Streets: ${count}, read ${day}` };
  if (count > 0) return fine(found.ru, found.en);
  return deliveryStreets === StreetUse.REQUIRED
    ? failed(found, NO_STREETS)
    : warning(found, NO_STREETS);
}

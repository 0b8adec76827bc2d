import { StreetUse } from "../../../domain/delivery/street-use";
import { type Text } from "../../../domain/texts/locale";
import { type ConnectedFindings } from "./branch-findings";
import { failed, fine, type Verdict, warning } from "./health-check";

const OFF: Text = {
  ru: "Заполните справочник улиц в кассе, или выключите его: настройки филиала → «Улицы из кассы» (delivery: { streets })",
  en: "Fill in the streets in the POS, or switch them off: delivery: { streets }",
};
const WAIT: Text = {
  ru: "Подождите несколько минут; если не помогло, проверьте, что ключ видит организацию",
  en: "Wait some minutes; if that does not help, check that the key sees the organization",
};

/** STREETS_KNOWN: the streets that guests choose from are there. */
export function judgeStreets({ settings, streets = null }: ConnectedFindings): Verdict {
  const { deliveryStreets } = settings;
  if (deliveryStreets === StreetUse.NONE)
    return fine("Улицы кассы не используются", "The POS's streets are not used");
  if (!streets?.readAt)
    return warning({ ru: "Улицы ещё не прочитаны", en: "The streets were not read yet" }, WAIT);
  const day = streets.readAt.toISOString().slice(0, 10);
  const { count } = streets;
  const found = { ru: `Улиц: ${count}, прочитано ${day}`, en: `Streets: ${count}, read ${day}` };
  if (count > 0) return fine(found.ru, found.en);
  return deliveryStreets === StreetUse.REQUIRED ? failed(found, OFF) : warning(found, OFF);
}

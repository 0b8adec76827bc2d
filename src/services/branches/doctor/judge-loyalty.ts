import { type ConnectedFindings } from "./branch-findings";
import { failed, fine, type Verdict } from "./health-check";
import { unread } from "./judge-key";
import { usesPoints } from "./uses-points";

/**
 * LOYALTY_CARD_TYPE: the payment that spends points is of the loyalty kind, where points are used
 * at all.
 */
export function judgeLoyaltyPayment({
  pos: { paymentTypes },
  settings,
}: ConnectedFindings): Verdict {
  const { bonusPaymentTypeId, bonusWriteOffLimitPercent } = settings;
  if (!usesPoints(settings)) return fine("Баллы не используются", "Points are not used");
  if ("error" in paymentTypes) return unread(paymentTypes.error);
  const type = paymentTypes.value.find(({ posId }) => posId === bonusPaymentTypeId);
  // One kind under two names: the list says IikoCard, orders since contract 7.1.5 LoyaltyCard
  // (iiko's contract).
  if (type?.kind === "IikoCard" || type?.kind === "LoyaltyCard") {
    const limit = `${bonusWriteOffLimitPercent} %`;
    return fine(
      `Баллами платят типом «${type.name}», лимит списания ${limit}`,
      `Points are spent as «${type.name}», up to ${limit} of an order`,
    );
  }
  const message = type
    ? {
        ru: `«${type.name}» — не бонусный тип оплаты`,
        en: `«${type.name}» is no payment by points`,
      }
    : {
        ru: "Бонусного типа оплаты филиала в iiko нет, или он удалён",
        en: "iiko does not have the branch's payment type for points, or it was deleted",
      };
  return failed(message, {
    ru: "Настройки филиала → «Оплата бонусными баллами»: выберите тип оплаты вида iikoCard, или отметьте «Не использовать баллы»",
    en: "The branch's settings → «Оплата бонусными баллами»: choose a payment type of the kind iikoCard, or tick «Не использовать баллы»",
  });
}

/** LOYALTY_PROVISIONED: the organization has a loyalty programme, where points are used at all. */
export function judgeLoyaltyProgramme({ pos: { hasLoyalty } }: ConnectedFindings): Verdict {
  if ("error" in hasLoyalty) return unread(hasLoyalty.error);
  if (hasLoyalty.value === null) return fine("Баллы не используются", "Points are not used");
  if (hasLoyalty.value)
    return fine("Программа лояльности подключена", "The loyalty programme is set up");
  return failed(
    {
      ru: "Для организации в iiko не подключена программа лояльности",
      en: "The organization has no loyalty programme in iiko",
    },
    {
      ru: "Подключите iikoCard («Система лояльности») для организации в iikoWeb, или отметьте «Не использовать баллы» в настройках филиала",
      en: "Set up iikoCard («Система лояльности») for the organization in iikoWeb, or tick «Не использовать баллы» in the branch's settings",
    },
  );
}

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
  vendor: { name, guidance },
}: ConnectedFindings): Verdict {
  const { bonusPaymentTypeId, bonusWriteOffLimitPercent } = settings;
  if (!usesPoints(settings)) return fine("Баллы не используются", "Points are not used");
  if ("error" in paymentTypes) return unread(paymentTypes.error);
  const type = paymentTypes.value.find(({ posId }) => posId === bonusPaymentTypeId);
  if (type?.means === "POINTS") {
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
        ru: `Бонусного типа оплаты филиала в ${name} нет, или он удалён`,
        en: `${name} does not have the branch's payment type for points, or it was deleted`,
      };
  const { ru, en } = guidance.choosePointsPayment;
  return failed(message, {
    ru: `${ru}, или отметьте «Не использовать баллы»`,
    en: `${en}, or tick «Не использовать баллы»`,
  });
}

/** LOYALTY_PROVISIONED: the organization has a loyalty programme, where points are used at all. */
export function judgeLoyaltyProgramme({
  pos: { hasLoyalty },
  vendor: { name, guidance },
}: ConnectedFindings): Verdict {
  if ("error" in hasLoyalty) return unread(hasLoyalty.error);
  if (hasLoyalty.value === null) return fine("Баллы не используются", "Points are not used");
  if (hasLoyalty.value)
    return fine("Программа лояльности подключена", "The loyalty programme is set up");
  const { ru, en } = guidance.setUpLoyalty;
  return failed(
    {
      ru: `Для организации в ${name} не подключена программа лояльности`,
      en: `The organization has no loyalty programme in ${name}`,
    },
    {
      ru: `${ru}, или отметьте «Не использовать баллы» в настройках филиала`,
      en: `${en}, or tick «Не использовать баллы» in the branch's settings`,
    },
  );
}

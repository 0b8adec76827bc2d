import { WalletKind } from "../../../domain/loyalty/loyalty-wallet";
import { type ConnectedFindings } from "./branch-findings";
import { failed, fine, type Verdict } from "./health-check";
import { unread } from "./judge-key";
import { usesPoints } from "./uses-points";

/**
 * LOYALTY_CARD_TYPE: where points are used at all, the payment type for spending them is of the
 * loyalty kind.
 */
export function judgeLoyaltyPayment({
  pos: { paymentTypes },
  settings,
  vendor: { name, guidance },
}: ConnectedFindings): Verdict {
  const { bonusPaymentTypeId, bonusWriteOffLimitPercent } = settings;
  if (!usesPoints(settings)) return fine("Баллами не платят", "Nothing is paid by points");
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

/**
 * LOYALTY_PROVISIONED: where points are used at all, the organization has a loyalty programme, and
 * it is clear which wallet holds them.
 */
export function judgeLoyaltyProgramme(findings: ConnectedFindings): Verdict {
  const { hasLoyalty } = findings.pos;
  const { name, guidance } = findings.vendor;
  if ("error" in hasLoyalty) return unread(hasLoyalty.error);
  if (hasLoyalty.value === null) return fine("Баллы не используются", "Points are not used");
  if (hasLoyalty.value)
    return (
      judgeWallet(findings) ??
      fine("Программа лояльности подключена", "The loyalty programme is set up")
    );
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

/** undefined: the wallet is fine, or the key may not list wallets. */
function judgeWallet({
  pos: { wallets },
  settings,
  vendor,
}: ConnectedFindings): Verdict | undefined {
  if (!wallets || "error" in wallets || wallets.value === null) return undefined;
  const { bonusWalletId } = settings;
  const bonus = wallets.value.filter(({ kind }) => kind === WalletKind.BONUS);
  const names =
    (bonus.length > 0 ? bonus : wallets.value).map(({ name }) => name).join(", ") || "—";
  const fix = {
    ru: "Настройки филиала → «Кошелёк с баллами»: выберите кошелёк, в котором лежат баллы гостей",
    en: "The branch's settings → «Кошелёк с баллами»: choose the wallet that holds guests' points",
  };
  if (bonusWalletId === null && bonus.length > 1) {
    const ru = `Бонусных кошельков несколько (${names}), и не сказано, в каком из них баллы`;
    return failed(
      { ru, en: `There are several wallets of points (${names}), none is chosen` },
      fix,
    );
  }
  if (bonusWalletId === null || wallets.value.some(({ posId }) => posId === bonusWalletId))
    return undefined;
  const ru = `Кошелька, который выбран для баллов, в ${vendor.name} нет. Есть: ${names}`;
  return failed(
    { ru, en: `${vendor.name} does not have the wallet chosen for points. It has: ${names}` },
    fix,
  );
}

import { currencyStep } from "../../domain/money/currency";
import { type Kopecks } from "../../domain/money/money";
import { PaymentMethod } from "../../domain/ticket/payment-method";
import { POS_STATUSES, posStatusOf } from "../../domain/pos/pos-status";
import { type UserFault } from "../../domain/faults/user-fault";
import { invalid, required } from "./changes/branch-fault";
import { type ChannelVendor } from "../../ports/channel-vendor";
import {
  type BranchSettingsChange,
  type DeliveryChange,
  type InjectionPolicyChange,
} from "./branch-settings-change";
import { countryFaults } from "./country-faults";
import { guestOrderFaults } from "./guest-order-settings";
import { nameFaults } from "./name-faults";
import { LONGEST, MAX_PAUSES, MAX_RECIPIENTS, MAX_ROWS } from "./settings-limits";
import { timeZoneFaults } from "./time-zone-faults";

/** A million: no way costs more. */
const MAX_AMOUNT: Kopecks = 100_000_000;

/**
 * What is wrong with single fields, whatever else is stored.
 *
 * @param currencyCode of the branch
 * @param channels that check whom they are to write to
 */
export function branchSettingsFaults(
  input: BranchSettingsChange,
  currencyCode: string,
  channels: readonly ChannelVendor[],
): UserFault[] {
  return [
    ...branchFaults(input),
    ...externalMenuFaults(input.externalMenuId),
    ...paymentTypeFaults(input.paymentTypes ?? []),
    ...statusMapFaults(input.statusMap ?? []),
    ...limitFaults(input.bonusWriteOffLimitPercent ?? 0),
    ...deliveryFaults(input.delivery ?? {}, currencyStep(currencyCode)),
    ...fallbackFaults(input.fallback ?? [], channels),
    ...injectionFaults(input.injection ?? {}),
    ...guestOrderFaults(input),
  ];
}

function branchFaults({ name, timeZone, country }: BranchSettingsChange): UserFault[] {
  const faults: UserFault[] = [];
  if (name !== undefined) faults.push(...nameFaults(name?.trim() ?? ""));
  if (timeZone === null) {
    faults.push(
      required(["input", "timeZone"], "Укажите часовой пояс", "A branch needs a time zone"),
    );
  } else if (timeZone !== undefined) {
    faults.push(...timeZoneFaults(timeZone));
  }
  if (country === null)
    faults.push(required(["input", "country"], "Укажите страну", "A branch needs a country"));
  else if (country !== undefined) faults.push(...countryFaults(country));
  return faults;
}

function limitFaults(percent: number): UserFault[] {
  if (Number.isInteger(percent) && percent >= 0 && percent <= 100) return [];
  return [
    invalid(
      ["input", "bonusWriteOffLimitPercent"],
      "От 0 до 100 процентов",
      "From 0 to 100 per cent",
    ),
  ];
}

/**
 * @param step the smallest amount of the currency: a finer fee would be another one in every order
 */
function deliveryFaults({ fee, freeFrom }: DeliveryChange, step: Kopecks): UserFault[] {
  const isFee = isAmount(fee ?? 0, step);
  const isLimit =
    freeFrom === null || freeFrom === undefined || (isAmount(freeFrom, step) && freeFrom > 0);
  const [ru, en] =
    step === 1
      ? ["с двумя знаками", "with two decimals"]
      : ["без дробной части", "without a fraction"];
  const free = [`Сумма больше 0, до 1000000, ${ru}`, `More than 0, up to 1000000, ${en}`] as const;
  return [
    ...(isFee
      ? []
      : [
          invalid(
            ["input", "delivery", "fee"],
            `Сумма от 0 до 1000000 ${ru}`,
            `From 0 to 1000000 ${en}`,
          ),
        ]),
    ...(isLimit ? [] : [invalid(["input", "delivery", "freeFrom"], ...free)]),
  ];
}

function isAmount(amount: Kopecks, step: Kopecks): boolean {
  return Number.isInteger(amount) && amount % step === 0 && amount >= 0 && amount <= MAX_AMOUNT;
}

function tooManyRows(field: string): UserFault[] {
  return [invalid(["input", field], `Не больше ${MAX_ROWS} строк`, `At most ${MAX_ROWS} rows`)];
}

function externalMenuFaults(externalMenuId: string | null | undefined): UserFault[] {
  if (externalMenuId === null || externalMenuId === undefined) return [];
  if (externalMenuId.length <= LONGEST.externalMenuId && /^[\w-]+$/.test(externalMenuId)) return [];
  const [ru, en] = ["Это не номер внешнего меню", "This is not the id of an external menu"];
  return [invalid(["input", "externalMenuId"], ru, en)];
}

function paymentTypeFaults(
  mappings: NonNullable<BranchSettingsChange["paymentTypes"]>,
): UserFault[] {
  if (mappings.length > MAX_ROWS) return tooManyRows("paymentTypes");
  return mappings.flatMap(({ method, processedExternally }, index) => {
    const faults: UserFault[] = [];
    const place = ["input", "paymentTypes", String(index)];
    if (mappings.findIndex((other) => other.method === method) < index) {
      faults.push(
        invalid(
          [...place, "method"],
          "Способ оплаты указан дважды",
          "The payment method is mapped twice",
        ),
      );
    }
    if (method === PaymentMethod.CASH && processedExternally) {
      const ru = "Наличные всегда принимает касса: снимите «оплачено вне кассы»";
      const en = "Cash is always taken at the till: processedExternally must be false";
      faults.push(invalid([...place, "processedExternally"], ru, en));
    }
    return faults;
  });
}

function statusMapFaults(statusMap: NonNullable<BranchSettingsChange["statusMap"]>): UserFault[] {
  if (statusMap.length > MAX_ROWS) return tooManyRows("statusMap");
  return statusMap.flatMap(({ posStatus }, index) => {
    const field = ["input", "statusMap", String(index), "posStatus"];
    const status = posStatusOf(posStatus);
    if (status === undefined) {
      const all = POS_STATUSES.join(", ");
      return [
        invalid(
          field,
          `Это не статус кассы. Бывают: ${all}`,
          `This is no status of the POS. There are: ${all}`,
        ),
      ];
    }
    const twice = statusMap.findIndex((other) => posStatusOf(other.posStatus) === status) < index;
    return twice ? [invalid(field, "Статус указан дважды", "The status is mapped twice")] : [];
  });
}

function fallbackFaults(
  targets: NonNullable<BranchSettingsChange["fallback"]>,
  channels: readonly ChannelVendor[],
): UserFault[] {
  if (targets.length > MAX_RECIPIENTS) {
    const [ru, en] = [
      `Не больше ${MAX_RECIPIENTS} получателей`,
      `At most ${MAX_RECIPIENTS} recipients`,
    ];
    return [invalid(["input", "fallback"], ru, en)];
  }
  return targets.flatMap(({ kind, target }, index) => {
    const field = ["input", "fallback", String(index), "target"];
    const wrong = channels.find((channel) => channel.kind === kind)?.target.check(target) ?? null;
    if (wrong !== null) return [invalid(field, wrong.ru, wrong.en)];
    const twice =
      targets.findIndex((other) => other.kind === kind && other.target === target) < index;
    return twice
      ? [invalid(field, "Получатель указан дважды", "The recipient is listed twice")]
      : [];
  });
}

function injectionFaults(policy: InjectionPolicyChange): UserFault[] {
  const {
    retryDelaysSeconds,
    acceptTimeoutSeconds,
    alertIfNotAcceptedAfterSeconds,
    sendWithinMinutes,
  } = policy;
  const faults: UserFault[] = [];
  const delays = retryDelaysSeconds ?? [];
  if (
    delays.length > MAX_PAUSES ||
    !delays.every((delay) => Number.isInteger(delay) && delay >= 0 && delay <= 3600)
  ) {
    const ru = `Не больше ${MAX_PAUSES} пауз, каждая от 0 до 3600 секунд`;
    const en = `At most ${MAX_PAUSES} pauses of 0 to 3600 seconds each`;
    faults.push(invalid(["input", "injection", "retryDelaysSeconds"], ru, en));
  }
  const timeout = acceptTimeoutSeconds ?? 60;
  if (!Number.isInteger(timeout) || timeout < 10 || timeout > 900) {
    const field = ["input", "injection", "acceptTimeoutSeconds"];
    faults.push(invalid(field, "От 10 до 900 секунд", "From 10 to 900 seconds"));
  }
  const alert = alertIfNotAcceptedAfterSeconds ?? 0;
  if (!Number.isInteger(alert) || (alert !== 0 && (alert < 30 || alert > 86_400))) {
    const field = ["input", "injection", "alertIfNotAcceptedAfterSeconds"];
    faults.push(invalid(field, "0 или от 30 до 86400 секунд", "0, or from 30 to 86400 seconds"));
  }
  const within = sendWithinMinutes ?? 30;
  if (!Number.isInteger(within) || within < 1 || within > 1440) {
    const field = ["input", "injection", "sendWithinMinutes"];
    faults.push(invalid(field, "От 1 до 1440 минут", "From 1 to 1440 minutes"));
  }
  return faults;
}

import { type UserError } from "../../../domain/errors/user-error";
import { invalid } from "../changes/branch-error";
import { columnOf } from "./setting-column";
import { type InputPath } from "./setting-field";
import { SettingGroup, SettingKind } from "./setting-kind";
import { MAX_PAUSES } from "./settings-limits";
import { isWhole, whole } from "./simple-kinds";
import { list } from "./text-kinds";

const group = SettingGroup.INJECTION;
const MAX_PAUSE_SECONDS = 3600;

/** How long and how often to try to submit an order. */
export const INJECTION_FIELDS = {
  retryDelaysSeconds: list(
    "retryDelaysSeconds",
    {
      type: "Int",
      mostItems: MAX_PAUSES,
      standard: [15, 15, 15],
      columns: [
        columnOf("seconds", SettingKind.SECONDS, ["Пауза", "Pause"], {
          limits: { least: "0", most: String(MAX_PAUSE_SECONDS) },
        }),
      ],
      userErrors: pauseErrors,
    },
    {
      group,
      label: { ru: "Паузы между повторами", en: "Pauses between attempts" },
      explanation: {
        ru: "Через сколько секунд повторить неудачную отправку; сколько пауз, столько и повторов.",
        en: "After how many seconds a failed sending is repeated; there are as many repeats as pauses.",
      },
      shown: "The delay before each retry, in seconds; there are as many retries as delays.",
      given: "The delay before each retry, 0 to 3600 seconds.",
    },
  ),
  acceptTimeoutSeconds: whole(
    "acceptTimeoutSeconds",
    { kind: SettingKind.SECONDS, standard: 60, least: 10, most: 900 },
    {
      group,
      label: { ru: "Ждать ответа кассы", en: "Wait for the POS" },
      explanation: {
        ru: "Сколько касса может решать, прежде чем исход отправки считается неизвестным.",
        en: "How long the POS may take to accept an order before the outcome counts as unknown.",
      },
      shown: "How long the POS may take to accept an order before the outcome counts as unknown.",
      given: "How long the POS may take to accept an order, in seconds: 10 to 900.",
    },
  ),
  alertIfNotAcceptedAfterSeconds: whole(
    "alertIfNotAcceptedAfterSeconds",
    { kind: SettingKind.SECONDS, standard: 300, least: 30, most: 86_400, orZero: true },
    {
      group,
      label: { ru: "Предупредить, если заказа нет в кассе", en: "Warn when not in the POS" },
      explanation: {
        ru: "Через сколько секунд сотрудников предупреждают, что заказа всё ещё нет в кассе; 0: никогда.",
        en: "After how many seconds the staff are warned that an order is still not in the POS; 0: never.",
      },
      shown:
        "After how many seconds the staff are warned that an order is still not in the till; 0 means never.",
      given:
        "After how many seconds the staff are warned that an order is still not in the till: 30 to 86400, or 0 for never.",
    },
  ),
  sendWithinMinutes: whole(
    "sendWithinMinutes",
    { kind: SettingKind.MINUTES, standard: 30, least: 1, most: 1440 },
    {
      group,
      label: { ru: "Отправлять не позже", en: "Send within" },
      explanation: {
        ru: "На сколько минут может опоздать отправка: позже сотрудников сначала спрашивают.",
        en: "How late the sending of an order may begin: past that the staff are asked first.",
      },
      shown:
        "How late an order may first be sent, in minutes. After that, or after the time that the guest wants it, it goes to the staff first.",
      given: "How late an order may first be sent, in minutes: 1 to 1440.",
    },
  ),
} as const;

function pauseErrors(delays: readonly number[], at: InputPath): UserError[] {
  const isFine =
    delays.length <= MAX_PAUSES && delays.every((delay) => isWhole(delay, 0, MAX_PAUSE_SECONDS));
  if (isFine) return [];
  const ru = `Не больше ${MAX_PAUSES} пауз, каждая от 0 до ${MAX_PAUSE_SECONDS} секунд`;
  const en = `At most ${MAX_PAUSES} pauses of 0 to ${MAX_PAUSE_SECONDS} seconds each`;
  return [invalid(at, ru, en)];
}

import { type UserError } from "../../../domain/errors/user-error";
import { keyOf } from "../../../domain/texts/typed-text";
import { type FallbackTarget } from "../../../entities/branches/branch-settings";
import { invalid } from "../changes/branch-error";
import { columnOf } from "./setting-column";
import { type InputPath, type SettingContext } from "./setting-field";
import { SettingGroup, SettingKind } from "./setting-kind";
import { LONGEST, MAX_RECIPIENTS } from "./settings-limits";
import { choicesOf } from "./simple-kinds";
import { list } from "./text-kinds";

/** Keyed by their names in the API. */
const LANGUAGES = { RU: { ru: "Русский", en: "Russian" }, EN: { ru: "Английский", en: "English" } };

export const FALLBACK_FIELDS = {
  fallback: list(
    "fallback",
    {
      type: "FallbackChannel",
      mostItems: MAX_RECIPIENTS,
      columns: [
        columnOf("kind", SettingKind.CHOICE, ["Канал", "Channel"], { type: "FallbackKind" }),
        columnOf("target", SettingKind.TEXT, ["Получатель", "Recipient"], {
          limits: { longest: LONGEST.target },
        }),
        columnOf("enabled", SettingKind.FLAG, ["Включён", "Enabled"]),
        columnOf("language", SettingKind.CHOICE, ["Язык", "Language"], {
          choices: choicesOf(LANGUAGES),
        }),
      ],
      read: (row: FallbackTarget) => Object.assign({}, row, { target: keyOf(row.target) }),
      inApi: (row: FallbackTarget) => Object.assign({}, row, { language: row.language ?? "ru" }),
      userErrors: fallbackErrors,
    },
    {
      group: SettingGroup.FALLBACK,
      label: { ru: "Получатели", en: "Recipients" },
      explanation: {
        ru: "Кому и как сообщить о заказе, который касса не приняла.",
        en: "Who is notified, and how, when the POS does not take an order.",
      },
      shown: "Who is notified, and how, when the till does not accept an order.",
      given:
        "Who is notified when the till does not accept an order. Replaces the whole list; null means nobody.",
    },
  ),
} as const;

function fallbackErrors(
  targets: readonly FallbackTarget[],
  at: InputPath,
  { channels }: SettingContext,
): UserError[] {
  if (targets.length > MAX_RECIPIENTS) {
    const ru = `Не больше ${MAX_RECIPIENTS} получателей`;
    return [invalid(at, ru, `At most ${MAX_RECIPIENTS} recipients`)];
  }
  return targets.flatMap(({ kind, target }, index) => {
    const field = [...at, String(index), "target"];
    const wrong = channels.find((channel) => channel.kind === kind)?.target.check(target);
    if (wrong) return [invalid(field, wrong.ru, wrong.en)];
    const twice =
      targets.findIndex((other) => other.kind === kind && other.target === target) < index;
    return twice
      ? [invalid(field, "Получатель указан дважды", "The recipient is listed twice")]
      : [];
  });
}

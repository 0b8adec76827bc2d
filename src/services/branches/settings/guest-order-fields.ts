import { SettingGroup, SettingKind } from "./setting-kind";
import { flag, whole } from "./simple-kinds";

const group = SettingGroup.GUEST_ORDERS;

/** What a branch accepts from unverified guests. */
export const GUEST_ORDER_FIELDS = {
  onlyProven: flag("guestOrdersOnlyProven", {
    group,
    label: { ru: "Только вошедшие гости", en: "Only signed-in guests" },
    explanation: {
      ru: "Заказы принимаются только от вошедших гостей и с ключом API.",
      en: "Orders are taken from signed-in guests and with an API key only.",
    },
    shown:
      "Whether orders are accepted only from signed-in guests and with an API key; others get SIGN_IN_REQUIRED. Off by default.",
    given:
      "Whether orders are accepted only from signed-in guests and with an API key; others get SIGN_IN_REQUIRED.",
  }),
  mostOpenPerPhone: whole(
    "guestOrdersMostOpen",
    { kind: SettingKind.COUNT, standard: 5, least: 0, most: 1000 },
    {
      group,
      label: { ru: "Открытых заказов на телефон", en: "Open orders per phone" },
      explanation: {
        ru: "Сколько незавершённых заказов может быть у одного телефона; 0: сколько угодно.",
        en: "How many open orders of one phone unproven guests may have; 0: any number.",
      },
      shown:
        "Maximum number of open orders of unverified guests with one phone number; more are refused with TOO_MANY_OPEN_ORDERS. 0 means unlimited; 5 by default.",
      given: "Maximum number of open orders of one phone number, 0 to 1000; 0 means unlimited.",
    },
  ),
  countedPromotionsOnlyProven: flag("guestPromotionsOnlyProven", {
    group,
    label: { ru: "Считаемые акции только вошедшим", en: "Counted promotions only when signed in" },
    explanation: {
      ru: "Акции с ограниченным числом применений действуют только для вошедших гостей и с ключом API.",
      en: "Promotions that count their uses are for signed-in guests and API keys only.",
    },
    shown:
      "Whether promotions that count their uses are reserved for signed-in guests and API keys; others get SIGN_IN_REQUIRED. Off by default.",
    given:
      "Whether promotions that count their uses are reserved for signed-in guests and API keys; others get SIGN_IN_REQUIRED.",
  }),
  challengeAlways: flag("guestChallengeAlways", {
    group,
    label: { ru: "Всегда требовать задачу", en: "Always ask for a challenge" },
    explanation: {
      ru: "Каждый заказ невошедшего гостя требует решённой задачи: защита от ботов.",
      en: "Each order of an unproven guest needs a solved challenge: a guard against bots.",
    },
    shown:
      "Whether each order of an unverified guest needs a solved challenge; if it lacks one, it is refused with CHALLENGE_REQUIRED. Off by default.",
    given:
      "Whether each order of an unverified guest needs a solved challenge; if it lacks one, it is refused with CHALLENGE_REQUIRED.",
  }),
  challengeBits: whole(
    "guestChallengeBits",
    // Fewer bits cost nothing; more take a phone half an hour.
    { kind: SettingKind.COUNT, standard: 16, least: 8, most: 24 },
    {
      group,
      label: { ru: "Сложность задачи, бит", en: "Difficulty of challenges, bits" },
      explanation: {
        ru: "Каждый бит удваивает работу телефона гостя.",
        en: "Each bit doubles the work of the guest's telephone.",
      },
      shown:
        "Difficulty of challenges in bits; each bit doubles the work. 16 by default, about 65,000 hashes.",
      given: "Difficulty of challenges in bits, 8 to 24.",
    },
  ),
} as const;

import { SettingGroup, SettingKind } from "./setting-kind";
import { flag, whole } from "./simple-kinds";

const group = SettingGroup.GUEST_ORDERS;

/** What a branch takes from guests whom nobody has proven. */
export const GUEST_ORDER_FIELDS = {
  onlyProven: flag("guestOrdersOnlyProven", {
    group,
    label: { ru: "Только вошедшие гости", en: "Only signed-in guests" },
    explanation: {
      ru: "Заказы принимаются только от вошедших гостей и с ключом API.",
      en: "Orders are taken from signed-in guests and with an API key only.",
    },
    shown:
      "Orders are taken from signed-in guests and with an API key only, else SIGN_IN_REQUIRED; off until it is set.",
    given:
      "true: orders are taken from signed-in guests and with an API key only, else SIGN_IN_REQUIRED.",
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
        "How many open orders of one phone unproven guests may have, else TOO_MANY_OPEN_ORDERS; 0: any number; 5 until it is set.",
      given: "From 0 to 1000; 0: any number.",
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
      "Promotions that count how often they are used are for signed-in guests and with an API key only, else SIGN_IN_REQUIRED; off until it is set.",
    given:
      "true: promotions that count their uses are for signed-in guests and API keys only, else SIGN_IN_REQUIRED.",
  }),
  challengeAlways: flag("guestChallengeAlways", {
    group,
    label: { ru: "Всегда требовать задачу", en: "Always ask for a challenge" },
    explanation: {
      ru: "Каждый заказ невошедшего гостя требует решённой задачи: защита от ботов.",
      en: "Each order of an unproven guest needs a solved challenge: a guard against bots.",
    },
    shown:
      "Each order of an unproven guest needs a solved challenge, else CHALLENGE_REQUIRED; off until it is set.",
    given:
      "true: each order of an unproven guest needs a solved challenge, else CHALLENGE_REQUIRED.",
  }),
  challengeBits: whole(
    "guestChallengeBits",
    // Fewer cost nothing; more are half an hour of a telephone.
    { kind: SettingKind.COUNT, standard: 16, least: 8, most: 24 },
    {
      group,
      label: { ru: "Сложность задачи, бит", en: "Difficulty of challenges, bits" },
      explanation: {
        ru: "Каждый бит удваивает работу телефона гостя.",
        en: "Each bit doubles the work of the guest's telephone.",
      },
      shown:
        "How hard challenges are, in bits: each doubles the work; 16 until it is set, some 65,000 hashes.",
      given: "From 8 to 24.",
    },
  ),
} as const;

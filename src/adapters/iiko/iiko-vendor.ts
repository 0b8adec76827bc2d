import { isUuid } from "../../domain/ids";
import { keyOf } from "../../domain/texts/typed-text";
import { type OpenPos, type PosParts, type PosVendor } from "../../ports/pos/pos-vendor";
import { type ProductionRules, type SettingReader } from "../../ports/setting-reader";
import { GUIDANCE } from "./iiko-guidance";
import { IikoPos } from "./iiko-pos";
import { webhookWithoutGuests } from "./webhooks/webhook-without-guests";

/** https://api-ru.iiko.services is the Cloud API of Russia. */
const EXAMPLE = "https://api-ru.iiko.services";
const RATE_PER_SECOND = 2;

interface IikoSettings {
  /** Of the Cloud API, without a slash at its end. */
  readonly baseUrl: string;
  /** Calls that each key may make in each restriction group, over all processes. */
  readonly perSecond?: number;
}

export const iiko: PosVendor<IikoSettings> = {
  kind: "IIKO",
  name: "iiko",
  description: "iiko, through its Cloud API.",
  label: { ru: "iiko", en: "iiko" },
  credentials: [
    {
      kind: "API_LOGIN_V1",
      description: "A single secret: iiko's apiLogin.",
      parts: ["apiLogin"],
      shown: "apiLogin",
      where: {
        ru: "Ключ из iikoWeb: «Настройки Cloud API».",
        en: "The key from iikoWeb, «Настройки Cloud API».",
      },
    },
    {
      kind: "APP_KEY_V2",
      description: "An apiKey together with an appId and a clientSecret.",
      parts: ["apiKey", "appId", "clientSecret"],
      shown: "apiKey",
    },
  ],
  // The id of an order is ours; a second copy is refused as a duplicate, and adopted.
  duplicates: "by-our-id",
  ids: {
    // What a copy brings along is nothing of the id; the case of its letters means nothing.
    read: (text) => (isUuid(keyOf(text)) ? keyOf(text).toLowerCase() : null),
    what: { ru: "UUID", en: "a UUID" },
    example: "7bc05553-4b68-44e8-b7bc-37be63c6d9e9",
  },
  webhook: {
    path: "iiko",
    // Raw or as Bearer (docs/iiko.md#web-hooks).
    tokenOf: ({ authorization = "" }) => authorization.replace(/^Bearer\s+/i, ""),
    withoutGuests: webhookWithoutGuests,
  },
  guidance: GUIDANCE,
  settings: {
    variable: "IIKO_API_URL",
    example: `IIKO_API_URL=${EXAMPLE}`,
    notes: {
      IIKO_API_URL: {
        unset: "the sandbox",
        what: `**required in production**: \`${EXAMPLE}\``,
      },
      IIKO_RATE_PER_SECOND: {
        what: "calls a second for each iiko key and group of operations, all processes together",
      },
    },
    read,
  },
  addressOf: ({ baseUrl }) => baseUrl,
  open: (settings, parts) => openIiko(settings, parts),
};

/** iiko, or whoever speaks like it at that address. */
export function openIiko({ baseUrl, perSecond }: IikoSettings, parts: PosParts): OpenPos {
  const { keys, permits, secrets, meter, spans, clock, lookup } = parts;
  const sharing = { keys, permits, secrets, perSecond, meter, spans };
  return new IikoPos({ baseUrl, sharing, clock: () => clock.now(), lookup });
}

export function ratePerSecond(reader: SettingReader): number {
  return reader.positive("IIKO_RATE_PER_SECOND", RATE_PER_SECOND);
}

function read(reader: SettingReader, production: ProductionRules | null): IikoSettings | null {
  const baseUrl = reader.web("IIKO_API_URL", EXAMPLE);
  const perSecond = ratePerSecond(reader);
  production?.mustBeEncrypted("IIKO_API_URL", baseUrl);
  return baseUrl === null ? null : { baseUrl, perSecond };
}

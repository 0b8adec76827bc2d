import { BoundedRequests } from "../../ports/bounded-requests";
import { type ChannelVendor } from "../../ports/channel-vendor";
import { type ProductionRules, type SettingReader } from "../../ports/setting-reader";
import { TelegramChannel } from "./telegram-channel";

const BOT_API = "https://api.telegram.org";
const EXAMPLES = "123456789, -1001234567890, @kitchen_orders, -1001234567890/42";

interface TelegramSettings {
  /** URL of the Bot API, without a trailing slash. */
  readonly apiUrl: string;
  readonly botToken: string;
}

export const telegram: ChannelVendor<TelegramSettings> = {
  kind: "TELEGRAM",
  description: "A message of the gateway's Telegram bot, to a person or a group.",
  label: {
    name: { ru: "Telegram", en: "Telegram" },
    by: { ru: "в Telegram", en: "by Telegram" },
    moved: {
      ru: "Группа Telegram стала супергруппой: сообщения идут в неё, настройки филиала исправлены",
      en: "The Telegram group has become a supergroup: messages go there, and the branch's settings follow",
    },
  },
  target: {
    what: "a Telegram chat id, with the number of a topic behind a slash",
    check: checkChat,
    example: "-1001234567890/42",
  },
  settings: {
    variable: "TELEGRAM_BOT_TOKEN",
    required: "TELEGRAM_BOT_TOKEN",
    example: "TELEGRAM_BOT_TOKEN=123456:…",
    notes: {
      TELEGRAM_BOT_TOKEN: {
        unset: "the sandbox's chat; none with a real POS",
        what: "the bot whose messages reach people; see `SMTP_URL`",
      },
      TELEGRAM_API_URL: { unset: `\`${BOT_API}\``, what: "another Bot API server" },
    },
    read,
    inSandbox: (apiUrl) => ({ apiUrl, botToken: "sandbox" }),
  },
  open: ({ apiUrl, botToken }, { lookup }) =>
    new TelegramChannel(apiUrl, botToken, new BoundedRequests(lookup)),
};

/**
 * https://core.telegram.org/bots/api#sendmessage: a chat's number, negative for groups, or a
 * channel's @name. The number of a group's topic may follow after a slash (message_thread_id, of 31
 * bits); a personal chat has none.
 */
function checkChat(target: string) {
  const [chat = "", topic, ...rest] = target.split("/");
  const isChat = /^-?[1-9]\d{0,15}$/.test(chat) || /^@[A-Za-z]\w{3,31}$/.test(chat);
  const isTopic = topic === undefined || isTopicOf(chat, topic);
  if (isChat && isTopic && rest.length === 0) return null;
  return {
    ru: `Это не чат Telegram и не тема чата. Примеры: ${EXAMPLES}`,
    en: `This is neither a Telegram chat nor a topic of one. Examples: ${EXAMPLES}`,
  };
}

function isTopicOf(chat: string, topic: string): boolean {
  return /^[1-9]\d{0,9}$/.test(topic) && Number(topic) < 2 ** 31 && !/^\d/.test(chat);
}

function read(reader: SettingReader, production: ProductionRules | null): TelegramSettings | null {
  const botToken = reader.text("TELEGRAM_BOT_TOKEN");
  const apiUrl = reader.web("TELEGRAM_API_URL", BOT_API) ?? BOT_API;
  production?.mustBeEncrypted("TELEGRAM_API_URL", apiUrl);
  return botToken === null ? null : { apiUrl, botToken };
}

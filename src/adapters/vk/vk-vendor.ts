import { BoundedRequests } from "../../ports/bounded-requests";
import { type ChannelVendor } from "../../ports/channel-vendor";
import { type ProductionRules, type SettingReader } from "../../ports/setting-reader";
import { VkChannel } from "./vk-channel";

const API = "https://api.vk.ru";
const EXAMPLES = "2000000001, 123456789";
/** A conversation's id is this plus the number that the community gives it. */
const CONVERSATIONS = 2_000_000_000;

interface VkSettings {
  /** URL of VK's API, without a trailing slash. */
  readonly apiUrl: string;
  /** Token of a community, with the right to send messages. */
  readonly token: string;
}

export const vk: ChannelVendor<VkSettings> = {
  kind: "VK",
  description: "A message of the gateway's VK community, to a conversation or a person.",
  label: {
    name: { ru: "ВКонтакте", en: "VK" },
    by: { ru: "во ВКонтакте", en: "by VK" },
  },
  target: {
    what: "a VK peer id: 2000000000 and the number of a conversation as the community counts them, or a person's id",
    check: checkPeer,
    example: "2000000001",
  },
  settings: {
    variable: "VK_TOKEN",
    required: "VK_TOKEN",
    example: "VK_TOKEN=vk1.a.…",
    notes: {
      VK_TOKEN: {
        unset: "the sandbox's VK; none with a real POS",
        what: "the key of the VK community whose messages reach people, with the right to messages; see `SMTP_URL`",
      },
      VK_API_URL: { unset: `\`${API}\``, what: "another address of VK's API" },
    },
    read,
    inSandbox: (apiUrl) => ({ apiUrl, token: "sandbox" }),
  },
  open: ({ apiUrl, token }, { lookup }) =>
    new VkChannel(apiUrl, token, new BoundedRequests(lookup)),
};

/**
 * https://dev.vk.com/method/messages.send: `peer_id`, of 31 bits. Other communities, whose ids are
 * negative, cannot read messages.
 */
function checkPeer(target: string) {
  const id = /^[1-9]\d{0,9}$/.test(target) ? Number(target) : 0;
  if (id > 0 && id !== CONVERSATIONS && id < 2 ** 31) return null;
  return {
    ru: `Это не беседа ВКонтакте и не человек. Примеры: ${EXAMPLES}`,
    en: `This is neither a VK conversation nor a person. Examples: ${EXAMPLES}`,
  };
}

function read(reader: SettingReader, production: ProductionRules | null): VkSettings | null {
  const token = reader.text("VK_TOKEN");
  const apiUrl = reader.web("VK_API_URL", API) ?? API;
  production?.mustBeEncrypted("VK_API_URL", apiUrl);
  return token === null ? null : { apiUrl, token };
}

import { type CallLog } from "../call-log";
import { type MailCatcher } from "../catchers/mail-catcher";
import { type TelegramCatcher } from "../catchers/telegram-catcher";
import { type VkCatcher } from "../catchers/vk-catcher";
import { type Faults } from "../faults/faults";
import { type LiveRestaurant } from "../live-restaurant";
import { type Wallets } from "../loyalty/wallets";
import { type OrderStore } from "../orders/order-store";
import { type Switches } from "../switches";
import { type Kitchen } from "../till/kitchen";
import { type Till } from "../till/till";
import { type Tokens } from "../tokens";
import { type WebHooks } from "../web-hooks/web-hooks";

/** The parts that the control routes may use. */
export interface ControlParts {
  live: LiveRestaurant;
  switches: Switches;
  tokens: Tokens;
  faults: Faults;
  calls: CallLog;
  orders: OrderStore;
  wallets: Wallets;
  till: Till;
  kitchen: Kitchen;
  webHooks: WebHooks;
  mail: MailCatcher;
  telegram: TelegramCatcher;
  vk: VkCatcher;
  /**
   * Restores the demo restaurant without orders, faults or messages; tokens and web hook addresses
   * stay.
   */
  reset: () => void;
}

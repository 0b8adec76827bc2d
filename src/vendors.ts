import { email } from "./adapters/email/email-vendor";
import { iiko } from "./adapters/iiko/iiko-vendor";
import { sandbox } from "./adapters/iiko/sandbox-vendor";
import { telegram } from "./adapters/telegram/telegram-vendor";
import { vk } from "./adapters/vk/vk-vendor";
import { type ChannelVendor } from "./ports/channel-vendor";
import { type PosVendor } from "./ports/pos/pos-vendor";

/**
 * The POSes that branches may be connected to. The first that is configured is the gateway's main
 * one.
 */
export const POS: readonly PosVendor[] = [iiko, sandbox];

/** The channels for reaching the staff, in the order in which they are shown. */
export const CHANNELS: readonly ChannelVendor[] = [email, telegram, vk];

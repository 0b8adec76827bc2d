import { email } from "./adapters/email/email-vendor";
import { telegram } from "./adapters/telegram/telegram-vendor";
import { type ChannelVendor } from "./ports/channel-vendor";

/** The ways to reach people, in the order in which they are shown. */
export const CHANNELS: readonly ChannelVendor[] = [email, telegram];

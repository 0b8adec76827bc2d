import { type LookupFunction } from "node:net";

import { type Text } from "../domain/texts/locale";
import { type FallbackChannel } from "./fallback-channel";
import { type ProductionRules, type SettingNote, type SettingReader } from "./setting-reader";

/** How the vendor is named in texts for people. */
interface ChannelWords {
  /** e-mail, Telegram: as used in "set up e-mail". */
  readonly name: Text;
  /** "by e-mail": ends a sentence in the timeline such as "The order was sent …". */
  readonly by: Text;
  /** What the timeline says once {ChannelMoved} was followed; defaults to a standard sentence. */
  readonly moved?: Text;
}

/** The recipients that the channel writes to. */
interface ChannelTarget {
  /** "an e-mail address": what has to be filled in, for the API's documentation. */
  readonly what: string;
  /** null: messages may be sent to it. Linear in the length of the text. */
  check(target: string): Text | null;
  readonly example: string;
}

interface ChannelSettings<S extends object> {
  /** Set if and only if the channel is set up: SMTP_URL. */
  readonly variable: string;
  /** The same, together with what else it needs: "SMTP_URL (with MAIL_FROM)". */
  readonly required: string;
  /** `NAME=value`, shown if nothing is set. */
  readonly example: string;
  /** Every variable that `read` uses, for the README's table. */
  readonly notes: Readonly<Record<string, SettingNote>>;
  /**
   * null: the channel is not set up. Anything wrong becomes a problem of the reader, at every
   * start.
   *
   * @param production null outside production
   */
  read(reader: SettingReader, production: ProductionRules | null): S | null;
  /**
   * Used outside production where the settings name nothing better: the sandbox catches the
   * messages.
   *
   * @param address of the sandbox's catcher for this kind
   */
  inSandbox?(address: string): S;
}

interface ChannelParts {
  /** How hosts are resolved; undefined: by the system. */
  readonly lookup: LookupFunction | undefined;
}

/**
 * Everything that the gateway knows about one means of reaching the staff, in one place:
 * `src/vendors.ts` lists them, and everything that distinguishes channels (the API's FallbackKind,
 * checks, settings, production's rules, the doctor, the README) uses that list.
 */
export interface ChannelVendor<S extends object = object> {
  /** Stored with branches and messages, and a value of FallbackKind; it never changes. */
  readonly kind: string;
  /** Description of the value of FallbackKind. */
  readonly description: string;
  readonly label: ChannelWords;
  readonly target: ChannelTarget;
  readonly settings: ChannelSettings<S>;
  /** Does not connect yet. */
  open(settings: S, parts: ChannelParts): FallbackChannel;
}

/**
 * Returns how `kind` is named in texts for people; a kind unknown to this version is named by its
 * own id.
 */
export function wordsOfChannel(vendors: readonly ChannelVendor[], kind: string): ChannelWords {
  const vendor = vendors.find((each) => each.kind === kind);
  const name = { ru: kind, en: kind };
  return vendor?.label ?? { name, by: { ru: `через ${kind}`, en: `by ${kind}` } };
}

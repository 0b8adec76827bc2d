import { type LookupFunction } from "node:net";

import { type Text } from "../domain/texts/locale";
import { type FallbackChannel } from "./fallback-channel";
import { type ProductionRules, type SettingNote, type SettingReader } from "./setting-reader";

/** How the vendor is named to people. */
interface ChannelWords {
  /** e-mail, Telegram: as in "set up e-mail". */
  readonly name: Text;
  /** "by e-mail": ends a sentence of the timeline such as "The order was sent …". */
  readonly by: Text;
  /** What the timeline says once {ChannelMoved} was followed; a usual sentence when left out. */
  readonly moved?: Text;
}

/** Whom the channel writes to. */
interface ChannelTarget {
  /** "an e-mail address": what is to be filled in, for the API's documentation. */
  readonly what: string;
  /** null: messages may be addressed to it. Linear in the length of the text. */
  check(target: string): Text | null;
  readonly example: string;
}

interface ChannelSettings<S extends object> {
  /** Set exactly where the channel is set up: SMTP_URL. */
  readonly variable: string;
  /** The same with what it needs beside: "SMTP_URL (with MAIL_FROM)". */
  readonly required: string;
  /** `NAME=value`, shown where nothing is set. */
  readonly example: string;
  /** Every variable that `read` asks for, for the README's table. */
  readonly notes: Readonly<Record<string, SettingNote>>;
  /**
   * null: the channel is not set up. What is wrong becomes a problem of the reader, at every start.
   *
   * @param production null outside production
   */
  read(reader: SettingReader, production: ProductionRules | null): S | null;
  /**
   * Outside production, where the settings name nothing better: the sandbox catches the messages.
   *
   * @param address of the sandbox's catcher of this kind
   */
  inSandbox?(address: string): S;
}

interface ChannelParts {
  /** How hosts are found; the system's way when undefined. */
  readonly lookup: LookupFunction | undefined;
}

/**
 * All that the gateway knows of one way to reach people, in one place: `src/vendors.ts` lists them,
 * and everything that tells channels apart (the API's FallbackKind, checks, settings, production's
 * rules, the doctor, the README) asks the list.
 */
export interface ChannelVendor<S extends object = object> {
  /** Stored with branches and messages, and a value of FallbackKind: it never changes. */
  readonly kind: string;
  /** Of the value of FallbackKind. */
  readonly description: string;
  readonly label: ChannelWords;
  readonly target: ChannelTarget;
  readonly settings: ChannelSettings<S>;
  /** Connects to nobody yet. */
  open(settings: S, parts: ChannelParts): FallbackChannel;
}

/** How `kind` is named to people; one that this version does not know is named by itself. */
export function wordsOfChannel(vendors: readonly ChannelVendor[], kind: string): ChannelWords {
  const vendor = vendors.find((each) => each.kind === kind);
  const name = { ru: kind, en: kind };
  return vendor?.label ?? { name, by: { ru: `через ${kind}`, en: `by ${kind}` } };
}

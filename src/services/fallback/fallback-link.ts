import { type Locale } from "../../domain/texts/locale";
import { type Secrets } from "../../ports/secrets";
import { fallbackWords } from "./fallback-words";

const PURPOSE = "fallback-link";
const LIFETIME_MS = 24 * 3600 * 1000;

/** What a link in a message does, and the letter that identifies it. */
const LETTERS = { ENTERED_BY_HAND: "h", RETRY: "r" } as const;
export type LinkAction = keyof typeof LETTERS;

export interface OpenedLink {
  /** Binds the link to one message, and thus to its order and to that particular hand-over. */
  readonly deliveryId: string;
  readonly action: LinkAction;
  readonly expiresAt: Date;
}

/**
 * Returns the links of one message. They are the same in every repeat of it, and expire a day after
 * the order was handed over to the staff.
 */
export function fallbackLinks(
  secrets: Secrets,
  publicUrl: string,
  delivery: { readonly id: string; readonly language: Locale },
  handedOverAt: Date,
): { label: string; url: string }[] {
  const words = fallbackWords[delivery.language];
  const expiresAt = new Date(handedOverAt.getTime() + LIFETIME_MS);
  const link = (action: LinkAction, label: string) => {
    const token = sign(secrets, { deliveryId: delivery.id, action, expiresAt });
    return { label, url: `${publicUrl.replace(/\/$/, "")}/fallback/${token}` };
  };
  return [link("ENTERED_BY_HAND", words.enterByHand), link("RETRY", words.retry)];
}

/** Returns what a token stands for; undefined when it is forged or malformed. */
export function openFallbackLink(secrets: Secrets, token: string): OpenedLink | undefined {
  const match = /^([0-9a-f-]{36})\.([hr])\.([0-9a-z]{1,10})\.([\w-]{43})$/.exec(token);
  const [, deliveryId = "", letter, expiry = "", mac = ""] = match ?? [];
  const action = (Object.keys(LETTERS) as LinkAction[]).find((each) => LETTERS[each] === letter);
  if (!action || !secrets.verifyMac(PURPOSE, `${deliveryId}.${letter}.${expiry}`, mac))
    return undefined;
  return { deliveryId, action, expiresAt: new Date(parseInt(expiry, 36) * 1000) };
}

function sign(secrets: Secrets, { deliveryId, action, expiresAt }: OpenedLink): string {
  const signed = `${deliveryId}.${LETTERS[action]}.${Math.floor(expiresAt.getTime() / 1000).toString(36)}`;
  return `${signed}.${secrets.mac(PURPOSE, signed)}`;
}

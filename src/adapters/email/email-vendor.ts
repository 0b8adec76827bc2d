import { type ChannelVendor } from "../../ports/channel-vendor";
import { type ProductionRules, type SettingReader } from "../../ports/setting-reader";
import { EmailChannel } from "./email-channel";

/** RFC 5321, 4.5.3.1.3: a path has at most 256 octets, including its brackets. */
const LONGEST_ADDRESS = 254;

interface MailSettings {
  /** smtp:// or smtps://, with user and password where the server requires them. */
  readonly url: string;
  /** Sender address. */
  readonly from: string;
  /** Send nothing to a server that does not offer TLS, whatever the URL says. */
  readonly requireTls?: boolean;
}

export const email: ChannelVendor<MailSettings> = {
  kind: "EMAIL",
  description: "A message by e-mail.",
  label: {
    name: { ru: "почта", en: "e-mail" },
    by: { ru: "по почте", en: "by e-mail" },
  },
  target: { what: "an e-mail address", check: checkAddress, example: "kitchen@example.ru" },
  settings: {
    variable: "SMTP_URL",
    required: "SMTP_URL (with MAIL_FROM)",
    example: "SMTP_URL=smtps://user:…@mail:465",
    notes: {
      SMTP_URL: {
        unset: "the sandbox's mailbox; none with a real POS",
        what: "a mail server for messages to people. **Production requires** one of the channels: somebody has to hear of an order that the till does not take",
      },
      MAIL_FROM: {
        unset: "`gateway@localhost`",
        what: "the sender of e-mails; **required in production** with `SMTP_URL`",
      },
    },
    read,
    inSandbox: (url) => ({ url, from: "gateway@localhost" }),
  },
  open: ({ url, from, requireTls = false }) => new EmailChannel(url, from, { requireTls }),
};

/** A subset of RFC 5321 that every mail server accepts. */
function checkAddress(target: string) {
  const isEmail =
    target.length <= LONGEST_ADDRESS &&
    /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(target);
  if (isEmail) return null;
  return { ru: "Это не адрес электронной почты", en: "This is not an e-mail address" };
}

function read(reader: SettingReader, production: ProductionRules | null): MailSettings | null {
  const url = reader.address("SMTP_URL", ["smtp", "smtps"], "smtps://user:…@mail.example.ru:465");
  const from = sender(reader);
  if (production && reader.text("SMTP_URL") !== null && reader.text("MAIL_FROM") === null)
    reader.problem(
      "MAIL_FROM",
      "is required with SMTP_URL",
      "Example: MAIL_FROM=gateway@example.ru",
    );
  if (url === null) return null;
  if (production) checkTls(reader, url, production);
  return { url, from, requireTls: production !== null && needsTls(url, production) };
}

function sender(reader: SettingReader): string {
  const from = reader.text("MAIL_FROM") ?? "gateway@localhost";
  // "Name <address>" is fine, but a line break would start another header.
  if (!/^[^\r\n@]*[^\s@<>]@[^\s@<>]+>?$/.test(from)) {
    const hint = "Example: MAIL_FROM=Orders <orders@example.ru>";
    reader.problem("MAIL_FROM", "must be an e-mail address", hint);
  }
  return from;
}

function checkTls(reader: SettingReader, url: string, production: ProductionRules): void {
  if (!needsTls(url, production)) return;
  const { protocol, password, searchParams } = new URL(url);
  const loosened = [...searchParams.keys()].find((name) =>
    /^(?:tls|secure$|ignoreTLS$|opportunisticTLS$)/i.test(name),
  );
  if (loosened !== undefined) {
    const wrong = `must not loosen TLS in production (${loosened.slice(0, 40)})`;
    reader.problem("SMTP_URL", wrong, production.allowHint);
  }
  if (protocol === "smtps:" || password === "" || searchParams.get("requireTLS") === "true") return;
  const hint = `Example: SMTP_URL=smtps://user:…@mail.example.ru:465, or smtp://…:587?requireTLS=true. ${production.allowHint}`;
  reader.problem("SMTP_URL", "must not carry a password without TLS in production", hint);
}

/** Returns whether messages to this server must be encrypted, whatever it offers. */
function needsTls(url: string, { mayBePlain }: ProductionRules): boolean {
  return !mayBePlain(new URL(url).hostname);
}

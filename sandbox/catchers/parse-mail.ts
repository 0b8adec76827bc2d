/** A caught message, decoded as far as a person or a test needs it. */
export interface CaughtMail {
  from: string;
  to: string[];
  subject: string;
  text: string;
  /** null if the message has no HTML part. */
  html: string | null;
  messageId: string | null;
  /** How often it was delivered: mailboxes show copies with one Message-ID only once. */
  deliveries: number;
  at: string;
}

interface Part {
  headers: Map<string, string>;
  body: string;
}

/** Parses a raw message (RFC 5322, multipart, base64 and quoted-printable). `raw` is latin1. */
export function parseMail(
  raw: string,
): Pick<CaughtMail, "subject" | "text" | "html" | "messageId"> {
  const message = splitPart(raw);
  return {
    subject: decodeWords(message.headers.get("subject") ?? ""),
    text: bodyOf(message, "text/plain") ?? message.body,
    html: bodyOf(message, "text/html") ?? null,
    messageId: message.headers.get("message-id") ?? null,
  };
}

function splitPart(raw: string): Part {
  const end = raw.search(/\r?\n\r?\n/);
  const head = end < 0 ? raw : raw.slice(0, end);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon > 0)
      headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: end < 0 ? "" : raw.slice(end).replace(/^\r?\n\r?\n/, "") };
}

/** Returns the first part of a type, decoded. */
function bodyOf(part: Part, wanted: string): string | undefined {
  const type = part.headers.get("content-type") ?? "text/plain";
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary === undefined)
    return type.toLowerCase().startsWith(wanted) ? decodeBody(part) : undefined;
  return part.body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((text) => bodyOf(splitPart(text.replace(/^\r?\n/, "").replace(/\r?\n$/, "")), wanted))
    .find((body) => body !== undefined);
}

function decodeBody({ headers, body }: Part): string {
  const encoding = headers.get("content-transfer-encoding")?.toLowerCase();
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  const bytes =
    encoding === "quoted-printable" ? quotedPrintable(body.replace(/=\r?\n/g, "")) : body;
  return Buffer.from(bytes, "latin1").toString("utf8");
}

function quotedPrintable(text: string): string {
  return text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
}

/** RFC 2047: `=?UTF-8?B?…?=` and `=?UTF-8?Q?…?=`, joined when they follow one another. */
function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === "B"
        ? Buffer.from(word, "base64").toString("latin1")
        : quotedPrintable(word.replaceAll("_", " ")),
    )
    .replace(/[\u0080-\u00ff]+/g, (bytes) => Buffer.from(bytes, "latin1").toString("utf8"));
}

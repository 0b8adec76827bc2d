/** A picture that a browser can display. */
export interface Picture {
  /** Type of its content, as in an HTTP header. */
  readonly type: string;
  readonly bytes: Buffer;
}

const ascii = (bytes: Buffer, from: number, to: number) => bytes.toString("latin1", from, to);

/**
 * Recognised by their first bytes; SVG is excluded, because it is a document that can run scripts.
 */
const SIGNATURES: readonly (readonly [type: string, is: (bytes: Buffer) => boolean])[] = [
  ["image/png", (bytes) => ascii(bytes, 0, 8) === "\x89PNG\r\n\x1a\n"],
  ["image/jpeg", (bytes) => ascii(bytes, 0, 3) === "\xff\xd8\xff"],
  ["image/gif", (bytes) => /^GIF8[79]a$/.test(ascii(bytes, 0, 6))],
  ["image/webp", (bytes) => ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP"],
  ["image/avif", (bytes) => /^ftypavi[fs]$/.test(ascii(bytes, 4, 12))],
];

/**
 * Returns what kind of picture it is, whatever its sender says; null: not one that browsers merely
 * display.
 */
export function pictureOf(bytes: Buffer): Picture | null {
  const type = SIGNATURES.find(([, is]) => is(bytes))?.[0];
  return type === undefined ? null : { type, bytes };
}

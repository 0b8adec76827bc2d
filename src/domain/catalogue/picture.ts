/** A picture as a browser shows it. */
export interface Picture {
  /** Of its content, as an HTTP header says it. */
  readonly type: string;
  readonly bytes: Buffer;
}

const ascii = (bytes: Buffer, from: number, to: number) => bytes.toString("latin1", from, to);

/** By their first bytes; SVG is none of them, because it is a document that runs scripts. */
const SIGNATURES: readonly (readonly [type: string, is: (bytes: Buffer) => boolean])[] = [
  ["image/png", (bytes) => ascii(bytes, 0, 8) === "\x89PNG\r\n\x1a\n"],
  ["image/jpeg", (bytes) => ascii(bytes, 0, 3) === "\xff\xd8\xff"],
  ["image/gif", (bytes) => /^GIF8[79]a$/.test(ascii(bytes, 0, 6))],
  ["image/webp", (bytes) => ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP"],
  ["image/avif", (bytes) => /^ftypavi[fs]$/.test(ascii(bytes, 4, 12))],
];

/** What kind of picture it is, whatever its sender says; null: none that browsers only show. */
export function pictureOf(bytes: Buffer): Picture | null {
  const type = SIGNATURES.find(([, is]) => is(bytes))?.[0];
  return type === undefined ? null : { type, bytes };
}

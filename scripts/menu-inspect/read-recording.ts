import { readFile, stat } from "node:fs/promises";
import { gunzipSync } from "node:zlib";

import { Unreadable } from "./unreadable";

/** The same limit as the gateway has for iiko's answers. */
const MAX_BYTES = 64 * 2 ** 20;
const GZIP_IN_BASE64 = /^\s*H4sI[\w+/=\s]*$/;

/**
 * Reads the JSON in a file: as sent by iiko, gzipped, gzipped in base64 (as in `rawBody`), one
 * value per line, or with the head of the HTTP response; in UTF-8 or UTF-16.
 *
 * @throws {Unreadable} when there is no such file, it is too large, or it is not JSON
 */
export async function readRecording(path: string): Promise<unknown> {
  return parseRecording(textOf(await bytesOf(path)));
}

/** @throws {Unreadable} when the text contains no JSON */
export function parseRecording(text: string): unknown {
  const body = text.startsWith("HTTP/") ? text.replace(/^.*?\r?\n\r?\n/s, "") : text;
  const start = body.trimStart();
  if (start === "") throw new Unreadable({ ru: "файл пуст", en: "the file is empty" });
  if (start.startsWith("<"))
    throw new Unreadable({ ru: "это HTML или XML, а не JSON", en: "it is HTML or XML, no JSON" });
  if (GZIP_IN_BASE64.test(body)) return parseRecording(textOf(Buffer.from(body, "base64")));
  return parsed(body) ?? linesOf(body) ?? notJson(body);
}

async function bytesOf(path: string): Promise<Buffer> {
  const file = await stat(path).catch((error: NodeJS.ErrnoException) => cannotOpen(error));
  if (file.isDirectory())
    throw new Unreadable({ ru: "это папка, а не файл", en: "it is a directory, not a file" });
  // A pipe or a device might never end.
  if (!file.isFile())
    throw new Unreadable({ ru: "это не обычный файл", en: "it is not a regular file" });
  if (file.size > MAX_BYTES) tooLarge();
  return readFile(path).catch((error: NodeJS.ErrnoException) => cannotOpen(error));
}

function textOf(bytes: Buffer): string {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipped(bytes) : bytes;
  const text = new TextDecoder(encodingOf(plain)).decode(plain);
  if (text.includes("\0"))
    throw new Unreadable({ ru: "это двоичный файл, а не JSON", en: "it is binary, no JSON" });
  return text;
}

function gunzipped(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_BYTES });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") return tooLarge();
    throw new Unreadable({
      ru: "архив gzip повреждён или оборван",
      en: "its gzip is broken or cut off",
    });
  }
}

/**
 * Detects the encoding by the byte order mark, or by the zero in every second byte of "{" and what
 * follows.
 */
function encodingOf([first, second]: Buffer): string {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return "utf-16be";
  return "utf-8";
}

/** Returns undefined when the text is not JSON, or only `null`. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) ?? undefined;
  } catch {
    return undefined;
  }
}

function linesOf(text: string): unknown[] | undefined {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const values =
    lines.length > 1 && parsed(lines[0] ?? "") !== undefined ? lines.map(parsed) : [undefined];
  return values.includes(undefined) ? undefined : values;
}

function notJson(text: string): never {
  try {
    JSON.parse(text);
  } catch (error) {
    const reason = (error as Error).message.replace(/\s+/g, " ").slice(0, 150);
    throw new Unreadable({
      ru: `это не JSON, или он оборван: ${reason}`,
      en: `it is no JSON, or cut off: ${reason}`,
    });
  }
  throw new Unreadable({ ru: "в файле только null", en: "there is only null in it" });
}

function tooLarge(): never {
  throw new Unreadable({
    ru: "больше 64 МБ: таких меню шлюз не читает",
    en: "over 64 MB, which the gateway never reads",
  });
}

function cannotOpen({ code }: NodeJS.ErrnoException): never {
  if (code === "ENOENT")
    throw new Unreadable({ ru: "нет такого файла", en: "there is no such file" });
  throw new Unreadable({
    ru: `файл не открывается (${code})`,
    en: `it cannot be opened (${code})`,
  });
}

import { type FallbackMessage } from "../../ports/fallback-channel";

const BODY =
  "margin:0;padding:16px;background:#fff;color:#111;font:16px/1.45 -apple-system,Roboto,Arial,sans-serif";
const BLOCK = "margin:0 0 16px;white-space:pre-wrap;overflow-wrap:anywhere";
const TITLE = `${BLOCK};font-size:20px;font-weight:bold`;
const WARNING = `${BLOCK};padding:12px;border-radius:8px;background:#fff3cd;font-weight:bold`;
const BUTTON =
  "display:block;margin:0 0 12px;padding:14px;border-radius:8px;background:#1a56db;color:#fff;text-align:center;text-decoration:none";

/** The text with its actions spelled out, for mail programs that do not display HTML. */
export function mailText({ text, actions = [] }: FallbackMessage): string {
  return [text, ...actions.map(({ label, url }) => `${label}:\n${url}`)].join("\n\n");
}

/**
 * The same for a phone: one column, large letters, actions as buttons. It loads nothing from
 * elsewhere.
 */
export function mailHtml({ text, actions = [] }: FallbackMessage): string {
  const blocks = text
    .split(/\n{2,}/)
    .map((block, index) => `<p style="${styleOf(block, index)}">${escaped(block)}</p>`);
  const buttons = actions.map(
    ({ label, url }) => `<a href="${escaped(url)}" style="${BUTTON}">${escaped(label)}</a>`,
  );
  const viewport = '<meta name="viewport" content="width=device-width, initial-scale=1">';
  return `<!doctype html><html><head><meta charset="utf-8">${viewport}</head><body style="${BODY}">${[...blocks, ...buttons].join("\n")}</body></html>`;
}

function styleOf(block: string, index: number): string {
  if (index === 0) return TITLE;
  return block.startsWith("⚠") ? WARNING : BLOCK;
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
}

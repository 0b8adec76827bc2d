import { randomBytes } from "node:crypto";

import { type FastifyInstance, type FastifyReply } from "fastify";

import { type FollowFallbackLink, type ShownLink } from "../services/fallback/follow-fallback-link";
import { type LinkPageWords, linkPageWords } from "./link-page-words";

const LONGEST_FORM_BYTES = 1024;
const LONGEST_POS_NUMBER = 40;

interface LinkRequest {
  Params: { token: string };
}

/**
 * GET and POST /fallback/:token, the links in staff messages. A GET only shows what the link would
 * do, because mail programs and messengers open links on their own; the page's button POSTs. The
 * pages contain no secrets of the order.
 */
export async function registerFallbackLinks(
  fastify: FastifyInstance,
  links: FollowFallbackLink,
): Promise<void> {
  // A separate scope: forms are parsed here and nowhere else.
  await fastify.register((scope, _options, done) => {
    scope.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: LONGEST_FORM_BYTES },
      (_request, body, parsed) => parsed(null, new URLSearchParams(String(body))),
    );
    scope.get<LinkRequest>("/fallback/:token", async ({ params }, reply) => {
      return sendPage(reply, await links.look(params.token));
    });
    scope.post<LinkRequest>("/fallback/:token", async ({ params, body }, reply) => {
      return sendPage(reply, await links.execute(params.token, posNumberOf(body)));
    });
    done();
  });
}

function posNumberOf(body: unknown): string | null {
  const given = body instanceof URLSearchParams ? body.get("posNumber") : null;
  const printed = given?.replace(/\p{C}/gu, "").trim() ?? "";
  return printed.slice(0, LONGEST_POS_NUMBER).replace(/\p{Cs}$/u, "") || null;
}

function sendPage(reply: FastifyReply, link: ShownLink): FastifyReply {
  const nonce = randomBytes(16).toString("base64");
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`;
  return reply
    .code(link.verdict === "UNKNOWN" ? 404 : 200)
    .headers({
      "content-security-policy": policy,
      "cache-control": "no-store",
      "x-robots-tag": "noindex",
    })
    .type("text/html; charset=utf-8")
    .send(page(link, linkPageWords[link.language], nonce));
}

const STYLE = `
  body { margin: 0; padding: 24px 16px; font: 18px/1.5 -apple-system, Roboto, Arial, sans-serif; color: #111; }
  main { max-width: 480px; margin: 0 auto; }
  h1 { font-size: 24px; }
  label, input, button { display: block; width: 100%; box-sizing: border-box; font: inherit; }
  input { padding: 12px; margin: 4px 0 20px; border: 1px solid #888; border-radius: 8px; }
  button { padding: 16px; border: 0; border-radius: 8px; background: #1a56db; color: #fff; }
`;

function page(
  { verdict, action, number, language }: ShownLink,
  words: LinkPageWords,
  nonce: string,
): string {
  const title = number === null ? words.unknownTitle : words.title(number);
  const text = verdict === "OPEN" ? words.open[action ?? "RETRY"] : words.closed[verdict];
  const form = verdict === "OPEN" || verdict === "BUSY" ? formFor(action, words) : "";
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style nonce="${nonce}">${STYLE}</style></head>
<body><main><h1>${title}</h1><p>${text}</p>${form}</main></body>
</html>`;
}

function formFor(action: ShownLink["action"], words: LinkPageWords): string {
  const field = `<label>${words.posNumber}<input name="posNumber" maxlength="${LONGEST_POS_NUMBER}"></label>`;
  const fields = action === "ENTERED_BY_HAND" ? field : "";
  return `<form method="post">${fields}<button>${words.buttons[action ?? "RETRY"]}</button></form>`;
}

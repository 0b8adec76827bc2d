import { get as httpGet, type IncomingMessage } from "node:http";
import { get as httpsGet } from "node:https";
import { type LookupFunction } from "node:net";

const MAX_BYTES = 1_000_000;

/**
 * The part of `fetch` that a key list needs: GET with our own lookup, no redirects, at most 1 MB.
 */
export function guardedFetch(
  lookup: LookupFunction | undefined,
): (url: string, options: { readonly signal: AbortSignal }) => Promise<Response> {
  return (url, { signal }) =>
    new Promise((resolve, reject) => {
      const get = url.startsWith("https:") ? httpsGet : httpGet;
      const options = {
        signal,
        headers: { accept: "application/json" },
        ...(lookup && { lookup }),
      };
      get(url, options, (answer) => {
        readAll(answer).then(
          (body) => resolve(new Response(body, { status: answer.statusCode ?? 502 })),
          reject,
        );
      }).on("error", reject);
    });
}

async function readAll(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new Error("The key list is larger than 1 MB");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

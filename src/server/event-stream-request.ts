import { type FastifyRequest } from "fastify";

const EVENT_STREAM = "text/event-stream";

/** Whether the client prefers an event stream. Among equals, the first one listed wins. */
export function prefersEventStream({
  method,
  headers,
}: Pick<FastifyRequest, "method" | "headers">): boolean {
  if (method !== "GET" && method !== "POST") return false;
  const [best] = mediaRanges(headers.accept).sort(byQuality);
  return best?.type === EVENT_STREAM && best.quality > 0;
}

interface MediaRange {
  /** Lower case, without parameters. */
  readonly type: string;
  readonly quality: number;
}

/** The entries of an Accept header, in order. Empty if the header is missing or says nothing. */
export function mediaRanges(accept: string | undefined): MediaRange[] {
  return (accept ?? "")
    .split(",")
    .filter((range) => range.trim() !== "")
    .map(mediaRange);
}

function mediaRange(text: string): MediaRange {
  const [type = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith("q="));
  return { type, quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
}

function byQuality(one: MediaRange, other: MediaRange): number {
  return other.quality - one.quality;
}

import { type FastifyRequest } from "fastify";

const EVENT_STREAM = "text/event-stream";

/** Is an event stream what the client likes best? Among equals, what it lists first. */
export function prefersEventStream({ method, headers }: Pick<FastifyRequest, "method" | "headers">): boolean {
  if (method !== "GET" && method !== "POST") return false;
  const [best] = (headers.accept ?? "").split(",").map(mediaRange).sort(byQuality);
  return best?.type === EVENT_STREAM && best.quality > 0;
}

interface MediaRange {
  readonly type: string;
  readonly quality: number;
}

function mediaRange(text: string): MediaRange {
  const [type = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith("q="));
  return { type, quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
}

function byQuality(one: MediaRange, other: MediaRange): number {
  return other.quality - one.quality;
}

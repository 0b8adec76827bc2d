import { type FastifyInstance } from "fastify";

import { callerOf } from "./caller-of";
import { type ContextFor } from "./context-for";
import { KeptPictures, type ShownPicture } from "./kept-pictures";

export interface PictureRouteOptions<Context> {
  readonly contextFor: ContextFor<Context>;
  readonly trustProxy: boolean;
  /** Where the picture is that these ids name; null: nowhere, or not for this caller. */
  readonly urlOf: (context: Context, place: PicturePlace) => Promise<string | null>;
  /** Never throws; null: there is no picture. */
  readonly read: (url: string) => Promise<ShownPicture | null>;
  readonly now: () => number;
}

interface PicturePlace {
  readonly branchId: string;
  readonly article: string;
  readonly first: "pos" | "catalogue";
}

const SHOWN_SECONDS = 3_600;
const MISSING_SECONDS = 60;

/**
 * GET /console/pictures/:first/:branchId/:article, pictures of dishes for the console, which asks
 * nobody but the gateway. Callers name a dish, never an address. 204 where there is no picture, or
 * none for this caller.
 */
export function registerPictures<Context>(
  fastify: FastifyInstance,
  { contextFor, trustProxy, urlOf, read, now }: PictureRouteOptions<Context>,
): void {
  const pictures = new KeptPictures(read, now);
  fastify.get<{ Params: PicturePlace }>(
    "/console/pictures/:first(^pos|catalogue$)/:branchId/:article",
    async (request, reply) => {
      const context = await contextFor(callerOf(request, trustProxy));
      const url = await urlOf(context, request.params);
      const picture = url === null ? null : await pictures.get(url);
      const seconds = picture ? SHOWN_SECONDS : MISSING_SECONDS;
      reply.header("cache-control", `private, max-age=${seconds}`).header("vary", "authorization");
      return picture ? reply.type(picture.type).send(picture.bytes) : reply.code(204).send();
    },
  );
}

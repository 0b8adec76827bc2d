import { type FastifyReply, type FastifyRequest } from "fastify";
import { type GraphQLSchema } from "graphql";

import { AnswerCache, etagOf, type KeptAnswer } from "./answer-cache";
import { type CacheKey, cacheKey } from "./cache-key";
import { clientNameOf, companyKeyOf } from "./caller-of";
import { encodingFor } from "./content-encoding";
import { type FieldUsage } from "./field-usage";
import { type OperationRequest } from "./live-operation";
import { OperationReader, type OperationReads } from "./operation-reads";

/** Longer ones produce keys that are not worth their memory. */
const MAX_VARIABLES_LENGTH = 2_000;
const MAX_ACCEPT_LENGTH = 200;

/** How long one answer may be given to all outsiders. */
interface Sharing {
  /** Changes as soon as the answer may differ. */
  readonly revision: string;
  /** How long browsers and proxies may cache the answer without revalidating it. */
  readonly maxAgeSeconds: number;
}

export interface SharedAnswersOptions {
  /**
   * undefined: the answer is only for its caller, or changes from one moment to the next. Must not
   * wait for anything.
   */
  readonly sharingOf: (
    reads: OperationReads,
    acceptLanguage: string | undefined,
  ) => Sharing | undefined;
  /**
   * With whom an answer may be shared, judged by what callers without credentials say about
   * themselves.
   */
  readonly circleOf?: (
    companyKey: string | undefined,
    origin: string | undefined,
  ) => string | undefined;
  /** Limit on what is kept in memory. */
  readonly maxBytes: number;
}

const VARY = "Origin, Accept, Accept-Encoding, Accept-Language, Authorization, X-Company-Key";

interface Shared extends Sharing {
  readonly key: CacheKey;
  readonly used: readonly number[];
}

type Answer = string | Buffer | FastifyReply;

/**
 * Gives callers without credentials the same bytes that another caller got for the same query, as
 * long as nothing has changed.
 */
export class SharedAnswers {
  private readonly reader: OperationReader;
  private readonly cache: AnswerCache;

  constructor(
    schema: GraphQLSchema,
    private readonly options: SharedAnswersOptions,
    private readonly usage?: FieldUsage,
  ) {
    this.reader = new OperationReader(schema, usage);
    this.cache = new AnswerCache(options.maxBytes);
  }

  /** @param execute answers the request if nobody has asked yet or the answer must not be shared */
  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    operation: OperationRequest,
    execute: () => Promise<string | FastifyReply>,
  ): Promise<Answer> {
    const shared = this.sharedBy(request, operation);
    if (!shared) return execute();
    const kept = this.cache.get(shared.key);
    if (kept) {
      // Executed operations are counted where they are admitted.
      this.usage?.count(clientNameOf(request.headers), shared.used);
      return this.send(request, reply, shared, kept);
    }
    const answer = await execute();
    if (typeof answer !== "string" || !isWithoutErrors(reply.statusCode, answer)) return answer;
    const contentType = String(reply.getHeader("content-type"));
    return this.send(request, reply, shared, this.cache.keep(shared.key, contentType, answer));
  }

  private sharedBy({ headers }: FastifyRequest, operation: OperationRequest): Shared | undefined {
    const { authorization, accept = "", "accept-language": acceptLanguage } = headers;
    if (authorization !== undefined || accept.length > MAX_ACCEPT_LENGTH) return undefined;
    const variables = textOf(operation.variables ?? {});
    if (variables === undefined || variables.length > MAX_VARIABLES_LENGTH) return undefined;
    const hash = cacheKey(operation.query, operation.operationName);
    const reads = this.reader.reads(operation, hash);
    const sharing = reads && this.options.sharingOf(reads, acceptLanguage);
    if (!sharing) return undefined;
    const { used } = reads;
    const circle = this.options.circleOf?.(companyKeyOf(headers), headers.origin);
    return { ...sharing, used, key: cacheKey(sharing.revision, accept, variables, hash, circle) };
  }

  private async send(
    { method, headers }: FastifyRequest,
    reply: FastifyReply,
    { key, maxAgeSeconds }: Shared,
    answer: KeptAnswer,
  ): Promise<Answer> {
    reply.header("vary", VARY);
    if (method === "GET") {
      const etag = etagOf(answer);
      reply.headers({ etag, "cache-control": `public, max-age=${maxAgeSeconds}` });
      if (isKnown(etag, headers["if-none-match"]))
        return reply.code(304).removeHeader("content-type").send();
    } else reply.header("cache-control", "no-store");
    const { bytes, encoding } = await this.cache.bytes(
      key,
      answer,
      encodingFor(headers["accept-encoding"]),
    );
    if (encoding) reply.header("content-encoding", encoding);
    reply.header("content-type", answer.contentType);
    return bytes;
  }
}

/**
 * undefined: nested too deeply to be serialised. Executing the operation reports that to the
 * client.
 */
function textOf(variables: object): string | undefined {
  try {
    return JSON.stringify(variables);
  } catch {
    return undefined;
  }
}

function isWithoutErrors(status: number, answer: string): boolean {
  return status === 200 && answer.startsWith('{"data":{');
}

function isKnown(etag: string, ifNoneMatch: string | undefined): boolean {
  const strong = (tag: string) => tag.trim().replace(/^W\//, "");
  return (ifNoneMatch ?? "")
    .split(",")
    .some((tag) => tag.trim() === "*" || strong(tag) === strong(etag));
}

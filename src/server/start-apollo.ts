import { ApolloServer, type ApolloServerPlugin, type BaseContext, HeaderMap } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { ApolloServerPluginInlineTrace } from "@apollo/server/plugin/inlineTrace";
import { type DocumentNode, GraphQLError } from "graphql";
import { type Logger } from "pino";

import { type Locale, localeOf } from "../errors";
import { admissionPlugin, type AdmittedSizes } from "./admission-plugin";
import { cacheKey } from "./cache-key";
import { type IsRepeatable } from "./compiled-queries";
import { compiledQueriesPlugin } from "./compiled-queries-plugin";
import { conformancePlugin } from "./conformance-plugin";
import { type Caller, type ContextFor } from "./context-for";
import { errorPlugin } from "./error-plugin";
import { type FieldUsage } from "./field-usage";
import { keptDocuments } from "./kept-documents";
import { maskError } from "./mask-error";
import { type AdmissionRules } from "./operation-admission";
import { type PersistedOperations } from "./persisted-operations";
import { OWN_VALIDATION_RULES, PARSE_OPTIONS, VALIDATION_OPTIONS } from "./prepare-operation";
import { refusalOf } from "./refusal";
import { type SharedAnswersOptions } from "./shared-answers";
import { type UnreadBytes } from "./unread-bytes";

export interface GraphqlHttpOptions<Context extends BaseContext> extends AdmissionRules<Context> {
  readonly contextFor: ContextFor<Context>;
  readonly production: boolean;
  /** See `clientAddress`. */
  readonly trustProxy: boolean;
  readonly unread: UnreadBytes;
  readonly plugins: readonly ApolloServerPlugin<Context>[];
  readonly logger: Logger;
  readonly sharedAnswers?: SharedAnswersOptions | undefined;
  /** For shared answers; executed operations are counted by `noteUse`. */
  readonly fieldUsage?: FieldUsage | undefined;
  readonly isRepeatable?: IsRepeatable | undefined;
  readonly persistedOperations?: PersistedOperations | undefined;
  /**
   * For a subgraph: who is told how long each field took, if the request asks for it. Nobody by
   * default.
   */
  readonly mayTrace?: ((context: Context) => boolean) | undefined;
}

/** Limit for the documents that Apollo keeps. */
const KEPT_DOCUMENTS_BYTES = 32 * 2 ** 20;

/** Starts Apollo Server; the caller stops it after the last request has been answered. */
export async function startApollo<Context extends BaseContext>(
  options: GraphqlHttpOptions<Context>,
): Promise<ApolloServer<Context>> {
  const { schema, introspection, logger } = options;
  const apollo = new ApolloServer<Context>({
    schema,
    // Our own gate refuses introspection, in the same way for both transports.
    introspection: true,
    validationRules: [...OWN_VALIDATION_RULES],
    parseOptions: PARSE_OPTIONS,
    documentStore: documentStore(),
    validationOptions: VALIDATION_OPTIONS,
    formatError: (_formatted, error) =>
      maskError(error, { hideSuggestions: !introspection, locale: languageOf(error) }).formatted,
    includeStacktraceInErrorResponses: false,
    // The default adds a line feed, which copies a menu of two megabytes once more.
    stringifyResult: JSON.stringify,
    // Requests that another site's page could make a browser send are refused before Apollo sees
    // them, as they are for event streams.
    csrfPrevention: false,
    allowBatchedHttpRequests: false,
    persistedQueries: options.persistedOperations
      ? { cache: manifestCache(options.persistedOperations) }
      : false,
    stopOnTerminationSignals: false,
    nodeEnv: options.production ? "production" : "development",
    logger,
    plugins: apolloPlugins(options),
  });
  await apollo.start();
  return apollo;
}

/** In the order in which the plugins see a request. */
function apolloPlugins<Context extends BaseContext>(
  options: GraphqlHttpOptions<Context>,
): ApolloServerPlugin<Context>[] {
  const { schema, introspection, logger, isRepeatable } = options;
  const admitted: AdmittedSizes<Context> = new WeakMap();
  return [
    // The default plugin wraps every field: 3.6 ms against 2.1 ms for a menu of 500 products.
    ApolloServerPluginCacheControlDisabled(),
    ApolloServerPluginLandingPageDisabled(),
    tracesFor<Context>(options.mayTrace),
    ...options.plugins,
    admissionPlugin<Context>(options, admitted, (error, requestId) =>
      refusal(error, { requestId, acceptLanguage: undefined }, logger),
    ),
    errorPlugin<Context>(logger, { hideSuggestions: !introspection }),
    conformancePlugin<Context>(),
    compiledQueriesPlugin<Context>({ schema, isRepeatable, admitted }),
  ];
}

/**
 * Tells routers that ask for it how long each field took (ftv1). Apollo would tell everybody, and
 * watching fields slows down all later requests, so a stranger's header must not start it.
 */
function tracesFor<Context extends BaseContext>(
  mayTrace: ((context: Context) => boolean) | undefined,
): ApolloServerPlugin<Context> {
  if (!mayTrace) return ApolloServerPluginInlineTraceDisabled();
  const plugin = ApolloServerPluginInlineTrace();
  return {
    ...plugin,
    requestDidStart: async (request) => {
      return mayTrace(request.contextValue) ? plugin.requestDidStart?.(request) : undefined;
    },
  };
}

/**
 * Apollo's persisted queries without registration: clients can only request what the manifest
 * contains.
 */
function manifestCache(operations: PersistedOperations) {
  return {
    get: (key: string) => Promise.resolve(operations.bodyOf(key.replace(/^apq:/, ""))),
    set: () => Promise.resolve(),
    delete: () => Promise.resolve(false),
  };
}

/**
 * The default store weighs only the tree, so text in a document's comments would be kept free of
 * charge, up to 2 GB of it.
 */
function documentStore() {
  const kept = keptDocuments(KEPT_DOCUMENTS_BYTES);
  return {
    get: (key: string) => Promise.resolve(kept.get(cacheKey(key))),
    set: (key: string, document: DocumentNode) => {
      kept.set(cacheKey(key), document);
      return Promise.resolve();
    },
    delete: (key: string) => Promise.resolve(kept.delete(cacheKey(key))),
  };
}

type Refused = Pick<Caller, "requestId" | "acceptLanguage">;

export function refusal(
  error: unknown,
  { requestId, acceptLanguage }: Refused,
  logger: Logger,
): GraphQLError {
  const { formatted, status, headers } = refusalOf(error, requestId, logger);
  const originalError = error instanceof Error ? error : new Error(String(error));
  const http = { status, headers: new HeaderMap(Object.entries(headers)) };
  return new GraphQLError(formatted.message, {
    originalError,
    extensions: { http, [LANGUAGE]: localeOf(acceptLanguage) },
  });
}

/** Language of callers who are refused before any plugin sees the request. */
const LANGUAGE = "language";

function languageOf(error: unknown): Locale {
  return error instanceof GraphQLError && error.extensions[LANGUAGE] === "ru" ? "ru" : "en";
}

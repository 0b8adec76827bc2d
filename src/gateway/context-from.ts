import { type App } from "../app";
import { type Config } from "../config";
import { type Context } from "../context";
import { localeOf } from "../domain/texts/locale";
import { Unauthenticated } from "../errors";
import { AddressLimiter } from "../limits/address-limiter";
import { overLimit } from "../limits/limit-refusal";
import { type Clock, systemClock } from "../ports/clock";
import { type LimitStore } from "../ports/limit-store";
import { type ApiKeys } from "../security/api-keys";
import { authenticateWith } from "../security/authenticate";
import { type CompanyNames } from "../security/company-names";
import { type CompanyReaches } from "../security/company-reaches";
import { CustomerTokens } from "../security/customer-token";
import { type LocalSecrets } from "../security/local-secrets";
import { RouterKeys } from "../security/router-keys";
import { type ContextFor } from "../server/context-for";
import { lookupFor } from "./dependencies-of";

interface Callers {
  readonly apiKeys: ApiKeys;
  readonly reaches: CompanyReaches;
  readonly names: CompanyNames;
  readonly limits: LimitStore;
  /** The clock by which callers regain their limits. */
  readonly limitsClock: Clock;
}

/** Returns what builds the context of each operation, depending on the caller. */
export function contextFrom(
  config: Config,
  { customerJwtSecret }: LocalSecrets,
  app: App,
  callers: Callers,
): ContextFor<Context> {
  const { apiKeys, reaches, names } = callers;
  const keys =
    config.customerTokens ?? ({ kind: "secret", secret: customerJwtSecret ?? "" } as const);
  const tokens = new CustomerTokens(
    keys,
    systemClock,
    lookupFor(config),
    config.customerTokenRules,
  );
  const authenticate = authenticateWith(apiKeys, tokens, reaches, names);
  const routers = new RouterKeys(config.federation ? config.routerKeys : []);
  const contextFor: ContextFor<Context> = async ({
    authorization,
    routerKey,
    companyKey,
    origin,
    requestId,
    acceptLanguage,
    remoteAddress,
    clientName,
  }) => ({
    fromRouter: routers.isFromRouter(routerKey),
    ...(await authenticate(authorization, { companyKey, origin })),
    requestId,
    remoteAddress,
    locale: localeOf(acceptLanguage),
    clientName,
    ...followersOf(app),
  });
  return limitFailures(contextFor, callers);
}

/** Returns the part of the context that subscriptions use. */
function followersOf(app: App): Pick<Context, Extract<keyof Context, `follow${string}`>> {
  return {
    followBranch: app.followBranch,
    followJob: app.followJob,
    followOpenState: app.followOpenState,
    followOrder: app.followOrder,
    followAvailability: app.followAvailability,
  };
}

/** Wrong credentials from one address: a client that lost its token needs one or two. */
const FAILURES = { burst: 30, refillMs: 1_000 };

/**
 * Answers wrong credentials with RATE_LIMITED once an address has sent too many of them. Correct
 * ones always pass: many guests and a restaurant's tablets may share one address, and no key here
 * is short enough to be guessed.
 */
function limitFailures(
  contextFor: ContextFor<Context>,
  { limits, limitsClock }: Callers,
): ContextFor<Context> {
  const failures = new AddressLimiter(FAILURES, limitsClock, limits);
  return async (caller) => {
    try {
      return await contextFor(caller);
    } catch (error) {
      if (!(error instanceof Unauthenticated)) throw error;
      const waitMs = await failures.takeShared(caller.remoteAddress, 1, "credentials");
      if (waitMs > 0) throw overLimit("credentials", waitMs);
      throw error;
    }
  };
}

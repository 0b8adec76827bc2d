import { type App } from "../app";
import { type Config } from "../config";
import { type Context } from "../context";
import { localeOf } from "../domain/texts/locale";
import { systemClock } from "../ports/clock";
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
}

/** What each operation finds in its context, made of who calls. */
export function contextFrom(
  config: Config,
  { customerJwtSecret }: LocalSecrets,
  app: App,
  { apiKeys, reaches, names }: Callers,
): ContextFor<Context> {
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
  return async ({
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
    followBranch: app.followBranch,
    followJob: app.followJob,
    followOrder: app.followOrder,
    followAvailability: app.followAvailability,
  });
}

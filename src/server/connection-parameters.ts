const AUTHORIZATION = "authorization";
const CLIENT_NAME = "apollographqlclientname";
const ACCEPT_LANGUAGE = "acceptlanguage";
const COMPANY_KEY = "xcompanykey";
const KEPT_PARAMETERS = [AUTHORIZATION, ACCEPT_LANGUAGE, CLIENT_NAME, COMPANY_KEY];

export type Params = Record<string, unknown> | undefined;

/** What a socket was opened with. */
export interface OpenedWith {
  readonly connectionParams?: Params;
  readonly extra: { readonly language: string | undefined };
}

/** Longer than every credential that may be right. */
const LONGEST_PARAMETER = 5_000;

export function keptParameters(params: Params): Params {
  const kept = KEPT_PARAMETERS.map(
    (name) => [name, parameter(params, name)?.slice(0, LONGEST_PARAMETER)] as const,
  );
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined));
}

/** What the client says with the connection, or else its browser. */
export function languageOf({ connectionParams, extra }: OpenedWith): string | undefined {
  return parameter(connectionParams, ACCEPT_LANGUAGE) ?? extra.language;
}

export function authorizationOf({
  connectionParams,
}: Pick<OpenedWith, "connectionParams">): string | undefined {
  return parameter(connectionParams, AUTHORIZATION);
}

/**
 * Browsers cannot set headers on a WebSocket; clients send them among the parameters, in any letter
 * case.
 */
function parameter(params: Params, header: string): string | undefined {
  const found = Object.entries(params ?? {}).find(
    ([name]) => name.replaceAll("-", "").toLowerCase() === header,
  );
  return typeof found?.[1] === "string" ? found[1] : undefined;
}

/** By which the usage of fields is counted. */
export function clientNameOf({
  connectionParams,
}: Pick<OpenedWith, "connectionParams">): string | undefined {
  return parameter(connectionParams, CLIENT_NAME);
}

export function companyKeyOf({
  connectionParams,
}: Pick<OpenedWith, "connectionParams">): string | undefined {
  return parameter(connectionParams, COMPANY_KEY);
}

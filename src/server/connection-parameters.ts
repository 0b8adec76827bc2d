const AUTHORIZATION = "authorization";
const CLIENT_NAME = "apollographqlclientname";
const ACCEPT_LANGUAGE = "acceptlanguage";
const COMPANY_KEY = "xcompanykey";
const KEPT_PARAMETERS = [AUTHORIZATION, ACCEPT_LANGUAGE, CLIENT_NAME, COMPANY_KEY];

export type Params = Record<string, unknown> | undefined;

/** The parameters with which a socket was opened. */
export interface OpenedWith {
  readonly connectionParams?: Params;
  readonly extra: { readonly language: string | undefined };
}

/** Longer than any valid credential. */
const LONGEST_PARAMETER = 5_000;

export function keptParameters(params: Params): Params {
  const kept = KEPT_PARAMETERS.map(
    (name) => [name, parameter(params, name)?.slice(0, LONGEST_PARAMETER)] as const,
  );
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined));
}

/** The language that the client sends with the connection, or else its browser's. */
export function languageOf({ connectionParams, extra }: OpenedWith): string | undefined {
  return parameter(connectionParams, ACCEPT_LANGUAGE) ?? extra.language;
}

export function authorizationOf({
  connectionParams,
}: Pick<OpenedWith, "connectionParams">): string | undefined {
  return parameter(connectionParams, AUTHORIZATION);
}

/**
 * Browsers cannot set headers on a WebSocket, so clients send them as parameters, in any letter
 * case.
 */
function parameter(params: Params, header: string): string | undefined {
  const found = Object.entries(params ?? {}).find(
    ([name]) => name.replaceAll("-", "").toLowerCase() === header,
  );
  return typeof found?.[1] === "string" ? found[1] : undefined;
}

/** The client name under which field usage is counted. */
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

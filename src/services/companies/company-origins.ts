import { type EntityManager } from "typeorm";

import { type UserError } from "../../domain/errors/user-error";
import { notAnOrigin, originTaken, tooManyOrigins } from "./company-errors";

export const MOST_ORIGINS = 50;
export const LONGEST_ORIGIN = 300;

const LOCK = "select pg_advisory_xact_lock(hashtextextended('company-origins', 0))";
const TAKEN = `
  select unnest(origins) as origin from companies where id <> $1 and origins && $2`;

/** Returns the site as browsers write it in the Origin header; undefined if it is not a site. */
function siteOf(text: string): string | undefined {
  const trimmed = text.trim();
  if (!/^https?:\/\/[^\s/?#@*]+\/?$/i.test(trimmed) || !URL.canParse(trimmed)) return undefined;
  const { origin } = new URL(trimmed);
  return origin.length > LONGEST_ORIGIN ? undefined : origin;
}

/**
 * Returns the sites in the form in which they are compared, or what is wrong with them. A site
 * belongs to one company: a transaction that changes sites makes others that do so wait until `tx`
 * ends.
 */
export async function originsOf(
  tx: EntityManager,
  companyId: string,
  given: readonly string[],
): Promise<{ readonly origins: string[]; readonly userErrors: UserError[] }> {
  if (given.length > MOST_ORIGINS)
    return { origins: [], userErrors: [tooManyOrigins(MOST_ORIGINS)] };
  const sites = given.map(siteOf);
  const origins = [...new Set(sites.filter((site) => site !== undefined))];
  await tx.query(LOCK);
  const rows = await tx.query<{ origin: string }[]>(TAKEN, [companyId, origins]);
  const taken = new Set(rows.map(({ origin }) => origin));
  const userErrors = sites.flatMap((site, index) => {
    if (site === undefined) return [notAnOrigin(index)];
    return taken.has(site) ? [originTaken(index)] : [];
  });
  return { origins, userErrors };
}

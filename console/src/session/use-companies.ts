import { useEffect, useState } from "react";

import { type Gateway } from "../gateway/gateway";
import { Companies, type CompaniesAnswer } from "./operations";
import { useSession } from "./session";

export type KnownCompany = CompaniesAnswer["companies"]["nodes"][number];

const NONE: readonly KnownCompany[] = [];

/** The companies of a platform; none for a key that works for one company. */
export function useCompanies(): readonly KnownCompany[] {
  const { gateway, caller, isAdmin } = useSession();
  const [companies, setCompanies] = useState(NONE);
  const isPlatform = isAdmin && caller?.companyId === null;
  useEffect(() => {
    if (!isPlatform) return undefined;
    let isWanted = true;
    // Without the companies, the branches of all of them are shown, as when none is chosen.
    void companiesOf(gateway).then(
      (found) => isWanted && setCompanies(found),
      () => undefined,
    );
    return () => void (isWanted = false);
  }, [gateway, isPlatform]);
  return isPlatform ? companies : NONE;
}

async function companiesOf(gateway: Gateway): Promise<readonly KnownCompany[]> {
  const found: KnownCompany[] = [];
  let after: string | null = null;
  do {
    const { companies }: CompaniesAnswer = await gateway.ask(Companies, { after });
    found.push(...companies.nodes);
    after = companies.pageInfo.hasNextPage ? companies.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

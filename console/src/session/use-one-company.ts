import { useState } from "react";

import { useScope } from "./scope";

interface OneCompany {
  /** null means the key's own company. */
  readonly companyId: string | null;
  readonly choose: (companyId: string) => void;
}

/**
 * The company that something new belongs to: the one on the screen, otherwise the first, until
 * another is chosen.
 */
export function useOneCompany(): OneCompany {
  const { companies, company } = useScope();
  const [chosen, choose] = useState<string>();
  const known = chosen ?? company?.id ?? companies[0]?.id;
  return { companyId: companies.length > 1 ? (known ?? null) : null, choose };
}

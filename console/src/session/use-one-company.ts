import { useState } from "react";

import { useScope } from "./scope";

interface OneCompany {
  /** null: the key's own. */
  readonly companyId: string | null;
  readonly choose: (companyId: string) => void;
}

/** Whose something new is: the company on the screen, else the first, until another is chosen. */
export function useOneCompany(): OneCompany {
  const { companies, company } = useScope();
  const [chosen, choose] = useState<string>();
  const known = chosen ?? company?.id ?? companies[0]?.id;
  return { companyId: companies.length > 1 ? (known ?? null) : null, choose };
}

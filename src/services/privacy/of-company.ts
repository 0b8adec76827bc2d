/**
 * As a condition of SQL on a table with a branch: a guest is one company's, and so is what is kept
 * of it.
 */
export const OF_COMPANY = (companyId: string) =>
  `branch_id in (select id from branches where company_id = ${companyId})`;

/**
 * SQL condition on a table with a branch: a guest belongs to one company, and so does what is
 * stored about them.
 */
export const OF_COMPANY = (companyId: string) =>
  `branch_id in (select id from branches where company_id = ${companyId})`;

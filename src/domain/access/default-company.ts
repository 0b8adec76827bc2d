/**
 * The company of everything that existed before companies, and of callers that name none. It never
 * changes, because columns have it as their default.
 */
export const DEFAULT_COMPANY_ID = "5b6f1c1e-9d0b-4c6e-8f0a-2a7c3e5d9b41";

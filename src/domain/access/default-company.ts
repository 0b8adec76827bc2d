/**
 * The company of everything that was there before there were companies, and of whoever names none.
 * Fixed for ever: columns have it as their default.
 */
export const DEFAULT_COMPANY_ID = "5b6f1c1e-9d0b-4c6e-8f0a-2a7c3e5d9b41";

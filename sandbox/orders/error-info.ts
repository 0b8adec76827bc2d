/** iiko's `errorInfo`. */
export interface ErrorInfo {
  code: string;
  message: string | null;
  description: string | null;
  additionalData: unknown;
  errorReason: string | null;
}

export function errorInfo(code: string, message: string | null): ErrorInfo {
  return { code, message, description: null, additionalData: null, errorReason: null };
}

/**
 * iiko's text when the till did not accept an order in time; the till may still accept it later.
 */
export const CREATION_TIMEOUT = errorInfo(
  "Common",
  "Creation timeout expired, order automatically transited to error creation status",
);

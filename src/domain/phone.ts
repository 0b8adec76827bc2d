/** Characters of a phone in any usual spelling. */
export const LONGEST_PHONE = 100;

/**
 * A phone in E.164 form, or undefined when it cannot be one. Russian habits are understood: 8 900 …, 900 ….
 * iiko wants a leading + and 8 to 40 characters (docs/iiko.md#phones).
 */
export function normalisePhone(text: string): string | undefined {
  if (text.length > LONGEST_PHONE) return undefined;
  const trimmed = text.trim();
  if (!/^\+?[\d\s().-]+$/.test(trimmed)) return undefined;
  const digits = trimmed.replace(/\D/g, "");
  if (trimmed.startsWith("+")) return isLength(digits, 8, 15) ? `+${digits}` : undefined;
  if (digits.length === 11 && /^[78]/.test(digits)) return `+7${digits.slice(1)}`;
  if (digits.length === 10 && digits.startsWith("9")) return `+7${digits}`;
  return isLength(digits, 11, 15) ? `+${digits}` : undefined;
}

function isLength(text: string, from: number, to: number): boolean {
  return text.length >= from && text.length <= to;
}

/** For logs and lists: +7***4567. */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 2)}***${phone.slice(-4)}`;
}

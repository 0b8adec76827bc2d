import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/**
 * Returns a phone as it was stored when only digits were counted. It must never change, because
 * orders from that time are identified by it.
 */
export function formerPhone(text: string): string | undefined {
  if (text.length > 100) return undefined;
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

const NEIGHBOURS = /^(7|37[345]|380|99[234568])(\d*)$/;

/**
 * Splits digits into the code of a neighbouring country and the rest. In these countries all
 * numbers have the same length, so that surplus digits are a prefix. The code is empty for other
 * countries.
 */
export function ofNeighbour(digits: string): { readonly code: string; readonly own: string } {
  const [, code = "", own = ""] = NEIGHBOURS.exec(digits) ?? [];
  return code === "" ? { code, own: digits } : { code, own };
}

/**
 * Returns everything that may be stored for a phone: the phone itself, and what `formerPhone` made
 * of its spellings with a trunk prefix, a mask or an international prefix. None of these is another
 * person's number.
 * @param phone E.164
 */
export function storedPhonesOf(phone: string): string[] {
  const { code, own } = ofNeighbour(phone.slice(1));
  if (code === "") return [phone, ...ofAbroad(phone)];
  const prefixes =
    code === "7"
      ? ["78", "77", "007", "8107"]
      : ["0", "80", "8", code].map((trunk) => code + trunk);
  const abroad = code === "7" ? [] : [`00${code}`, `810${code}`];
  // +8 900 …; followed by other digits, that is a number in Asia.
  const mobile = code === "7" && own.startsWith("9") ? ["8"] : [];
  // 8 029 …, of a branch in Belarus; 8 050 …, in Ukraine.
  const trunkOnly = code === "375" || code === "380" ? ["70"] : [];
  return [
    phone,
    ...[...prefixes, ...abroad, ...mobile, ...trunkOnly].map((prefix) => `+${prefix}${own}`),
  ];
}

/**
 * In other countries, numbers differ in length, so the code is looked up. No number begins with
 * `+0…` or `+810…`.
 */
function ofAbroad(phone: string): string[] {
  const code = parsePhoneNumberFromString(phone)?.countryCallingCode;
  if (code === undefined) return [];
  const digits = phone.slice(1);
  return [`+0${digits.slice(code.length)}`, `+00${digits}`, `+810${digits}`];
}

/** Returns whether the stored text is the same phone. @param phone E.164 */
export function isStoredPhone(stored: string | null, phone: string | null): boolean {
  return (
    stored === phone ||
    (stored !== null && phone !== null && storedPhonesOf(phone).includes(stored))
  );
}

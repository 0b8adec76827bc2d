import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/**
 * A phone as it was stored while digits were only counted. Fixed for ever: orders of that time are
 * known by it.
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
 * Parts digits into the code of a neighbouring country, in which all numbers are of one length, so
 * that what stands too much in one is a prefix, and the rest. The code is empty for those of other
 * countries.
 */
export function ofNeighbour(digits: string): { readonly code: string; readonly own: string } {
  const [, code = "", own = ""] = NEIGHBOURS.exec(digits) ?? [];
  return code === "" ? { code, own: digits } : { code, own };
}

/**
 * All that may stand in the database for a phone: itself, and what `formerPhone` made of its
 * spellings with a trunk prefix, a mask or a way abroad. None of these is anybody else's number.
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
  // +8 900 …; with other digits behind it that is a number in Asia.
  const mobile = code === "7" && own.startsWith("9") ? ["8"] : [];
  // 8 029 …, of a branch in Belarus; 8 050 …, in Ukraine.
  const trunkOnly = code === "375" || code === "380" ? ["70"] : [];
  return [
    phone,
    ...[...prefixes, ...abroad, ...mobile, ...trunkOnly].map((prefix) => `+${prefix}${own}`),
  ];
}

/**
 * Of other countries a number has no one length: the code is looked up. `+0…` begins nobody's
 * number, and neither does `+810…`.
 */
function ofAbroad(phone: string): string[] {
  const code = parsePhoneNumberFromString(phone)?.countryCallingCode;
  if (code === undefined) return [];
  const digits = phone.slice(1);
  return [`+0${digits.slice(code.length)}`, `+00${digits}`, `+810${digits}`];
}

/** Is what stands in the database the same phone? @param phone E.164 */
export function isStoredPhone(stored: string | null, phone: string | null): boolean {
  return (
    stored === phone ||
    (stored !== null && phone !== null && storedPhonesOf(phone).includes(stored))
  );
}

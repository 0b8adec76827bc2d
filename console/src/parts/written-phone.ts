/**
 * Formats a phone number for reading: "+7 900 000-12-34"; numbers of other countries stay as
 * stored.
 */
export function writtenPhone(phone: string): string {
  const [, area, first, second, third] = /^\+7(\d{3})(\d{3})(\d\d)(\d\d)$/.exec(phone) ?? [];
  return area === undefined ? phone : `+7 ${area} ${first}-${second}-${third}`;
}

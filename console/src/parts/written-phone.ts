/** As people read it: "+7 900 000-12-34"; numbers of other countries as they are kept. */
export function writtenPhone(phone: string): string {
  const [, area, first, second, third] = /^\+7(\d{3})(\d{3})(\d\d)(\d\d)$/.exec(phone) ?? [];
  return area === undefined ? phone : `+7 ${area} ${first}-${second}-${third}`;
}

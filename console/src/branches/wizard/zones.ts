/** Time zones of iiko's restaurants, from west to east. */
const NEAR = [
  "Europe/Kaliningrad",
  "Europe/Moscow",
  "Europe/Minsk",
  "Europe/Samara",
  "Asia/Tbilisi",
  "Asia/Yerevan",
  "Asia/Yekaterinburg",
  "Asia/Almaty",
  "Asia/Tashkent",
  "Asia/Omsk",
  "Asia/Novosibirsk",
  "Asia/Krasnoyarsk",
  "Asia/Irkutsk",
  "Asia/Yakutsk",
  "Asia/Vladivostok",
  "Asia/Kamchatka",
];

/** Likely time zones first, the operator's own among them; then all that the browser knows. */
export function zonesByCountry(here: string): {
  readonly near: readonly string[];
  readonly others: readonly string[];
} {
  const known = Intl.supportedValuesOf("timeZone");
  const near = NEAR.filter((zone) => known.includes(zone));
  // Offers Moscow when no restaurant is in the browser's own zone.
  const first = near.includes(here) ? here : "Europe/Moscow";
  const sorted = [first, ...near.filter((zone) => zone !== first)];
  return { near: sorted, others: known.filter((zone) => !near.includes(zone)) };
}

/** With and without summer time, east and west. */
export const ZONES = [
  "Europe/Moscow",
  "Asia/Yekaterinburg",
  "Asia/Almaty",
  "Europe/Riga",
  "Asia/Nicosia",
  "America/New_York",
];

/** Numbers that are reproducible from a seed. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

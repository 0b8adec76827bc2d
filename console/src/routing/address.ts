/** The base of all addresses of the console. */
const BASE = "/console";

export const ROOMS = [
  "now",
  "orders",
  "catalogue",
  "money",
  "promotions",
  "branches",
  "people",
  "jobs",
  "api",
] as const;

export type Room = (typeof ROOMS)[number];

/** The parsed content of the address bar. */
export interface Address {
  readonly room: Room;
  /** The part after the room: an order's number, for example. */
  readonly rest: readonly string[];
  readonly query: URLSearchParams;
}

export function addressOf(pathname: string, search: string): Address {
  const [first = "", ...rest] = pathname.slice(BASE.length).split("/").filter(Boolean);
  const room = ROOMS.find((one) => one === first) ?? "now";
  return { room, rest: rest.map(decodeURIComponent), query: new URLSearchParams(search) };
}

/** @param rest the part after the room @param query omitted when there is none */
export function pathTo(room: Room, rest: readonly string[] = [], query?: URLSearchParams): string {
  const path = [BASE, ...(room === "now" ? [] : [room]), ...rest.map(encodeURIComponent)].join("/");
  const written = query?.toString() ?? "";
  return written === "" ? path : `${path}?${written}`;
}

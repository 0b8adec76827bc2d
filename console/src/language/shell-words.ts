import { type Room } from "../routing/address";

/** Texts of the frame around the rooms. */
export interface ShellWords {
  readonly brand: string;
  readonly navigation: string;
  readonly rooms: Record<Room, string>;
  readonly skip: string;
  readonly more: string;
  readonly account: string;
  readonly company: string;
  readonly allCompanies: string;
  readonly branch: string;
  readonly branches: string;
  readonly allBranches: string;
  /** Shown next to the first of them. */
  readonly andMore: (count: number) => string;
  readonly clocks: (there: string, here: string) => string;
  readonly findBranch: string;
  readonly signInTitle: string;
  readonly signInLead: string;
  readonly withoutKey: string;
  readonly offlineLead: (since: string) => string;
  readonly offline: string;
  readonly offlineNow: string;
  readonly loading: string;
  /** For screen readers, next to the counts in the navigation. */
  readonly waitForPerson: (count: number) => string;
}

/** Texts of components, wherever they are used. */
export interface PartsWords {
  readonly again: string;
  readonly undo: string;
  readonly close: string;
  readonly pages: string;
  readonly previous: string;
  readonly next: string;
  readonly span: (first: number, last: number, all: number) => string;
}

/** Keyboard shortcuts of the whole console. */
export interface KeyboardWords {
  /** For screen readers, after «g». */
  readonly choose: (rooms: string) => string;
  readonly title: string;
  readonly next: string;
  readonly previous: string;
  readonly search: string;
  readonly leave: string;
  readonly list: string;
}

import { type KeyboardWords, type PartsWords, type ShellWords } from "./shell-words";

export const ENGLISH_SHELL: ShellWords = {
  brand: "Gateway",
  navigation: "Rooms",
  rooms: {
    now: "Now",
    orders: "Orders",
    catalogue: "Catalogue",
    money: "Money",
    promotions: "Promotions",
    branches: "Branches",
    people: "People",
    jobs: "Jobs",
    api: "API",
  },
  skip: "To the content",
  more: "More",
  account: "Language, colours, sign out",
  branch: "Branch",
  company: "Company",
  allCompanies: "All companies",
  branches: "Branches on the screen",
  allBranches: "All branches",
  andMore: (count) => `and ${count} more`,
  clocks: (there, here) => `${there} · ${here} for you`,
  findBranch: "Find a branch",
  signInTitle: "Staff sign-in",
  signInLead: "The gateway's administrator hands out keys. The first one is printed at start-up.",
  withoutKey: "Open the API without a key",
  offlineLead: (since) => `The connection broke at ${since}.`,
  offline: "Below is what was known then. New orders go to the till without this screen, too.",
  offlineNow: "Connect now",
  loading: "Loading",
  waitForPerson: (count) => `waiting for a person: ${count}`,
};

export const ENGLISH_PARTS: PartsWords = {
  again: "Load again",
  undo: "Undo",
  close: "Close",
  pages: "Pages of the list",
  previous: "Back",
  next: "Next",
  span: (first, last, all) => `${first}–${last} of ${all}`,
};

export const ENGLISH_KEYBOARD: KeyboardWords = {
  choose: (rooms) => `Where to: ${rooms}`,
  title: "Keys",
  next: "Next row",
  previous: "Previous row",
  search: "Find an order",
  leave: "Close",
  list: "This list",
};

import { BLOCKED_KEY, INACTIVE_KEY, VERSION_2_KEY } from "../../sandbox/credentials";
import {
  CLOUD_API,
  deadIiko,
  hiddenGroup,
  MENU_PATH,
  type NamedScenario,
  NEEDS_KEY,
  NEEDS_ORGANIZATION,
  POINTS,
  restaurant,
  unknownId,
} from "./doctor-turns";
import { deadGroup, terminalGroup } from "./sandbox-session";

/** For each check of the branch's data in the POS, one way to make it, and no other, turn red. */
export const connectionScenarios: readonly NamedScenario[] = [
  ["KEY_WORKS", "iiko is dead", { turn: deadIiko, fix: "IIKO_API_URL", notChecked: NEEDS_KEY }],
  [
    "KEY_WORKS",
    "the key is blocked",
    { change: { apiLogin: BLOCKED_KEY }, fix: CLOUD_API, notChecked: NEEDS_KEY },
  ],
  [
    "KEY_WORKS",
    "the key is inactive",
    { change: { apiLogin: INACTIVE_KEY }, fix: "Включите интеграцию", notChecked: NEEDS_KEY },
  ],
  [
    "KEY_WORKS",
    "the key is unknown",
    {
      change: { apiLogin: "no-such-login" },
      fix: "iikoTransport API → Интеграции → Добавить",
      notChecked: NEEDS_KEY,
    },
  ],
  [
    "KEY_WORKS",
    "the key is of the second kind",
    {
      change: { apiLogin: VERSION_2_KEY },
      fix: "apiKey вместе с appId и clientSecret",
      notChecked: NEEDS_KEY,
    },
  ],
  [
    "ORGANIZATION_VISIBLE",
    "the key does not see it",
    { change: { organizationId: unknownId }, fix: POINTS, notChecked: NEEDS_ORGANIZATION },
  ],
  [
    "TERMINAL_GROUP_VISIBLE",
    "it is hidden from the key",
    {
      change: { terminalGroupId: hiddenGroup.id },
      fix: POINTS,
      notChecked: ["TERMINAL_GROUP_ALIVE"],
    },
  ],
  [
    "TERMINAL_GROUP_ALIVE",
    "the till is switched off",
    {
      turn: (gateway) => gateway.control("PUT", `terminals/${terminalGroup.id}`, { alive: false }),
      fix: "запустите на ней iikoFront",
    },
  ],
  [
    "TERMINAL_GROUP_ALIVE",
    "it is in repair",
    { change: { terminalGroupId: deadGroup.id }, fix: "iikoFront" },
  ],
  [
    "MENU_PUBLISHED",
    "there is no such menu",
    { change: { externalMenuId: "404" }, fix: MENU_PATH },
  ],
  [
    "MENU_PUBLISHED",
    "it is read from an organization that the key does not see",
    { change: { menuOrganizationId: unknownId }, fix: "другую «Организацию меню»" },
  ],
  [
    "MENU_PUBLISHED",
    "the menu is empty",
    { turn: restaurant({ menuIsEmpty: true }), fix: MENU_PATH },
  ],
  [
    "MENU_PUBLISHED",
    "a price category is missing",
    {
      turn: restaurant({ priceCategories: [{ id: unknownId, name: "Доставка" }] }),
      fix: "ценовые категории",
    },
  ],
];

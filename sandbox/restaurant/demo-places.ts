import { type Organization, type TerminalGroup } from "./model";
import { stableId } from "./stable-id";

export const demoOrganizations: Organization[] = [
  {
    id: stableId("organization", "Ярославль"),
    name: "Пиццерия «Тесто и огонь»",
    timeZone: "Europe/Moscow",
    address: "г. Ярославль, ул. Печная, 7",
  },
  {
    id: stableId("organization", "Екатеринбург"),
    // The trailing space is deliberate: names come from a till exactly as they were typed.
    name: "Тесто и огонь, Екатеринбург ",
    timeZone: "Asia/Yekaterinburg",
    address: "г. Екатеринбург, ул. Жаровая, 12",
  },
];

export const demoTerminalGroups: TerminalGroup[] = [
  terminalGroup("Ярославль", "Кухня на Печной"),
  terminalGroup("Ярославль", "Тестовая касса", { hidden: true }),
  terminalGroup("Ярославль", "Касса на ремонте", { alive: false }),
  terminalGroup("Екатеринбург", "Кухня на Жаровой"),
  terminalGroup("Екатеринбург", "Летняя веранда", { sleeping: true, alive: false }),
];

function terminalGroup(
  city: string,
  name: string,
  rest: Partial<TerminalGroup> = {},
): TerminalGroup {
  return {
    id: stableId("terminal group", name),
    organizationId: stableId("organization", city),
    name,
    hidden: false,
    sleeping: false,
    alive: true,
    ...rest,
  };
}

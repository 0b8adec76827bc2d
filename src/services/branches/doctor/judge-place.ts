import { type ConnectedFindings } from "./branch-findings";
import { failed, fine, notChecked, type Verdict } from "./health-check";
import { unread } from "./judge-key";

/** ORGANIZATION_VISIBLE */
export function judgeOrganization({
  pos: { organizations },
  settings,
  vendor: { guidance },
}: ConnectedFindings): Verdict {
  if ("error" in organizations) return unread(organizations.error);
  const chosen = organizations.value.find(({ posId }) => posId === settings.organizationId);
  if (chosen) return fine(`Организация: ${chosen.name}`, `The organization is ${chosen.name}`);
  const seen = organizations.value.map(({ name }) => name).join(", ") || "—";
  return failed(
    {
      ru: `Ключ не видит организацию филиала. Он видит: ${seen}`,
      en: `The key does not see the branch's organization. It sees: ${seen}`,
    },
    {
      ru: `${guidance.attachRestaurant.ru}. Или выберите в настройках филиала другую «Организацию»`,
      en: `${guidance.attachRestaurant.en}. Or choose another «Организация» in the branch's settings`,
    },
  );
}

/** TERMINAL_GROUP_VISIBLE */
export function judgeTerminalGroup({
  pos: { terminalGroups },
  settings,
  vendor: { name, guidance },
}: ConnectedFindings): Verdict {
  if ("error" in terminalGroups) return unread(terminalGroups.error);
  const { terminalGroupId } = settings;
  const chosen = terminalGroups.value.find(({ posId }) => posId === terminalGroupId);
  if (chosen)
    return fine(`Терминальная группа: ${chosen.name}`, `The terminal group is ${chosen.name}`);
  if (terminalGroupId === null && terminalGroups.value.length > 0) {
    return fine(
      `Терминальная группа не выбрана: заказы распределяет ${name}`,
      `No terminal group is chosen: ${name} distributes the orders`,
    );
  }
  const seen = terminalGroups.value.map(({ name }) => name).join(", ") || "—";
  return failed(
    {
      ru: `Ключ не видит терминальную группу филиала. Он видит: ${seen}`,
      en: `The key does not see the branch's terminal group. It sees: ${seen}`,
    },
    {
      ru: `${guidance.attachRestaurant.ru}. Или выберите в настройках филиала другую «Терминальную группу»`,
      en: `${guidance.attachRestaurant.en}. Or choose another «Терминальная группа» in the branch's settings`,
    },
  );
}

/** TERMINAL_GROUP_ALIVE */
export function judgeTill({
  pos: { terminalGroups, liveGroupIds },
  settings,
  vendor: { guidance },
}: ConnectedFindings): Verdict {
  if ("error" in terminalGroups) return unread(terminalGroups.error);
  if ("error" in liveGroupIds) return unread(liveGroupIds.error);
  const groups = terminalGroups.value.filter(
    ({ posId }) => (settings.terminalGroupId ?? posId) === posId,
  );
  if (groups.length === 0)
    return notChecked("ключ не видит кассу", "the key does not see the till");
  if (groups.some(({ posId }) => liveGroupIds.value.has(posId)))
    return fine("Касса на связи", "The till answers");
  return failed(
    {
      ru: "Касса не на связи: заказы в неё сейчас не попадут",
      en: "The till does not answer: no order reaches it now",
    },
    {
      ru: `${guidance.startTill.ru}. Принятые заказы дождутся или уйдут людям`,
      en: `${guidance.startTill.en}. Accepted orders wait, or are handed over to the staff`,
    },
  );
}

import { type Text } from "../../../domain/texts/locale";
import { type ConnectedFindings } from "./branch-findings";
import { failed, fine, notChecked, type Verdict } from "./health-check";
import { unread } from "./judge-key";

export const ATTACH: Text = {
  ru: "В iiko web: «Настройки Cloud Api → ваша интеграция → вкладка «Подключенные точки»: добавить текущую точку → Сохранить»",
  en: "In iiko web: «Настройки Cloud Api → your integration → вкладка «Подключенные точки»: добавить текущую точку → Сохранить»",
};

/** ORGANIZATION_VISIBLE */
export function judgeOrganization({
  pos: { organizations },
  settings,
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
      ru: `${ATTACH.ru}. Или выберите в настройках филиала другую «Организацию»`,
      en: `${ATTACH.en}. Or choose another «Организация» in the branch's settings`,
    },
  );
}

/** TERMINAL_GROUP_VISIBLE */
export function judgeTerminalGroup({
  pos: { terminalGroups },
  settings,
}: ConnectedFindings): Verdict {
  if ("error" in terminalGroups) return unread(terminalGroups.error);
  const { terminalGroupId } = settings;
  const chosen = terminalGroups.value.find(({ posId }) => posId === terminalGroupId);
  if (chosen)
    return fine(`Терминальная группа: ${chosen.name}`, `The terminal group is ${chosen.name}`);
  if (terminalGroupId === null && terminalGroups.value.length > 0) {
    return fine(
      "Терминальная группа не выбрана: iiko распределяет заказы сама",
      "No terminal group is chosen: iiko distributes the orders itself",
    );
  }
  const seen = terminalGroups.value.map(({ name }) => name).join(", ") || "—";
  return failed(
    {
      ru: `Ключ не видит терминальную группу филиала. Он видит: ${seen}`,
      en: `The key does not see the branch's terminal group. It sees: ${seen}`,
    },
    {
      ru: `${ATTACH.ru}. Или выберите в настройках филиала другую «Терминальную группу»`,
      en: `${ATTACH.en}. Or choose another «Терминальная группа» in the branch's settings`,
    },
  );
}

/** TERMINAL_GROUP_ALIVE */
export function judgeTill({
  pos: { terminalGroups, liveGroupIds },
  settings,
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
      ru: "Включите главную кассу ресторана, запустите на ней iikoFront и проверьте её интернет. Принятые заказы дождутся или уйдут людям",
      en: "Switch the restaurant's main till on, start iikoFront there and check its internet. Accepted orders wait, or are handed over to the staff",
    },
  );
}

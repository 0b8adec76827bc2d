import { IDLE_FACTOR } from "../../../domain/orders/poll-pace";
import { type ConnectedFindings } from "./branch-findings";
import { failed, fine, notChecked, type Verdict, warning } from "./health-check";

/** A web hook may arrive a little after the poll that reported the same news. */
const LATE_HOOK_MS = 5 * 60_000;

/**
 * KEY_KEEPS_ORGANIZATIONS: the POS answers the key's requests about every organization that
 * branches use with it.
 */
export function judgeKeptOrganizations({
  contacts,
  settings,
  vendor: { name, guidance },
}: ConnectedFindings): Verdict {
  const { lostAt, lostByOthers } = contacts;
  if (lostAt !== null) {
    const [id, since] = [settings.organizationId, written(lostAt)];
    return failed(
      {
        ru: `Ключ потерял организацию филиала (${id}): ${name} не отвечает о ней с ${since}, статусы и стоп-листы не приходят`,
        en: `The key has lost the branch's organization (${id}): ${name} has reported nothing of it since ${since}, neither statuses nor stop lists`,
      },
      {
        ru: `${guidance.attachRestaurant.ru}. Затем сохраните настройки филиала: шлюз спросит о ней сразу, иначе в течение четверти часа`,
        en: `${guidance.attachRestaurant.en}. Then save the branch's settings: the gateway asks about it immediately, otherwise within a quarter of an hour`,
      },
    );
  }
  if (lostByOthers.length === 0)
    return fine("Ключ видит все свои организации", "The key sees all of its organizations");
  const ids = lostByOthers.join(", ");
  return warning(
    {
      ru: `Ключ потерял организации других филиалов: ${ids}. Этот филиал работает без них`,
      en: `The key has lost organizations of other branches: ${ids}. This branch goes on without them`,
    },
    {
      ru: `${guidance.attachRestaurant.ru}. Или выберите для тех филиалов другие организации`,
      en: `${guidance.attachRestaurant.en}. Or choose other organizations for those branches`,
    },
  );
}

/** WEBHOOKS_HEARD: news of orders arrives by web hook before a poll finds it. */
export function judgeHeard({ contacts, vendor: { name } }: ConnectedFindings): Verdict {
  const { webhookAt, polledNewsAt } = contacts;
  const missed =
    polledNewsAt !== null && polledNewsAt.getTime() - (webhookAt?.getTime() ?? 0) > LATE_HOOK_MS;
  if (missed) {
    const [ru, en] = webhookAt
      ? [`с ${written(webhookAt)}`, `since ${written(webhookAt)}`]
      : ["ни разу", "at all"];
    return warning(
      {
        ru: `Веб-хуки не приходят (${ru}): о заказах узнаём опросом, с опозданием до 20 с`,
        en: `No web hooks have come (${en}): news of orders comes by polls, up to 20 s late`,
      },
      {
        ru: `Проверьте WEBHOOK_OURS, адрес PUBLIC_URL и путь от ${name} к нему: в журнале шлюза должны быть запросы /webhooks. Если их нет — прокси, DNS, сертификат`,
        en: `Check WEBHOOK_OURS, the address PUBLIC_URL and the way from ${name} to it: the gateway's log should have requests of /webhooks. Without any it is the proxy, DNS or the certificate`,
      },
    );
  }
  if (webhookAt === null)
    return fine(
      "Веб-хуков ещё не было, и сообщать было не о чем",
      "No web hooks yet, nor any news",
    );
  return fine(
    `Последний веб-хук: ${written(webhookAt)}`,
    `The last web hook came at ${written(webhookAt)}`,
  );
}

/** ORDERS_POLLED: the POS was recently asked for news of orders, and answered. */
export function judgePolled({
  contacts: { polledAt },
  pollEverySeconds,
  now,
}: ConnectedFindings): Verdict {
  if (pollEverySeconds === 0)
    return fine("Опрос выключен (ORDER_POLL_SECONDS=0)", "Polls are off (ORDER_POLL_SECONDS=0)");
  if (polledAt === null)
    return notChecked("касса ещё не опрашивалась", "the POS was not polled yet");
  // Two poll intervals of a key without open orders, plus a minute.
  const longestMs = (2 * pollEverySeconds * IDLE_FACTOR + 60) * 1000;
  const last = written(polledAt);
  if (now.getTime() - polledAt.getTime() <= longestMs)
    return fine(`Последний опрос: ${last}`, `Last polled at ${last}`);
  return failed(
    {
      ru: `Касса не опрашивалась с ${last}: потерянный веб-хук останется незамеченным`,
      en: `The POS has not been polled since ${last}: a lost web hook goes unnoticed`,
    },
    {
      ru: "Посмотрите posKeys (ключ остановлен?) и jobs (задания plan-polls и poll-orders), затем журнал шлюза: docs/operations.md, «Statuses stand still»",
      en: "Look at posKeys (is the key stopped?) and jobs (plan-polls and poll-orders), then at the gateway's log: docs/operations.md, «Statuses stand still»",
    },
  );
}

function written(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

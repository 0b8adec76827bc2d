import { type Locale, type Text } from "../../../domain/texts/locale";
import { type ChannelVendor } from "../../../ports/channel-vendor";
import { hostOf } from "../../pos/webhook-address";
import { type BranchFindings, type ConnectedFindings } from "./branch-findings";
import { failed, fine, type Verdict } from "./health-check";
import { unread } from "./judge-key";

const OR: Text = { ru: " или ", en: " or " };

/** Answers take seconds and report whole seconds; tokens and pick-up times tolerate a minute. */
const CLOCK_TOLERANCE_MS = 60_000;

/** WEBHOOK_OURS */
export function judgeWebhook({ pos, ownWebhookUrl, vendor }: ConnectedFindings): Verdict {
  const { webhookUrl } = pos;
  const { name, guidance } = vendor;
  if (webhookUrl === undefined)
    return fine(
      "Эта касса не присылает веб-хуки: шлюз спрашивает её о заказах сам",
      "This POS sends no web hooks: the gateway asks it about orders",
    );
  if ("error" in webhookUrl) return unread(webhookUrl.error);
  const registered = webhookUrl.value;
  if (registered !== null && registered === ownWebhookUrl) {
    return fine(
      `${name} сообщает о заказах этому шлюзу`,
      `${name} notifies this gateway of orders`,
    );
  }
  if (registered === null) {
    return failed(
      {
        ru: "Веб-хук не зарегистрирован: статусы заказов не приходят",
        en: "No web hook: statuses of orders do not arrive",
      },
      { ru: "Выполните мутацию registerWebhook", en: "Run the mutation registerWebhook" },
    );
  }
  const host = hostOf(registered);
  return failed(
    {
      ru: `Веб-хук занят другой системой: ${host}`,
      en: `Another system has taken the web hook: ${host}`,
    },
    {
      ru: `${guidance.keepOneWebhook.ru}, или замените адрес: registerWebhook(force: true)`,
      en: `${guidance.keepOneWebhook.en}, or replace the address: registerWebhook(force: true)`,
    },
  );
}

/** CLOCK_AND_TIME_ZONE */
export function judgeClock({
  pos,
  settings,
  vendor: { name },
  branch: { timeZone },
  now,
}: ConnectedFindings): Verdict {
  const { clockAheadMs, terminalGroups } = pos;
  if (clockAheadMs !== null && Math.abs(clockAheadMs) > CLOCK_TOLERANCE_MS)
    return wrongClock(clockAheadMs, name);
  if ("error" in terminalGroups) return unread(terminalGroups.error);
  const groups = terminalGroups.value.filter(
    ({ posId }) => (settings.terminalGroupId ?? posId) === posId,
  );
  const known = groups.flatMap(({ utcOffsetMinutes: minutes }) => minutes ?? []);
  const ours = utcOffsetMinutes(timeZone, now);
  const [theirs] = known;
  if (theirs === undefined || known.includes(ours)) {
    return fine(
      `Часы верны, часовой пояс ${timeZone}`,
      `The clock is right, the time zone is ${timeZone}`,
    );
  }
  return failed(
    {
      ru: `Касса живёт по UTC${written(theirs)}, а филиал — по ${timeZone} (UTC${written(ours)})`,
      en: `The till lives by UTC${written(theirs)}, the branch by ${timeZone} (UTC${written(ours)})`,
    },
    {
      ru: `Исправьте часовой пояс в настройках филиала (timeZone), а если верен он — часовой пояс терминальной группы в ${name}`,
      en: `Correct the time zone in the branch's settings (timeZone) or, if that is right, the terminal group's in ${name}`,
    },
  );
}

function wrongClock(aheadMs: number, posName: string): Verdict {
  const seconds = Math.round(Math.abs(aheadMs) / 1000);
  const [ru, en] = aheadMs > 0 ? ["отстают", "behind"] : ["спешат", "ahead of"];
  return failed(
    {
      ru: `Часы шлюза ${ru} от часов ${posName} на ${seconds} с`,
      en: `The gateway's clock is ${seconds} s ${en} ${posName}'s`,
    },
    {
      ru: "Включите синхронизацию времени (NTP) на сервере шлюза",
      en: "Switch the synchronisation of time (NTP) on at the gateway's server",
    },
  );
}

/** FALLBACK_READY: somebody is notified when the POS does not accept an order. */
export function judgeFallback({ settings, channels }: BranchFindings): Verdict {
  const ready = settings.fallback.filter(
    ({ kind, enabled }) => enabled && channels.ready.has(kind),
  );
  if (ready.length > 0) {
    const kinds = [...new Set(ready.map(({ kind }) => kind))].join(", ");
    return fine(`Резервная отправка: ${kinds}`, `Orders that fail go to the staff by ${kinds}`);
  }
  const unsendable = settings.fallback.filter(({ enabled }) => enabled).map(({ kind }) => kind);
  if (unsendable.length > 0) {
    const kinds = [...new Set(unsendable)].join(", ");
    return failed(
      { ru: `Шлюз не умеет отправлять через ${kinds}`, en: `This gateway cannot send by ${kinds}` },
      {
        ru: `Задайте шлюзу ${settingsOf(channels.known, "ru")} или выберите другой канал`,
        en: `Give the gateway ${settingsOf(channels.known, "en")}, or choose another channel`,
      },
    );
  }
  return failed(
    {
      ru: "Резервной отправки нет: если касса не примет заказ, никто не узнает",
      en: "Nobody is notified when the till does not take an order",
    },
    {
      ru: `Настройки филиала → резервная отправка: добавьте получателя (${namesOf(channels.known, "ru")}) и включите`,
      en: `The branch's settings → fallback: add an addressee (${namesOf(channels.known, "en")}) and enable it`,
    },
  );
}

/** For example "SMTP_URL (e-mail) or TELEGRAM_BOT_TOKEN (Telegram)" */
function settingsOf(channels: readonly ChannelVendor[], locale: Locale): string {
  const settings = channels.map(({ settings: { variable }, label }) => {
    return `${variable} (${label.name[locale]})`;
  });
  return settings.join(OR[locale]);
}

function namesOf(channels: readonly ChannelVendor[], locale: Locale): string {
  return channels.map(({ label }) => label.name[locale]).join(OR[locale]);
}

function written(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? "−" : "+"}${hours}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`}`;
}

/** How many minutes the local time of a zone is ahead of UTC at a given moment. */
export function utcOffsetMinutes(timeZone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    timeZoneName: "longOffset",
  }).formatToParts(at);
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours, minutes] = /^GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  const offset = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === "-" ? -offset : offset;
}

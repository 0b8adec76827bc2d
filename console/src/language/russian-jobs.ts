import { type JobsWords } from "./jobs-words";

export const RUSSIAN_JOBS: JobsWords = {
  perMinute: "Заказов в минуту за последний час",
  inTheHour: (total, highest) => `${total} за час, самое большее ${highest} в минуту`,
  toTill: "Секунд до кассы (медиана каждой минуты)",
  slowest: (seconds) => `Самая медленная минута: ${seconds} с`,
  dead: "Остановились: сами больше не запустятся",
  running: "Выполняются",
  waiting: "Ждут",
  columns: ["Работа", "О чём", "Не раньше", "Начата раз", "Прервалась"],
  keys: "Ключи iiko и их лимиты",
  keyStates: { OK: "Работает", CIRCUIT_OPEN: "Не отвечает, пробуем снова", STOPPED: "Остановлен" },
  resume: "Попробовать ключ снова",
  resumeQuestion: "Когда причина устранена: все филиалы этого ключа сразу продолжат.",
  budget: (available, perSecond, waiting) =>
    `сейчас ${available}, в секунду ${perSecond}, ждут: ${waiting}`,
  paused: (until) => `iiko просит паузу до ${until}`,
};

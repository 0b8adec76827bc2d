import { type Locale } from "../errors";

/** Messages that Apollo clients look for; they are not meant for people. */
const FOR_PROGRAMS = new Set(["PersistedQueryNotFound", "PersistedQueryNotSupported"]);

/** Our own errors whose messages were not written for callers, by code. */
const BY_CODE: Readonly<Record<string, string>> = {
  INTERNAL_SERVER_ERROR: "Внутренняя ошибка сервера",
  SERVICE_UNAVAILABLE: "Сервис временно недоступен, повторите через минуту",
  POS_UNAVAILABLE: "Касса не отвечает, повторите через минуту",
  POS_RATE_LIMITED: "Касса просит подождать, повторите через минуту",
  POS_REJECTED: "Касса отказала",
  RATE_LIMITED: "Слишком много запросов, повторите позже",
  UNAUTHENTICATED: "Войдите, чтобы это увидеть",
  FORBIDDEN: "Ваш ключ этого не позволяет",
  NOT_FOUND: "Ничего не найдено",
  METHOD_NOT_ALLOWED: "Метод не подходит: POST, а для запросов на чтение и GET",
  PAYLOAD_TOO_LARGE: "Запрос слишком большой",
  UNSUPPORTED_MEDIA_TYPE: "Тело запроса должно быть в JSON",
  TOO_MANY_OPERATIONS: "Слишком много операций в одном соединении",
  PERSISTED_OPERATION_REQUIRED: "Здесь отвечают только на заранее согласованные операции",
};

const MEASURES: Readonly<Record<string, string>> = {
  ROWS: "строк",
  VALUES: "значений",
  BYTES: "байт",
  CHARACTERS: "символов",
  CHARACTERS_OF_THE_NAME: "символов в имени",
  CHARACTERS_OF_AN_ALIAS: "символов в псевдониме",
  TOKENS: "лексем",
  FRAGMENTS: "фрагментов",
  DEPTH: "уровней вложенности",
  FIELDS: "полей",
  ALIASES: "псевдонимов",
  DIRECTIVES: "директив",
  ROOT_FIELDS: "полей верхнего уровня",
  TIMES_OF_ONE_ROOT_FIELD: "повторов одного поля верхнего уровня",
};

/**
 * Messages of GraphQL about documents and variables, most common first, and our own about requests;
 * `$1` … stand for names from the schema or the document.
 */
const PHRASES: readonly (readonly [english: RegExp, russian: string])[] = [
  [/^Cannot query field "(\w+)" on type "(\w+)"\./, "В типе $2 нет поля $1."],
  [/^Unknown argument "(\w+)" on field "([\w.]+)"\./, "У поля $2 нет аргумента $1."],
  [/^Unknown type "(\w+)"\./, "Типа $1 нет."],
  [/^Unknown fragment "(\w+)"\./, "Фрагмента $1 нет."],
  [/^Unknown operation named "(\w+)"\./, "Операции $1 в документе нет."],
  [/^Variable "\$(\w+)" is not defined/, "Переменная $$$1 не объявлена."],
  [/^Variable "\$(\w+)" is never used/, "Переменная $$$1 не используется."],
  [
    /^Variable "\$(\w+)" of required type "([^"]+)" was not provided\./,
    "Не передана обязательная переменная $$$1 ($2).",
  ],
  [
    /^Variable "\$([\w.[\]]+)" of non-null type "([^"]+)" must not be null\./,
    "Переменная $$$1 ($2) не может быть null.",
  ],
  [
    /^Field "(\w+)" of type "([^"]+)" must have a selection of subfields\./,
    "У поля $1 ($2) нужно выбрать поля.",
  ],
  [/^Field "(\w+)" must not have a selection/, "У поля $1 нет вложенных полей."],
  [
    /^Field "([\w.]+)" argument "(\w+)" of type "([^"]+)" is required/,
    "У поля $1 обязателен аргумент $2 ($3).",
  ],
  [
    /^Field "([\w.]+)" of required type "([^"]+)" was not provided\./,
    "Не заполнено обязательное поле $1 ($2).",
  ],
  [/^Argument "(\w+)" /, "Неверное значение аргумента $1."],
  [/^Syntax Error: /, "Синтаксическая ошибка в документе."],
  [
    /^Subscriptions are not answered by a plain request\./,
    "На обычный запрос подписки не отвечают. Откройте здесь WebSocket с подпротоколом graphql-transport-ws (npm graphql-ws) " +
      "или попросите поток событий заголовком Accept: text/event-stream (npm graphql-sse)",
  ],
  [
    /^No event stream of this token is open here/,
    "Потока событий с этим ключом здесь нет: получите ключ запросом PUT. Все запросы клиента должны приходить одному процессу",
  ],
  [/^The event stream of this token is open already/, "Поток событий с этим ключом уже открыт"],
  [
    /^`extensions\.operationId` must be a text/,
    "`extensions.operationId` должно быть текстом, не пустым и не длинным",
  ],
  [/^An operation of this id is under way/, "Операция с этим идентификатором ещё идёт"],
  [/^Too many operations on this event stream/, "Слишком много операций в этом потоке событий"],
  [
    /^Use POST, or GET for queries; DELETE ends an operation of the event stream that ([\w-]+) names/,
    "Метод не подходит: POST, а для запросов на чтение и GET; DELETE завершает операцию в потоке событий, который назван в $1",
  ],
  [/^Use POST for mutations/, "Изменения отправляют методом POST"],
  [
    /^Send one operation in each request/,
    "В каждом запросе одна операция: на списки операций не отвечают",
  ],
  [
    /^Answers are application/,
    "Ответы бывают только application/graphql-response+json и application/json, " +
      "а с заголовком Accept: text/event-stream — потоком событий",
  ],
];

const OF_VARIABLES: readonly (readonly [english: RegExp, russian: string])[] = [
  [
    /^Field "(\w+)" of required type "([^"]+)" was not provided\.$/,
    "не заполнено обязательное поле $1 ($2).",
  ],
  [/^Field "(\w+)" is not defined by type "(\w+)"\.$/, "в типе $2 нет поля $1."],
  [/^Expected non-nullable type "([^"]+)" not to be null\.$/, "значение ($1) не может быть null."],
  [/^The value does not exist in "(\w+)" enum\.$/, "такого значения нет в перечислении $1."],
  [/^(\w+) cannot represent this value\.$/, "это не значение типа $1."],
];

const VARIABLE = /^Variable "(\$[\w.[\]]+)" got an invalid value(?:\.|: ([\s\S]*))$/;
const NO_PHRASE = "Запрос составлен неверно";

/** The message of an error as shown to its caller. @param message in English, without values */
export function inWordsOf(
  locale: Locale,
  message: string,
  extensions: Readonly<Record<string, unknown>> | undefined,
): string {
  if (locale === "en" || FOR_PROGRAMS.has(message) || isRussian(message)) return message;
  const { code, measure, cost, limit } = extensions ?? {};
  if (code === "TOO_COMPLEX") return tooComplex(measure, cost, limit);
  const known = phrase(PHRASES, message) ?? BY_CODE[String(code)];
  return known ?? ofVariable(message) ?? `${NO_PHRASE}: ${message}`;
}

function tooComplex(measure: unknown, cost: unknown, limit: unknown): string {
  const of = MEASURES[String(measure)];
  return of === undefined
    ? "Запрос слишком сложный"
    : `Запрос слишком сложный: ${of} ${String(cost)}, а можно ${String(limit)}`;
}

function ofVariable(message: string): string | undefined {
  const [found, place, reason = ""] = VARIABLE.exec(message) ?? [];
  if (found === undefined) return undefined;
  const why = reason === "" ? undefined : phrase(OF_VARIABLES, reason);
  return `Неверное значение переменной ${place}${why === undefined ? "." : `: ${why}`}`;
}

function phrase(phrases: typeof PHRASES, message: string): string | undefined {
  for (const [english, russian] of phrases) {
    const match = english.exec(message);
    // Names are inserted last because they may look like placeholders themselves.
    if (match)
      return russian.replace(/\$\$|\$(\d)/g, (_, place?: string) =>
        place ? (match[Number(place)] ?? "") : "$",
      );
  }
  return undefined;
}

function isRussian(message: string): boolean {
  return /[а-яё]/i.test(message);
}

import { NO_ORIGIN, originOf } from "../server/origin";
import { type Variables } from "./variables";

/** What is known about the calling applications. */
export function applications(variables: Variables) {
  return {
    clientNames: clientNames(variables),
    persistedOperations: variables.text("PERSISTED_OPERATIONS"),
    persistedOperationsOnly: persistedOperationsOnly(variables),
  };
}

/** `htps://` is a typo, not an app's own scheme. */
const MISSPELT_SCHEME = /^(?!https?:)h*t+p+s*:/;

export function allowedOrigins(variables: Variables, production: boolean): string[] {
  const origins = variables.list("ALLOWED_ORIGINS").map(originOf);
  const hint =
    "Example: ALLOWED_ORIGINS=https://pizza.example.ru,https://sushi.example.ru,capacitor://localhost";
  if (origins.some((origin) => origin === undefined || MISSPELT_SCHEME.test(origin))) {
    variables.problem("ALLOWED_ORIGINS", "must list origins: scheme and host, no path, no *", hint);
  }
  if (production && origins.includes(NO_ORIGIN)) {
    const why =
      "Every page has it that is shown in a sandboxed frame. Give the app a scheme of its own";
    variables.problem("ALLOWED_ORIGINS", "must not list null in production", why);
  }
  return origins.filter((origin) => origin !== undefined);
}

/** Each one is a label of metrics. */
const MOST_CLIENT_NAMES = 20;
const CLIENT_NAME = /^[\w./@ -]{1,50}$/;

function clientNames(variables: Variables): string[] {
  const names = [...new Set(variables.list("CLIENT_NAMES"))];
  if (names.length > MOST_CLIENT_NAMES || !names.every((name) => CLIENT_NAME.test(name))) {
    const hint = "Example: CLIENT_NAMES=website,ios,android";
    variables.problem("CLIENT_NAMES", `must list at most ${MOST_CLIENT_NAMES} short names`, hint);
  }
  return names;
}

function persistedOperationsOnly(variables: Variables): boolean {
  const only = variables.oneOf("PERSISTED_OPERATIONS_ONLY", "false", ["true", "false"]) === "true";
  if (only && variables.text("PERSISTED_OPERATIONS") === null) {
    variables.problem(
      "PERSISTED_OPERATIONS_ONLY",
      "needs a manifest",
      "Example: PERSISTED_OPERATIONS=./operations.json",
    );
  }
  return only;
}

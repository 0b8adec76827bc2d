import { isUuid } from "../../domain/ids";
import { type Text } from "../../domain/locale";
import { UserErrorCode } from "../../domain/user-error-code";
import { type UserFault } from "../../domain/user-fault";
import { PosContractBroken, PosRateLimited, PosRejected, PosUnavailable, Refused } from "../../errors";

type PosError = PosRejected | PosUnavailable | PosRateLimited | PosContractBroken;

/**
 * Runs what a mutation needs of the POS; what the POS reports becomes something the caller can read and mend.
 *
 * @throws {Refused} with one upstream fault, when the POS refused or did not answer
 */
export async function refusedByPos<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (isPosError(error)) throw new Refused<UserFault>([toPosFault(error)]);
    throw error;
  }
}

function isPosError(error: unknown): error is PosError {
  return [PosRejected, PosUnavailable, PosRateLimited, PosContractBroken].some((type) => error instanceof type);
}

function toPosFault(error: PosError): UserFault {
  const answered = error instanceof PosRejected || error instanceof PosContractBroken;
  const correlationId = error.exchange?.correlationId ?? null;
  return {
    code: answered ? UserErrorCode.UPSTREAM_REJECTED : UserErrorCode.UPSTREAM_UNAVAILABLE,
    field: null,
    message: messageFor(error),
    upstream: {
      code: error instanceof PosRejected ? error.posCode : null,
      message: error.message,
      correlationId: correlationId !== null && isUuid(correlationId) ? correlationId : null,
      retryable: error.retryable,
    },
  };
}

function messageFor(error: PosError): Text {
  if (error instanceof PosRejected) return rejection(error);
  if (error instanceof PosRateLimited) {
    const seconds = Math.ceil(error.retryAfterMs / 1000);
    return {
      ru: `Касса просит подождать: повторите через ${seconds} с`,
      en: `The POS asks for a pause: try again in ${seconds} s`,
    };
  }
  if (error instanceof PosUnavailable) {
    return {
      ru: "Касса не отвечает. Повторите через минуту",
      en: "The POS does not answer. Try again in a minute",
    };
  }
  return {
    ru: "Касса ответила непонятно. Сообщите администратору шлюза",
    en: "The POS gave an answer that makes no sense. Tell whoever runs the gateway",
  };
}

function rejection(error: PosRejected): Text {
  if (error.posCode === "BRANCH_NOT_CONNECTED") {
    return {
      ru: "Филиал не подключён: укажите в настройках кассу, ключ API и организацию",
      en: "The branch is not connected: set its POS, API key and organization",
    };
  }
  if (error.posCode === "CREDENTIAL_UNREADABLE") {
    return {
      ru: "Сохранённый ключ API не расшифровать: сохраните его снова",
      en: "The stored API key cannot be decrypted: save it again",
    };
  }
  return { ru: `Касса отказала: ${error.message}`, en: `The POS refused: ${error.message}` };
}
